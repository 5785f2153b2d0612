#include "casework/caseload.h"

#include "act.h"
#include "looked.h"
#include "standing.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/places.h"
#include "store/accounts.h"
#include "store/caseload.h"

/* Of somebody restricted a list has the reference and whose they are, and no more. */
static void hide(struct session *s, struct case_shown *shown, struct arena *a)
{
	struct case_row *r = &shown->row;

	shown->name = act_name_hidden(s, r->person, a);
	shown->hidden = true;
	r->family_name = r->given_name = r->council = "";
	r->top_concern = r->next_what = r->waiting_on = "";
	r->born_on = r->stage_since = r->stage_ends_on = DAY_NONE;
	r->stage = STAGE_NONE;
	r->top_score = r->top_previous = -1;
}

static enum status show(struct session *s, const struct case_row *row, struct arena *a,
                        struct case_shown *ret)
{
	struct case_shown shown = { .row = *row, .worker = "", .concern = "", .area = "" };
	struct person p = { .family_name = row->family_name, .given_name = row->given_name };
	struct account worker;
	bool namesake = false;
	enum status rc = OK;

	if (row->born_on != DAY_NONE)
		rc = caseload_namesake(s->store, row, &namesake);
	shown.name = person_name(&p, a);
	if (namesake)
		shown.name = arena_printf(a, "%s %d", shown.name, day_to_date(row->born_on).year);
	if (standing_hides(s, row->person, row->restricted, false))
		hide(s, &shown, a);
	if (!text_empty(shown.row.top_concern))
		shown.concern = session_concern_label(s, row->top_concern);
	if (!text_empty(shown.row.council))
		shown.area = council_name(row->council, a);
	if (rc == OK && row->worker.n != 0) {
		rc = account_get(s->store, row->worker, a, &worker);
		if (rc == OK)
			shown.worker = worker.login;
	}
	if (rc == OK)
		*ret = shown;
	return session_store(s, rc);
}

/* What is typed is a search; else the view is what was looked at, on its first page. */
static enum status note_cases(struct session *s, const struct list_query *query, bool first,
                              size_t n, struct arena *a)
{
	if (!text_empty(query->find))
		return looked_for(s, query->find, n);
	if (!first)
		return OK;
	return looked_at_list(s, arena_printf(a, _("looked at the caseload: %s"),
	                                      words_label(&case_views, (int)query->view)));
}

enum status casework_cases(struct session *s, const struct list_query *query,
                           const struct case_row *after, size_t limit, struct arena *a,
                           struct cases *ret)
{
	struct case_page page = { query, after, limit, s->today, &s->rules.cases };
	struct case_list list = { 0 };
	struct cases cases = { 0 };
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	if (rc == OK)
		rc = session_store(s, caseload_page(s->store, &page, a, &list));
	if (rc == OK)
		rc = note_cases(s, query, after == NULL, list.n, a);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct case_shown shown;

		rc = show(s, &list.at[i], a, &shown);
		if (rc == OK)
			*ARENA_PUSH(a, &cases) = shown;
	}
	cases.more = list.n == limit;
	if (rc == OK)
		*ret = cases;
	return rc;
}

enum status casework_case_count(struct session *s, struct account_id worker, size_t *ret)
{
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	return rc == OK ? session_store(s, caseload_count(s->store, worker, ret)) : rc;
}

#define IDS_AT_ONCE 500

enum status casework_case_ids(struct session *s, const struct list_query *query, struct arena *a,
                              struct person_ids *ret)
{
	struct case_page page = { query, NULL, IDS_AT_ONCE, s->today, &s->rules.cases };
	struct person_ids ids = { 0 };
	struct arena pages[2] = { { 0 }, { 0 } };
	struct case_list list = { .n = IDS_AT_ONCE };
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	for (int i = 0; rc == OK && list.n == IDS_AT_ONCE; i = 1 - i) {
		arena_reset(&pages[i]); /* the other one has the row that this page begins behind */
		list = (struct case_list){ 0 };
		rc = session_store(s, caseload_page(s->store, &page, &pages[i], &list));
		for (size_t k = 0; rc == OK && k < list.n; k++)
			*ARENA_PUSH(a, &ids) = list.at[k].person;
		page.after = list.n > 0 ? &list.at[list.n - 1] : NULL;
	}
	arena_reset(&pages[0]);
	arena_reset(&pages[1]);
	if (rc == OK)
		*ret = ids;
	return rc;
}
