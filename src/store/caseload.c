#include "store/caseload.h"

#include "caseload_sql.h"
#include "find_ids.h"
#include "stmt.h"

#include "base/text.h"
#include "model/case_filter.h"
#include "model/none.h"
#include "store/find.h"

#include <stdlib.h>

#define SELECT_CASE "SELECT " CASELOAD_COLUMNS " FROM caseload "

static void read_row(sqlite3_stmt *q, struct arena *a, struct case_row *c)
{
	c->referral.n = stmt_int(q, "referral");
	c->person.n = stmt_int(q, "person");
	c->worker.n = stmt_int(q, "worker");
	c->open = stmt_int(q, "open") != 0;
	c->state = (enum referral_state)stmt_word(q, "state", &referral_states);
	c->sort_name = stmt_text(q, "sort_name", a);
	c->family_name = stmt_text(q, "family_name", a);
	c->given_name = stmt_text(q, "given_name", a);
	c->born_on = stmt_day(q, "born_on");
	c->council = stmt_text(q, "council", a);
	c->stage = (enum stage)stmt_word(q, "stage", &stages);
	c->stage_since = stmt_day(q, "stage_since");
	c->stage_ends_on = stmt_day(q, "stage_ends_on");
	c->received_on = stmt_day(q, "received_on");
	c->accepted_on = stmt_day(q, "accepted_on");
	c->first_contact_by = stmt_day(q, "first_contact_by");
	c->last_spoken_on = stmt_day(q, "last_spoken_on");
	c->last_tried_on = stmt_day(q, "last_tried_on");
	c->tries = (int)stmt_int(q, "tries");
	c->assessed_on = stmt_day(q, "assessed_on");
	c->plan_due = stmt_int(q, "plan_due") != 0;
	c->next_due = stmt_day(q, "next_due");
	c->next_minute = stmt_minute(q, "next_minute");
	c->next_what = stmt_text(q, "next_what", a);
	c->top_concern = stmt_text(q, "top_concern", a);
	c->top_score = stmt_null(q, "top_score") ? -1 : (int)stmt_int(q, "top_score");
	c->top_previous = stmt_null(q, "top_previous") ? -1 : (int)stmt_int(q, "top_previous");
	c->open_actions = (int)stmt_int(q, "open_actions");
	c->waiting_on = stmt_text(q, "waiting_on", a);
	c->hold_until = stmt_day(q, "hold_until");
	c->quiet_until = stmt_day(q, "quiet_until");
	c->in_hospital = stmt_int(q, "in_hospital") != 0;
	c->stopped = stmt_int(q, "stopped") != 0;
	c->restricted = stmt_int(q, "restricted") != 0;
	c->last_due = stmt_day(q, "last_due");
	c->lives_alone = stmt_asked(q, "lives_alone");
	c->raised = stmt_text(q, "raised", a);
}

