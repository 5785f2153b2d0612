#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

#include "casework/find.h"

static const struct visit today = { .where = &today_screen };

static void palette__finds_somebody_and_goes_there(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &today);
	stage_keys(st, ":");
	assert_string_equal(stage_place(st), "palette");
	stage_type(st, "cart");
	stage_golden(st, "palette");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

static void palette__finds_a_screen_by_letters_in_order(void **state)
{
	struct stage *st = stage_open(*state, &today);

	stage_keys(st, ":");
	stage_type(st, "rmnd");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "reminders");
	stage_close(st);
}

static void palette__says_that_there_is_nobody(void **state)
{
	struct stage *st = stage_open(*state, &today);

	stage_keys(st, ":");
	stage_type(st, "xyzzy");
	stage_shows(st, "Nobody and nothing by that name.");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

static void casework_find__shows_a_volunteer_nobody__before_four_letters_or_kept_apart(void **state)
{
	struct workplace *w = *state;
	struct hits hits;

	scene_set(w);
	assert_int_equal(casework_find(w->session, "doe", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 1);
	store_sql(w->session->store,
	          "UPDATE person SET keep_apart = 1 WHERE family_name = 'Okafor'");
	workplace_as(w, "mary");
	assert_int_equal(casework_find(w->session, "do", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 0);
	assert_string_equal(hits.hint, "Type a whole name, or at least four letters of it.");
	assert_int_equal(casework_find(w->session, "doe", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 1); /* a short name, whole */
	assert_int_equal(casework_find(w->session, "carter", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 2);
	assert_int_equal(casework_find(w->session, "okafor", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 0);
	assert_int_equal(casework_find(w->session, "CL-000006", 20, &w->arena, &hits), OK);
	assert_int_equal(hits.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(palette__finds_somebody_and_goes_there),
		T(palette__finds_a_screen_by_letters_in_order),
		T(palette__says_that_there_is_nobody),
		T(casework_find__shows_a_volunteer_nobody__before_four_letters_or_kept_apart),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
