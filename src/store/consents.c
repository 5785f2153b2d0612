#include "store/consents.h"

#include "row.h"

#define ROW struct consent
// clang-format off
#define CONSENT_COLUMNS(X) \
	X(person, AS_ID) X(purpose, AS_WORD(purposes)) X(answer, AS_WORD(consent_answers)) \
	X(to_whom, AS_TEXT) X(service, AS_ID) X(how, AS_WORD(consent_hows)) \
	X(wording, AS_NUMBER) X(words, AS_TEXT) X(note, AS_TEXT) X(on_day, AS_DAY) \
	X(until_on, AS_DAY) X(assessment, AS_ID) X(by_account, AS_ID)
// clang-format on
#define SELECT_CONSENT SELECT_WITH_ID("consent", CONSENT_COLUMNS)

static const struct column consent_columns[] = { COLUMNS_WITH_ID(CONSENT_COLUMNS) };
static const struct kept consents = KEPT("consent", consent_columns, CONSENT_COLUMNS);
#undef ROW

enum status consent_add(struct change *c, const struct consent *x, struct consent_id *ret)
{
	return row_add(c, &consents, x, &ret->n);
}

enum status consent_get(struct store *st, struct consent_id id, struct arena *a,
                        struct consent *ret)
{
	return row_get(st, &consents, id.n, a, ret);
}

enum status consent_update(struct change *c, const struct consent *x)
{
	return row_update(c, &consents, x);
}

enum status consents_of_person(struct store *st, struct person_id p, struct arena *a,
                               struct consent_list *ret)
{
	struct row_query by = { SQL(SELECT_CONSENT
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &consents, by, a, ret);
}

/* Everything a decision needs, and no more: a purpose may have an answer of everybody. */
static struct consent read_answer(sqlite3_stmt *q, enum purpose purpose, struct arena *a)
{
	struct consent x = consent_blank;

	x.id.n = stmt_int(q, "id");
	x.person.n = stmt_int(q, "person");
	x.purpose = purpose;
	x.answer = (enum consent_answer)stmt_word(q, "answer", &consent_answers);
	x.to_whom = stmt_text(q, "to_whom", a);
	x.service.n = stmt_int(q, "service");
	x.on_day = stmt_day(q, "on_day");
	x.until_on = stmt_day(q, "until_on");
	return x;
}

static enum status walk_answers(struct store *st, sqlite3_stmt *q, enum purpose purpose,
                                consent_visit visit, void *about)
{
	struct arena a = { 0 };
	struct consent_list list = { 0 };
	bool row;
	enum status rc;

	while ((rc = stmt_step(st, q, &row)) == OK) {
		if (list.n > 0 && (!row || stmt_int(q, "person") != list.at[0].person.n)) {
			rc = visit(about, list.at[0].person, &list);
			list = (struct consent_list){ 0 };
			arena_reset(&a);
		}
		if (rc != OK || !row)
			break;
		*ARENA_PUSH(&a, &list) = read_answer(q, purpose, &a);
	}
	arena_reset(&a);
	return rc;
}

enum status consents_of_purpose(struct store *st, enum purpose purpose, consent_visit visit,
                                void *about)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT id, person, answer, to_whom, service, on_day,"
	                                 "  until_on FROM consent WHERE purpose = :purpose"
	                                 " ORDER BY person, on_day DESC, id DESC"));

	if (rc != OK)
		return rc;
	stmt_bind_word(q, ":purpose", &purposes, (int)purpose);
	rc = walk_answers(st, q, purpose, visit, about);
	stmt_release(q);
	return rc;
}

#define ROW struct notice
// clang-format off
#define NOTICE_COLUMNS(X) \
	X(person, AS_ID) X(version, AS_TEXT) X(on_day, AS_DAY) X(how, AS_WORD(notice_hows)) \
	X(language, AS_TEXT) X(by_account, AS_ID)
// clang-format on
#define SELECT_NOTICE SELECT_WITH_ID("notice", NOTICE_COLUMNS)

static const struct column notice_columns[] = { COLUMNS_WITH_ID(NOTICE_COLUMNS) };
static const struct kept notices = KEPT("notice", notice_columns, NOTICE_COLUMNS);
#undef ROW

enum status notice_add(struct change *c, const struct notice *x, struct notice_id *ret)
{
	return row_add(c, &notices, x, &ret->n);
}

enum status notice_get(struct store *st, struct notice_id id, struct arena *a, struct notice *ret)
{
	return row_get(st, &notices, id.n, a, ret);
}

enum status notice_update(struct change *c, const struct notice *x)
{
	return row_update(c, &notices, x);
}

enum status notices_of_person(struct store *st, struct person_id p, struct arena *a,
                              struct notice_list *ret)
{
	struct row_query by = { SQL(SELECT_NOTICE
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &notices, by, a, ret);
}

#define ROW struct purpose_rule
// clang-format off
#define PURPOSE_KEY(X) X(purpose, AS_WORD(purposes))
#define PURPOSE_COLUMNS(X) \
	X(art6, AS_TEXT) X(art9, AS_TEXT) X(schedule, AS_TEXT) X(policy, AS_TEXT) \
	X(consent, AS_FLAG) X(months, AS_NUMBER) X(wording, AS_NUMBER) X(words, AS_TEXT) \
	X(set_on, AS_DAY) X(set_by, AS_ID)
// clang-format on

static const struct column purpose_columns[] = { COLUMNS_WITH_KEY(PURPOSE_KEY, PURPOSE_COLUMNS) };
static const struct kept purpose_table =
	KEPT_PUT("purpose", purpose_columns, PURPOSE_KEY, "purpose", PURPOSE_COLUMNS);
#undef ROW

enum status purpose_rules(struct store *st, struct arena *a, struct purpose_rule_list *ret)
{
	struct purpose_rule_list all, own = { 0 };
	enum status rc = purpose_rules_shipped(a, &all);

	if (rc == OK)
		rc = rows_all(st, &purpose_table,
		              SQL(SELECT_WITH_KEY("purpose", PURPOSE_KEY,
		                                  PURPOSE_COLUMNS) "ORDER BY purpose"),
		              a, &own);
	for (size_t i = 0; rc == OK && i < own.n; i++)
		all.at[own.at[i].purpose - 1] = own.at[i];
	if (rc == OK)
		*ret = all;
	return rc;
}

enum status purpose_put(struct change *c, const struct purpose_rule *x)
{
	return row_put(c, &purpose_table, x);
}
