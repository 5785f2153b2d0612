#include "fixture.h"
#include "test.h"

#include "base/buf.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/consents.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/contingencies.h"
#include "store/disclosures.h"
#include "store/enquiries.h"
#include "store/goals.h"
#include "store/happenings.h"
#include "store/messages.h"
#include "store/money.h"
#include "store/moved.h"
#include "store/organisations.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/reminders.h"
#include "store/safety_notes.h"
#include "store/service_checks.h"
#include "store/service_parts.h"
#include "store/services.h"
#include "store/signpost_steps.h"
#include "store/signposts.h"
#include "store/snippets.h"
#include "store/statutory.h"
#include "store/unmet_needs.h"

#include <string.h>

/* In an order in which each refers only to those before it. */
#define NOUNS(X)            \
	X(account)          \
	X(person)           \
	X(contact_point)    \
	X(relation)         \
	X(referral)         \
	X(contact)          \
	X(safety_note)      \
	X(message)          \
	X(happening)        \
	X(assessment)       \
	X(statutory_screen) \
	X(plan)             \
	X(plan_review)      \
	X(contingency)      \
	X(goal)             \
	X(organisation)     \
	X(service)          \
	X(signpost)         \
	X(action)           \
	X(money)            \
	X(moved) X(snippet) X(unmet_need) X(reminder) X(enquiry) X(consent) X(notice) X(disclosure)

/* The one row of every noun, read by its get and kept for its add and update. */
static union {
#define X(noun) struct noun noun;
	NOUNS(X)
#undef X
} row;

#define X(noun)                                                               \
	static enum status get_##noun(struct store *st, struct arena *a)      \
	{                                                                     \
		return noun##_get(st, (struct noun##_id){ 1 }, a, &row.noun); \
	}                                                                     \
	static enum status add_##noun(struct change *c, int64_t *ret)         \
	{                                                                     \
		struct noun##_id id = { 0 };                                  \
		enum status rc = noun##_add(c, &row.noun, &id);               \
                                                                              \
		*ret = id.n;                                                  \
		return rc;                                                    \
	}                                                                     \
	static enum status update_##noun(struct change *c)                    \
	{                                                                     \
		return noun##_update(c, &row.noun);                           \
	}
NOUNS(X)
#undef X

static const struct noun_ops {
	const char *table;
	enum status (*get)(struct store *st, struct arena *a);
	enum status (*add)(struct change *c, int64_t *ret);
	enum status (*update)(struct change *c);
} nouns[] = {
#define X(noun) { #noun, get_##noun, add_##noun, update_##noun },
	NOUNS(X)
#undef X
};

/* Which sets of words the columns of the kept tables hold. */
static const struct {
	const char *table, *column;
	const struct words *words;
} sets[] = {
	{ "person", "care_number_kind", &number_kinds },
	{ "person", "sex", &sexes },
	{ "person", "stage", &stages },
	{ "person", "knows_cancer", &knowings },
	{ "person", "died_sure", &surenesses },
	{ "contact_point", "kind", &contact_point_kinds },
	{ "relation", "kind", &relation_kinds },
	{ "relation", "power", &powers },
	{ "referral", "urgency", &urgencies },
	{ "referral", "state", &referral_states },
	{ "contact", "outcome", &contact_outcomes },
	{ "contact", "direction", &contact_directions },
	{ "contact", "mode", &contact_modes },
	{ "contact", "reached", &contact_reaches },
	{ "safety_note", "about", &safety_abouts },
	{ "moved", "noun", &moved_nouns },
	{ "message", "kind", &message_kinds },
	{ "happening", "kind", &happening_kinds },
	{ "happening", "sure", &surenesses },
	{ "assessment", "status", &assessment_statuses },
	{ "assessment", "offered", &assessment_offers },
	{ "assessment", "pathway_point", &pathway_points },
	{ "assessment", "mode", &assessment_modes },
	{ "assessment", "occasion", &occasions },
	{ "statutory_screen", "kind", &statutory_kinds },
	{ "statutory_screen", "offer", &statutory_offers },
	{ "assessment", "staff_role", &staff_roles },
	{ "plan", "status", &plan_statuses },
	{ "plan", "agreed_by", &agreed_bys },
	{ "plan", "agreed_power", &powers },
	{ "plan", "agreed_way", &agreed_ways },
	{ "money", "kind", &money_kinds },
	{ "money", "state", &money_states },
	{ "money", "per", &money_pers },
	{ "goal", "status", &goal_statuses },
	{ "goal", "supported", &supports },
	{ "action", "kind", &action_kinds },
	{ "action", "owner", &action_owners },
	{ "action", "status", &action_statuses },
	{ "action", "supported", &supports },
	{ "service", "status", &service_statuses },
	{ "service", "checked_how", &check_ways },
	{ "service", "vetted", &vettings },
	{ "service_time", "every", &time_everies },
	{ "service_check", "how", &check_ways },
	{ "service_check", "result", &check_results },
	{ "signpost_step", "status", &signpost_statuses },
	{ "signpost_step", "asked", &step_asks },
	{ "signpost", "kind", &signpost_kinds },
	{ "signpost", "status", &signpost_statuses },
	{ "signpost", "helped", &helped_answers },
	{ "unmet_need", "level", &need_levels },
	{ "unmet_need", "reason", &unmet_reasons },
	{ "reminder", "kind", &reminder_kinds },
	{ "reminder", "state", &reminder_states },
	{ "enquiry", "gave", &enquiry_gifts },
	{ "consent", "purpose", &purposes },
	{ "consent", "answer", &consent_answers },
	{ "consent", "how", &consent_hows },
	{ "notice", "how", &notice_hows },
	{ "disclosure", "kind", &disclosure_kinds },
	{ "disclosure", "document", &documents },
	{ "disclosure", "purpose", &purposes },
};

