#include "test.h"

#include "called.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

static struct stage *on_record(struct workplace *w, struct person_id p)
{
	struct visit v = visit_person(&person_screen, p);

	return stage_open(w, &v);
}

static void wishes__are_asked_kindly_and_kept(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = on_record(w, p);

	stage_keys(st, "m");
	assert_string_equal(stage_place(st), "wishes");
	stage_golden(st, "wishes");
	stage_type(st, "At home, with the window open");
	stage_keys(st, "Esc m");
	stage_shows(st, "At home, with the window open");
	stage_keys(st, "Tab Tab y Ctrl-S");
	stage_shows(st, "Saved: what Carter, Jane 1981 wishes.");
	assert_int_equal(store_int(w->session->store, "SELECT plan_made FROM wishes"), 1);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM draft"), 0);
	stage_keys(st, "m");
	stage_golden(st, "wishes-set");
	stage_close(st);
}

static void wishes__side_by_side__do_not_open(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_record(w, called_jane(w));

	stage_keys(st, "g v m");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

/* w on an entry, a name, Enter and y: it is in the other record, and one key brings it back. */
static void move_entry__from_the_timeline__asks_once_and_is_undone(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st;

	called_nobody_asked(w, "Doe");
	called_tried_twice(w, p);
	st = on_record(w, p);
	stage_keys(st, "Tab w");
	assert_string_equal(stage_place(st), "move-entry");
	stage_keys(st, "Enter");
	stage_shows(st, "Nobody is chosen yet.");
	stage_type(st, "doe");
	stage_golden(st, "move-entry");
	stage_keys(st, "Enter");
	assert_true(stage_asks(st));
	stage_keys(st, "y");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Moved to Doe");
	stage_shows(st, "moved to another record");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM contact WHERE person = 2"), 1);
	stage_keys(st, "u y");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM contact WHERE person = 2"), 0);
	stage_close(st);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(wishes__are_asked_kindly_and_kept),
		TEST(wishes__side_by_side__do_not_open),
		TEST(move_entry__from_the_timeline__asks_once_and_is_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
