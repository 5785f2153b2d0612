#include "casework/caseload.h"
#include "casework/undo.h"
#include "model/case_filter.h"
#include "store/derive.h"

#include "fixture.h"
#include "scene.h"
#include "test.h"

#include <stdint.h>

static void casework_hand_over__changes_nothing__when_one_may_not_be_moved(void **state)
{
	struct workplace *w = *state;
	struct person_id people[] = { { 10 }, { 1 } };
	struct hand_over what = { people, 2, "ben", "away" };
	size_t moved = 0;

	scene_set(w);
	what.reason = "";
	assert_int_equal(casework_hand_over(w->session, &what, &moved), E_INVALID);
	what.reason = "away";
	what.login = "mary";
	assert_int_equal(casework_hand_over(w->session, &what, &moved), E_INVALID);
	what.login = "priya";
	workplace_as(w, "ben");
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	assert_int_equal(moved, 1);
	what.login = "ben";
	assert_int_equal(casework_hand_over(w->session, &what, &moved), E_DENIED);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM referral WHERE worker = 2"), 0);
}

/* Whose every case and reminder is, also as the caseload has it. */
static const char *whose(struct workplace *w)
{
	return store_text(w->session->store,
	                  "SELECT group_concat(x, ' ') FROM ("
	                  "SELECT 'r' || id || ':' || coalesce(worker, 0) AS x FROM referral"
	                  " UNION ALL SELECT 'c' || referral || ':' || coalesce(worker, 0)"
	                  "  FROM caseload"
	                  " UNION ALL SELECT 'm' || id || ':' || coalesce(worker, 0)"
	                  "  FROM reminder)",
	                  &w->arena);
}

static void assert_counted(struct workplace *w)
{
	const char *wrong = NULL;

	assert_int_equal(store_recount(w->session->store, &w->arena, &wrong), OK);
	if (wrong)
		fail_msg("%s", wrong);
}

/* Of each what the one had goes to the other: not what is somebody else's, nor the check of a service. */
static void casework_hand_over__takes_along_what_is_theirs__and_back(void **state)
{
	struct workplace *w = *state;
	struct store *st = w->session->store;
	struct person_id people[25];
	const struct hand_over what = { people, 25, "ben", "away" };
	const char *before, *undone;
	size_t moved = 0;

	scene_set(w);
	store_sql(st,
	          "INSERT INTO reminder (id, person, worker, kind, what, due_on, first_due_on,"
	          "  made_on, by_account, state) VALUES"
	          " (901, 10, 1, 'follow_up', 'Priya keeps it', 20790, 20790, 20700, 1, 'open')");
	scene_add(w, 20, 25, 20785);
	store_sql(st,
	          "INSERT INTO reminder (id, person, worker, kind, what, due_on, first_due_on,"
	          "  made_on, by_account, state) VALUES"
	          " (2002, 21, 2, 'follow_up', 'of Ben', 20790, 20790, 20700, 1, 'open'),"
	          " (2003, 21, NULL, 'follow_up', 'on duty', 20790, 20790, 20700, 1, 'open'),"
	          " (2004, 21, 1, 'service_check', 'the number', 20790, 20790, 20700, 1, 'open'),"
	          " (2005, 21, 1, 'follow_up', 'was done', 20750, 20750, 20700, 1, 'done'),"
	          " (2006, 21, 1, 'chase', 'a second one', 20790, 20790, 20700, 1, 'open');"
	          "UPDATE caseload SET last_due = 20790 WHERE person = 21");
	for (int i = 0; i < 25; i++)
		people[i].n = 20 + i;
	before = whose(w);
	assert_counted(w);
	assert_int_equal(casework_hand_over(w->session, &what, &moved), OK);
	assert_int_equal(moved, 25);
	assert_int_equal(store_int(st, "SELECT count(*) FROM caseload WHERE worker = 2"), 26);
	assert_string_equal(store_text(st,
	                               "SELECT group_concat(id || ':' || coalesce(worker, 0), ' ')"
	                               " FROM reminder WHERE id = 901 OR id > 2000",
	                               &w->arena),
	                    "901:1 2002:2 2003:0 2004:1 2005:1 2006:2");
	assert_counted(w);
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &undone), OK);
	assert_int_equal(casework_undo(w->session), OK);
	assert_string_equal(whose(w), before);
	assert_counted(w);
}

/* Pages that follow one another have everybody once, in every order. */
static size_t apart(struct workplace *w)
{
	const struct person_id people[] = { { 1 }, { 2 } };
	struct hand_over what = { people, 2, "ben", "" };
	size_t n = 99;

	assert_int_equal(casework_hand_over_apart(w->session, &what, &n), OK);
	return n;
}

/* Care rule 7: Margaret Hughes (10) is Ben's. A name, a home or a number says it, of those kept apart. */
static void casework_hand_over_apart__counts_who_shares_a_name_a_home_or_a_number(void **state)
{
	struct workplace *w = *state;
	struct store *st = w->session->store;

	scene_set(w);
	store_sql(st, "UPDATE person SET keep_apart = 1 WHERE id = 10");
	assert_int_equal(apart(w), 0);
	store_sql(st, "UPDATE person SET family_name = 'CARTÉR' WHERE id = 10");
	assert_int_equal(apart(w), 1);
	store_sql(st, "INSERT INTO contact_point (person, kind, value)"
	              " VALUES (10, 'phone', '07700900456')");
	assert_int_equal(apart(w), 2);
	store_sql(st,
	          "UPDATE person SET family_name = 'Hughes' WHERE id = 10;"
	          "UPDATE person SET address = '1 Elm', postcode = 'LS6 1AA' WHERE id IN (1, 10)");
	assert_int_equal(apart(w), 2);
	store_sql(st, "UPDATE person SET keep_apart = 0");
	assert_int_equal(apart(w), 0);
	store_sql(st, "UPDATE person SET keep_apart = 1 WHERE id = 1");
	assert_int_equal(apart(w), 1);
}