static const struct words *words_of(const char *table, struct str column)
{
	for (size_t i = 0; i < COUNT_OF(sets); i++)
		if (strcmp(sets[i].table, table) == 0 && str_is(column, sets[i].column))
			return sets[i].words;
	return NULL;
}

/* The columns of a table that match, "name,name,". */
static const char *columns_of(struct fixture *f, const char *table, const char *where)
{
	return fixture_text(f, arena_printf(&f->arena,
	                                    "SELECT group_concat(name, ',') || ','"
	                                    "  FROM pragma_table_info('%s') t WHERE %s",
	                                    table, where));
}

static bool ends(struct str s, const char *tail)
{
	size_t n = strlen(tail);

	return s.n >= n && memcmp(s.at + s.n - n, tail, n) == 0;
}

/* A value that no other kind of column would give back: none is missing, none is the default. */
static const char *value_for(struct fixture *f, const char *table, struct str column, int n)
{
	const struct words *words = words_of(table, column);
	const char *refers, *text, *wanted;

	wanted = arena_printf(&f->arena, ",%s,", arena_str(&f->arena, column));
	refers = columns_of(f, table,
	                    "name = 'id' OR name IN (SELECT \"from\" FROM"
	                    " pragma_foreign_key_list(t.arg))");
	text = columns_of(f, table, "type = 'TEXT'");
	refers = arena_printf(&f->arena, ",%s", refers);
	text = arena_printf(&f->arena, ",%s", text);
	if (words)
		return arena_printf(&f->arena, "'%s'", words->at[words->n - 1].word);
	if (str_is(column, "care_number"))
		return "'9434765919'";
	if (strstr(text, wanted))
		return arena_printf(&f->arena, "'%s %d'", arena_str(&f->arena, column), n);
	if (strstr(refers, wanted))
		return "1";
	if (ends(column, "_on") || ends(column, "_by") || ends(column, "_since") ||
	    ends(column, "_until") || ends(column, "_day"))
		return arena_printf(&f->arena, "%d", 20000 + n);
	return "1";
}

static void fill(struct fixture *f, const char *table)
{
	const char *columns = columns_of(f, table, "1");
	struct str rest = str_of(columns), column;
	struct buf sql = { 0 };

	buf_printf(&sql, "INSERT OR REPLACE INTO %s (%.*s) VALUES (", table,
	           (int)strlen(columns) - 1, columns);
	for (int n = 0; str_cut(&rest, ',', &column) && column.n > 0; n++)
		buf_printf(&sql, "%s%s", n > 0 ? ", " : "", value_for(f, table, column, n));
	buf_puts(&sql, ")");
	fixture_sql(f, buf_text(&sql));
	buf_done(&sql);
}

static int setup(void **state)
{
	fixture_setup(state);
	for (size_t i = 0; i < COUNT_OF(nouns); i++)
		fill(*state, nouns[i].table);
	return 0;
}

/* Columns other than id and ver in which two rows of a table differ, each with a comma. */
static const char *differing(struct fixture *f, const char *table, int64_t id)
{
	struct str rest, column;
	struct buf names = { 0 };
	const char *text;

	rest = str_of(columns_of(f, table, "name NOT IN ('id', 'ver', 'login', 'external_id')"));
	while (str_cut(&rest, ',', &column) && column.n > 0) {
		int n = (int)column.n;

		if (fixture_int(f, arena_printf(&f->arena,
		                                "SELECT x.%.*s IS y.%.*s FROM %s x, %s y"
		                                " WHERE x.id = 1 AND y.id = %lld",
		                                n, column.at, n, column.at, table, table,
		                                (long long)id)) != 1)
			buf_printf(&names, "%s.%.*s ", table, n, column.at);
	}
	text = arena_strdup(&f->arena, buf_text(&names));
	buf_done(&names);
	return text;
}

static int64_t ver_of(struct fixture *f, const char *table)
{
	return fixture_int(f, arena_printf(&f->arena, "SELECT ver FROM %s WHERE id = 1", table));
}

/* Read the row of a noun, and add it once more: its id. */
static int64_t add_copy(struct fixture *f, const struct noun_ops *noun)
{
	int64_t id = 0;

	assert_int_equal(noun->get(f->store, &f->arena), OK);
	if (strcmp(noun->table, "account") == 0)
		row.account.login = "another";
	if (strcmp(noun->table, "organisation") == 0)
		row.organisation.external_id = "yet another";
	if (strcmp(noun->table, "service") == 0)
		row.service.external_id = "another";
	assert_int_equal(noun->add(fixture_begin(f, "add"), &id), OK);
	fixture_end(f);
	assert_true(id > 1);
	return id;
}

