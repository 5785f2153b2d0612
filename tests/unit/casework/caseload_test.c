#include "casework/caseload.h"

#include "fixture.h"
#include "scene.h"
#include "test.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(casework_hand_over_apart__counts_who_shares_a_name_a_home_or_a_number),
		T(casework_hand_over__changes_nothing__when_one_may_not_be_moved),
		T(casework_cases__pages_through_everybody_once),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