static void casework_cases__pages_through_everybody_once(void **state)
{
	struct workplace *w = *state;

	scene_set(w);
	scene_add(w, 20, 25, 20785);
	for (int order = CASES_BY_DUE; order <= CASES_BY_SPOKEN; order++)
		for (int all = 0; all < 2; all++) {
			struct list_query q = {
				CASES_EVERYONE, "", (enum case_order)order, { all ? 0 : 1 }
			};
			struct cases page = { .more = true };
			struct case_row last = { 0 };
			bool seen[64] = { false };
			size_t n = 0;

			while (page.more) {
				assert_int_equal(casework_cases(w->session, &q, n ? &last : NULL, 7,
				                                &w->arena, &page),
				                 OK);
				for (size_t i = 0; i < page.n; i++, n++) {
					assert_false(seen[page.at[i].row.person.n]);
					seen[page.at[i].row.person.n] = true;
					last = page.at[i].row;
				}
			}
			assert_int_equal(n, all ? 35 : 34);
		}
}

/* One who differs from the next in all that a view can ask for. */
static void vary(struct workplace *w)
{
	store_sql(w->session->store,
	          "UPDATE caseload SET last_spoken_on = iif(person % 3, 20780 - person, NULL),"
	          " assessed_on = iif(person % 4, 20710, NULL), plan_due = person % 5 = 0,"
	          " next_due = iif(person % 2, 20785, NULL),"
	          " council = iif(person % 3 = 1, 'E08000035', NULL),"
	          " stage = iif(person % 4 = 2, 'in_treatment', NULL),"
	          " waiting_on = iif(person % 5 = 1, 'Leeds Café', iif(person % 5 = 2, 'x', NULL)),"
	          " lives_alone = iif(person % 3 = 0, NULL, person % 3 = 1), raised ="
	          " iif(person % 7, 'practical.money ' || (person % 10 + 1) || ';other.x 3;', NULL)"
	          " WHERE person >= 20");
}

/* The people of a query, one bit each; ids from 20 on. */
static uint64_t in_query(struct workplace *w, const struct list_query *q)
{
	struct cases page = { 0 };
	uint64_t set = 0;

	assert_int_equal(casework_cases(w->session, q, NULL, 100, &w->arena, &page), OK);
	for (size_t i = 0; i < page.n; i++)
		if (page.at[i].row.person.n >= 20)
			set |= UINT64_C(1) << (page.at[i].row.person.n - 20);
	return set;
}

/* The same, but row by row out of all of them. */
static uint64_t by_rows(struct workplace *w, const struct list_query *q)
{
	const struct list_query all = { CASES_EVERYONE, "", CASES_BY_NAME, { 0 } };
	struct cases page = { 0 };
	uint64_t set = 0;

	assert_int_equal(casework_cases(w->session, &all, NULL, 100, &w->arena, &page), OK);
	for (size_t i = 0; i < page.n; i++) {
		const struct case_row *row = &page.at[i].row;

		if (row->person.n >= 20 &&
		    case_in_view(row, q->view, w->session->today, &w->session->rules.cases) &&
		    case_filter_fits(q->filter, row, w->session->today))
			set |= UINT64_C(1) << (row->person.n - 20);
	}
	return set;
}

/* Whatever the file is asked for is what its rows say, one by one, in every order. */
static void casework_cases__are_those_that_the_view_asks_for(void **state)
{
	struct workplace *w = *state;
	struct case_filter asked[11];

	scene_set(w);
	scene_add(w, 20, 60, 20785);
	vary(w);
	for (size_t i = 0; i < COUNT_OF(asked); i++)
		asked[i] = case_filter_blank;
	asked[1].council = "E08000035";
	asked[2].stage = STAGE_IN_TREATMENT;
	asked[3].concern = "practical.money";
	asked[4].concern = "practical.money";
	asked[4].at_least = 6;
	asked[5].at_least = 8;
	asked[6].waiting = "cafe";
	asked[7].spoken_days = 30;
	asked[8].no_next = true;
	asked[9].lives_alone = true;
	asked[10] = asked[9];
	asked[10].concern = "practical.money";
	for (size_t i = 0; i < COUNT_OF(asked); i++)
		for (int view = CASES_EVERYONE; view <= CASES_PLAN_OVERDUE; view++)
			for (int order = CASES_BY_DUE; order <= CASES_BY_SPOKEN; order++) {
				const struct list_query q = { .view = (enum case_view)view,
					                      .order = (enum case_order)order,
					                      .find = "",
					                      .filter = &asked[i] };

				assert_int_equal(in_query(w, &q), by_rows(w, &q));
				if (view == CASES_EVERYONE && i > 0)
					assert_in_range(__builtin_popcountll(in_query(w, &q)), 1,
					                58);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(casework_hand_over_apart__counts_who_shares_a_name_a_home_or_a_number),
		T(casework_hand_over__changes_nothing__when_one_may_not_be_moved),
		T(casework_hand_over__takes_along_what_is_theirs__and_back),
		T(casework_cases__are_those_that_the_view_asks_for),
		T(casework_cases__pages_through_everybody_once),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
