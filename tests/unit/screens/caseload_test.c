#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

static const struct visit caseload = { .where = &caseload_screen };

static struct stage *open_scene(struct workplace *w)
{
	scene_set(w);
	return stage_open(w, &caseload);
}

static void caseload__stands_with_what_is_next_first(void **state)
{
	struct stage *st = open_scene(*state);

	stage_golden(st, "caseload");
	stage_hides(st, "Hughes");
	stage_close(st);
}

static void caseload__shows_others_by_v(void **state)
{
	struct stage *st = open_scene(*state);

	stage_keys(st, "v");
	stage_golden(st, "caseload-views");
	stage_keys(st, "2");
	stage_shows(st, "Hughes, Margaret");
	stage_keys(st, "v 4");
	stage_shows(st, "Doe, John");
	stage_hides(st, "Pritchard");
	stage_keys(st, "v 7");
	stage_shows(st, "No case is closed yet.");
	stage_close(st);
}

static void caseload__finds_as_it_is_typed(void **state)
{
	struct stage *st = open_scene(*state);

	stage_keys(st, "/");
	stage_type(st, "arter");
	stage_shows(st, "Carter, Jane 1981");
	stage_shows(st, "Carter, June 1956");
	stage_hides(st, "Okafor");
	stage_keys(st, "Esc");
	stage_shows(st, "Okafor");
	stage_close(st);
}

static void caseload__hands_over_whom_was_marked_with_their_reminders(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_keys(st, "Space Space w");
	stage_shows(st, "Hand over 2 people to whom?");
	stage_type(st, "ben");
	stage_keys(st, "Enter");
	stage_shows(st, "To ben. Why?");
	stage_type(st, "two weeks away");
	stage_keys(st, "Enter");
	stage_shows(st, "2 people are ben's now");
	stage_close(st);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM caseload WHERE worker = 2"), 3);
	assert_int_equal(store_int(w->session->store, "SELECT worker FROM reminder WHERE id = 1"),
	                 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(caseload__stands_with_what_is_next_first),
		T(caseload__shows_others_by_v),
		T(caseload__finds_as_it_is_typed),
		T(caseload__hands_over_whom_was_marked_with_their_reminders),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