static void nouns__every_column_comes_back__when_added(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(nouns); i++)
		assert_string_equal(differing(f, nouns[i].table, add_copy(f, &nouns[i])), "");
}

/* Everything in row 1 that may be missing, now is. */
static void forget(struct fixture *f, const char *table)
{
	struct str column, rest = str_of(columns_of(f, table,
	                                            "\"notnull\" = 0 AND pk = 0"
	                                            " AND name <> 'consent'"));

	while (str_cut(&rest, ',', &column) && column.n > 0)
		fixture_sql(f, arena_printf(&f->arena, "UPDATE %s SET %.*s = NULL WHERE id = 1",
		                            table, (int)column.n, column.at));
}

static void nouns__every_column_is_written__when_updated(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(nouns); i++) {
		int64_t copy = add_copy(f, &nouns[i]);

		assert_int_equal(nouns[i].get(f->store, &f->arena), OK);
		forget(f, nouns[i].table);
		assert_string_not_equal(differing(f, nouns[i].table, copy), "");
		assert_int_equal(nouns[i].update(fixture_begin(f, "update")), OK);
		fixture_end(f);
		assert_string_equal(differing(f, nouns[i].table, copy), "");
		assert_int_equal(ver_of(f, nouns[i].table), 2);
	}
}

static void nouns__what_is_missing_stays_missing__when_read(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(nouns); i++) {
		forget(f, nouns[i].table);
		assert_string_equal(differing(f, nouns[i].table, add_copy(f, &nouns[i])), "");
	}
}

static void nouns__update_conflicts__when_written_since(void **state)
{
	struct fixture *f = *state;
	enum status rc;

	for (size_t i = 0; i < COUNT_OF(nouns); i++) {
		assert_int_equal(nouns[i].get(f->store, &f->arena), OK);
		fixture_sql(f, arena_printf(&f->arena, "UPDATE %s SET ver = 5", nouns[i].table));
		rc = nouns[i].update(fixture_begin(f, "update"));
		assert_int_equal(rc, E_CONFLICT);
		assert_non_null(strstr(store_fault(f->store), "changed"));
		assert_int_equal(change_end(&f->change, rc), E_CONFLICT);
		assert_int_equal(ver_of(f, nouns[i].table), 5);
	}
}

static void nouns__get_says_so__when_there_is_none(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "PRAGMA foreign_keys = OFF");
	for (size_t i = 0; i < COUNT_OF(nouns); i++) {
		fixture_sql(f, arena_printf(&f->arena, "DELETE FROM %s", nouns[i].table));
		assert_int_equal(nouns[i].get(f->store, &f->arena), E_NOT_FOUND);
		assert_non_null(strstr(store_fault(f->store), "Not found"));
	}
}

/* The words of the CHECK of a column, as the schema has them; empty when it has none. */
static struct str check_of(struct fixture *f, const char *table, const char *column)
{
	const char *sql = fixture_text(
		f,
		arena_printf(&f->arena, "SELECT sql FROM sqlite_schema WHERE name = '%s'", table));
	const char *at = strstr(sql, arena_printf(&f->arena, "CHECK (%s IN ('", column));
	const char *end;

	assert_non_null(at);
	at = strchr(at, '\'');
	end = strchr(at, ')');
	return (struct str){ at, (size_t)(end - at) };
}

static void nouns__words_are_those_of_the_schema(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(sets); i++) {
		struct str rest = check_of(f, sets[i].table, sets[i].column), part;
		size_t n = 0;

		for (; str_cut(&rest, '\'', &part); n++) {
			if (!str_cut(&rest, '\'', &part))
				break;
			assert_true(n < sets[i].words->n);
			assert_true(str_is(part, sets[i].words->at[n].word));
		}
		assert_int_equal(n, sets[i].words->n);
		for (size_t k = 0; k < n; k++)
			fixture_sql(f, arena_printf(&f->arena, "UPDATE %s SET %s = '%s'",
			                            sets[i].table, sets[i].column,
			                            sets[i].words->at[k].word));
	}
}

static void nouns__get_is_damaged__when_a_word_is_unknown(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "PRAGMA ignore_check_constraints = ON;"
	               "UPDATE reminder SET kind = 'telepathy'");
	assert_int_equal(
		reminder_get(f->store, (struct reminder_id){ 1 }, &f->arena, &row.reminder),
		E_DAMAGED);
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(nouns__every_column_comes_back__when_added),
		WITH_ROWS(nouns__every_column_is_written__when_updated),
		WITH_ROWS(nouns__what_is_missing_stays_missing__when_read),
		WITH_ROWS(nouns__update_conflicts__when_written_since),
		WITH_ROWS(nouns__get_says_so__when_there_is_none),
		WITH_ROWS(nouns__words_are_those_of_the_schema),
		WITH_ROWS(nouns__get_is_damaged__when_a_word_is_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