enum status caseload_open(struct store *st, struct account_id worker, struct arena *a,
                          struct case_list *ret)
{
	struct case_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL(SELECT_CASE "WHERE worker IS :worker AND open = 1"
	                                 " ORDER BY sort_name, referral"));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":worker", worker.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		read_row(q, a, ARENA_PUSH(a, &list));
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status caseload_count(struct store *st, struct account_id worker, size_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc;

	rc = worker.n ? stmt_borrow(st, &q,
	                            SQL("SELECT count(*) AS n FROM caseload"
	                                " WHERE worker = :worker AND open = 1"))
	              : stmt_borrow(st, &q,
	                            SQL("SELECT count(*) AS n FROM caseload WHERE open = 1"));
	if (rc != OK)
		return rc;
	if (worker.n)
		stmt_bind_int(q, ":worker", worker.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = (size_t)stmt_int(q, "n");
	stmt_release(q);
	return rc;
}

enum status caseload_namesake(struct store *st, const struct case_row *c, bool *ret)
{
	struct arena a = { 0 };
	const char *family = text_fold(str_of(c->family_name), &a);
	const char *given = text_fold(str_of(c->given_name), &a);
	const char *from = family;
	size_t len = 0;
	sqlite3_stmt *q;
	bool row = false;
	enum status rc;

	if (given[0]) {
		(void)text_decode(str_of(given), &len);
		from = arena_printf(&a, "%s %.*s", family, (int)len, given);
	}
	rc = stmt_borrow(st, &q,
	                 SQL("SELECT 1 AS one FROM caseload WHERE open = 1 AND sort_name >= :from"
	                     " AND sort_name < :to AND person <> :person LIMIT 1"));
	if (rc == OK) {
		stmt_bind_str(q, ":from", str_of(from));
		stmt_bind_str(q, ":to", str_of(arena_printf(&a, "%s\xF4\x8F\xBF\xBF", from)));
		stmt_bind_int(q, ":person", c->person.n);
		rc = stmt_step(st, q, &row);
		stmt_release(q);
	}
	arena_reset(&a);
	if (rc == OK)
		*ret = row;
	return rc;
}

enum status caseload_of(struct store *st, struct person_id p, struct arena *a, struct case_row *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_CASE "WHERE person = :person ORDER BY open DESC,"
	                                             " received_on DESC, referral DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		read_row(q, a, ret);
	stmt_release(q);
	return rc == OK && !row ? E_NOT_FOUND : rc;
}

/* ---- pages ---- */

/* Every order twice, for a worker and for everyone, so that each has its index. */
#define MINE "WHERE worker = :worker AND open = :open "
#define ALL  "WHERE open = :open "

/* Of those who are away, whoever :worker sees to. */
#define COVERED                                                                           \
	"WHERE worker IN (SELECT away FROM cover WHERE back_on IS NULL) AND open = :open" \
	" AND EXISTS (SELECT 1 FROM cover c LEFT JOIN cover_person s ON s.cover = c.id"   \
	"   AND s.person = caseload.person WHERE c.away = caseload.worker"                \
	"   AND c.back_on IS NULL AND c.from_on <= :today"                                \
	"   AND coalesce(s.by_account, c.by_account) = :worker) "

#define DUE                                                                     \
	"AND next_due IS NOT NULL AND (next_due, referral) > (:due, :referral)" \
	" ORDER BY next_due, referral"
#define NOT_DUE                                                               \
	"AND next_due IS NULL AND (sort_name, referral) > (:name, :referral)" \
	" ORDER BY sort_name, referral"
#define NAME "AND (sort_name, referral) > (:name, :referral) ORDER BY sort_name, referral"
#define SPOKEN                                                                  \
	"AND (coalesce(last_spoken_on, -100000), referral) > (:due, :referral)" \
	" ORDER BY coalesce(last_spoken_on, -100000), referral"

/*
 * What a view asks for, as far as the engine can say it, so that of a hundred thousand rows only those
 * are read that may be in it. in_list() decides. A parameter that is NULL asks for nothing.
 */
#define FITS                                                                              \
	"AND (:unspoken IS NULL OR last_spoken_on IS NULL)"                               \
	" AND (:unassessed IS NULL OR assessed_on IS NULL)"                               \
	" AND (:unplanned IS NULL OR plan_due = 1)"                                       \
	" AND (:nothing_next IS NULL OR next_due IS NULL)"                                \
	" AND (:spoken_by IS NULL OR coalesce(last_spoken_on, :spoken_by) <= :spoken_by)" \
	" AND (:council IS NULL OR council = :council)"                                   \
	" AND (:stage IS NULL OR stage = :stage)"                                         \
	" AND (:waits IS NULL OR waiting_on IS NOT NULL)"                                 \
	" AND (:alone IS NULL OR lives_alone = 1)"                                        \
	" AND (:raised IS NULL OR instr(raised, :raised) > 0) "

enum phase { PHASE_DUE, PHASE_NOT_DUE, PHASE_NAME, PHASE_SPOKEN };

enum whose { WHOSE_ALL, WHOSE_MINE, WHOSE_COVERED };

static enum whose whose(const struct list_query *query)
{
	if (query->view == CASES_COVERED)
		return WHOSE_COVERED;
	return query->worker.n != 0 ? WHOSE_MINE : WHOSE_ALL;
}

/* A page of whose people, by phase. An array would be shorter, but only what stands here is a literal. */
#define BORROW_OF(name, whose)                                                          \
	static enum status name(struct store *st, enum phase phase, sqlite3_stmt **q)   \
	{                                                                               \
		switch (phase) {                                                        \
		case PHASE_DUE:                                                         \
			return stmt_borrow(st, q, SQL(SELECT_CASE whose FITS DUE));     \
		case PHASE_NOT_DUE:                                                     \
			return stmt_borrow(st, q, SQL(SELECT_CASE whose FITS NOT_DUE)); \
		case PHASE_NAME:                                                        \
			return stmt_borrow(st, q, SQL(SELECT_CASE whose FITS NAME));    \
		case PHASE_SPOKEN:                                                      \
			return stmt_borrow(st, q, SQL(SELECT_CASE whose FITS SPOKEN));  \
		}                                                                       \
		return E_STORE;                                                         \
	}

BORROW_OF(borrow_mine, MINE)
BORROW_OF(borrow_all, ALL)
BORROW_OF(borrow_covered, COVERED)

static enum status borrow_page(struct store *st, enum phase phase, enum whose whose,
                               sqlite3_stmt **q)
{
	return whose == WHOSE_MINE  ? borrow_mine(st, phase, q)
	       : whose == WHOSE_ALL ? borrow_all(st, phase, q)
	                            : borrow_covered(st, phase, q);
}

/* Where the page begins. */
static void bind_after(sqlite3_stmt *q, enum phase phase, const struct case_row *after)
{
	bool by_name = phase == PHASE_NAME || phase == PHASE_NOT_DUE;
	int64_t from = -200000;

	if (after && phase == PHASE_DUE)
		from = after->next_due;
	else if (after && phase == PHASE_SPOKEN)
		from = after->last_spoken_on == DAY_NONE ? -100000 : after->last_spoken_on;
	if (by_name)
		stmt_bind_str(q, ":name", str_of(after ? after->sort_name : ""));
	else
		stmt_bind_int(q, ":due", from);
	stmt_bind_int(q, ":referral", after ? after->referral.n : -1);
}

static void bind_fits(sqlite3_stmt *q, const struct case_page *how, struct arena *a)
{
	const struct list_query *query = how->query;
	const struct case_filter *f = query->filter ? query->filter : &case_filter_blank;

	stmt_bind_id(q, ":unspoken", query->view == CASES_NEW);
	stmt_bind_id(q, ":unassessed", query->view == CASES_NOT_ASSESSED);
	stmt_bind_id(q, ":unplanned", query->view == CASES_PLAN_OVERDUE);
	stmt_bind_id(q, ":nothing_next", f->no_next);
	if (f->spoken_days != NUMBER_NONE)
		stmt_bind_day(q, ":spoken_by", how->today - f->spoken_days);
	stmt_bind_text(q, ":council", f->council);
	stmt_bind_word(q, ":stage", &stages, (int)f->stage);
	stmt_bind_id(q, ":waits", *f->waiting != '\0');
	stmt_bind_id(q, ":alone", f->lives_alone);
	stmt_bind_text(q, ":raised", *f->concern ? arena_printf(a, "%s ", f->concern) : "");
}

/* What was typed to find somebody among one's own. */
struct wanted {
	const char *name;    /* folded; "": everybody */
	const char *number;  /* its digits, or a postcode without its blank; "" */
	struct person_id id; /* a reference; 0 */
};

static struct wanted wanted_of(const char *typed, struct arena *a)
{
	struct wanted w = { .name = find_folded(typed, a) };
	struct person_id id;

	w.number = find_packed(typed, w.name, a);
	if (person_ref_parse(str_trim(str_of(typed)), &id))
		w.id = id;
	return w;
}

/* Does any of the keys of the person hold the text? */
static enum status has_key(struct store *st, struct person_id p, const char *folded, bool *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT 1 AS one FROM find_key WHERE person = :person"
	                                 " AND instr(key, :text) > 0 LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_str(q, ":text", str_of(folded));
	rc = stmt_step(st, q, ret);
	stmt_release(q);
	return rc;
}

static enum status is_wanted(struct store *st, struct person_id p, const struct wanted *w,
                             bool *ret)
{
	enum status rc = OK;
	bool is = !w->name[0] || (w->id.n != 0 && w->id.n == p.n);

	if (!is)
		rc = has_key(st, p, w->name, &is);
	if (rc == OK && !is && w->number[0])
		rc = has_key(st, p, w->number, &is);
	if (rc == OK)
		*ret = is;
	return rc;
}

static int by_id(const void *x, const void *y)
{
	const struct person_id *a = x, *b = y;

	return a->n < b->n ? -1 : a->n > b->n;
}

static bool in_list(const struct case_row *c, const struct case_page *how)
{
	const struct list_query *q = how->query;

	if (!case_in_view(c, q->view, how->today, how->rules))
		return false;
	if (q->only_n > 0 && !bsearch(&c->person, q->only, q->only_n, sizeof(*q->only), by_id))
		return false;
	return !q->filter || case_filter_fits(q->filter, c, how->today);
}

static enum status add_phase(struct store *st, const struct case_page *how, enum phase phase,
                             struct arena *a, struct case_list *list)
{
	const struct list_query *query = how->query;
	struct wanted wanted = wanted_of(query->find, a);
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = borrow_page(st, phase, whose(query), &q);
	if (rc != OK)
		return rc;
	if (whose(query) != WHOSE_ALL)
		stmt_bind_int(q, ":worker", query->worker.n);
	if (whose(query) == WHOSE_COVERED)
		stmt_bind_day(q, ":today", how->today);
	stmt_bind_int(q, ":open", query->view != CASES_CLOSED);
	bind_fits(q, how, a);
	bind_after(q, phase, how->after);
	while (list->n < how->limit && (rc = stmt_step(st, q, &row)) == OK && row) {
		struct case_row c = { 0 };
		bool is;

		read_row(q, a, &c);
		if (!in_list(&c, how))
			continue;
		rc = is_wanted(st, c.person, &wanted, &is);
		if (rc != OK)
			break;
		if (is)
			*ARENA_PUSH(a, list) = c;
	}
	stmt_release(q);
	return rc;
}

/* Found among everyone: through the keys, not through the rows. */
static enum status found_page(struct store *st, const struct case_page *how, struct arena *a,
                              struct case_list *ret)
{
	struct find_people find = { .text = how->query->find, .limit = how->limit };
	struct case_list list = { 0 };
	struct found_people people;
	enum status rc = people_find(st, &find, a, &people);

	for (size_t i = 0; rc == OK && !how->after && i < people.n; i++) {
		struct case_row c = { 0 };

		rc = caseload_of(st, people.at[i].id, a, &c);
		if (rc == OK && in_list(&c, how))
			*ARENA_PUSH(a, &list) = c;
		if (rc == E_NOT_FOUND)
			rc = OK;
	}
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status caseload_page(struct store *st, const struct case_page *how, struct arena *a,
                          struct case_list *ret)
{
	const struct list_query *query = how->query;
	struct case_list list = { 0 };
	bool behind = how->after && how->after->next_due == DAY_NONE;
	struct case_page rest = *how;
	enum status rc = OK;

	if (!text_empty(query->find) && query->worker.n == 0)
		return found_page(st, how, a, ret);
	switch (query->order) {
	case CASES_BY_SPOKEN:
		rc = add_phase(st, how, PHASE_SPOKEN, a, &list);
		break;
	case CASES_BY_NAME:
		rc = add_phase(st, how, PHASE_NAME, a, &list);
		break;
	case CASE_ORDER_NONE:
	case CASES_BY_DUE:
		if (!behind) {
			rc = add_phase(st, how, PHASE_DUE, a, &list);
			rest.after = NULL;
		}
		if (rc == OK && list.n < how->limit)
			rc = add_phase(st, &rest, PHASE_NOT_DUE, a, &list);
		break;
	}
	if (rc == OK)
		*ret = list;
	return rc;
}
