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
		T(casework_hand_over__changes_nothing__when_one_may_not_be_moved),
		T(casework_cases__pages_through_everybody_once),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
