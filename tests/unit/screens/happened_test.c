#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

static struct stage *about_jane(struct workplace *w)
{
	struct visit v = visit_person(&happened_screen, carter_add(w));

	return stage_open(w, &v);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void happened__died__shows_one_list_before_anything_is_written(void **state)
{
	struct workplace *w = *state;
	struct stage *st = about_jane(w);

	stage_golden(st, "happened-what");
	stage_keys(st, "d Tab");
	stage_type(st, "last wed");
	stage_shows(st, "→ Wed 18 Nov");
	stage_keys(st, "Tab 1 Tab");
	stage_type(st, "Rosa Diaz, friend");
	stage_golden(st, "happened-died-form");
	stage_keys(st, "Ctrl-S");
	stage_golden(st, "happened-died-preview");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 0);
	stage_keys(st, "Esc");
	stage_shows(st, "Rosa Diaz, friend");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 0);
	stage_close(st);
}

static void happened__saved__says_what_follows_and_u_takes_it_back(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	safety_note_add_for(w, carter_add(w));
	st = stage_open(w, &(struct visit){ .where = &safety_notes_screen });
	stage_keys(st, "h e Tab");
	stage_type(st, "18/11");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Where they are: treatment ended, since Wed 18 Nov.");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 0);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: Carter, Jane 1981, treatment ended. Wed 2 Dec: See how they are");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_keys(st, "u");
	stage_shows(st, "Undo: treatment ended, Carter, Jane 1981, 09:00?");
	stage_keys(st, "y");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 0);
	stage_keys(st, "u");
	stage_shows(st, "Undo: the undo of treatment ended, Carter, Jane 1981, 09:00?");
	stage_keys(st, "y");
	assert_int_equal(count(w, "SELECT count(*) FROM happening"), 1);
	stage_close(st);
}

static void happened__incomplete__says_so_under_the_field(void **state)
{
	struct stage *st = about_jane(*state);

	stage_keys(st, "8 Ctrl-S");
	stage_shows(st, "When? A day, or in words: about last spring.");
	stage_shows(st, "Is it sure, or reported only?");
	stage_close(st);
}

static void happened__capitals_choose_the_same(void **state)
{
	struct stage *st = about_jane(*state);

	stage_keys(st, "M Tab");
	stage_shows(st, "New address");
	stage_close(st);
}

/* To somebody who lives it would read like a mistake about them. */
static void happened__alive__is_offered_only_where_a_death_is_recorded(void **state)
{
	struct workplace *w = *state;
	struct stage *st = about_jane(w);

	stage_hides(st, "they are alive");
	stage_keys(st, "9 n");
	stage_hides(st, "Who told us");
	stage_close(st);
	store_sql(w->session->store, "UPDATE person SET died_on = 20000, died_sure = 'reported'");
	st = stage_open(w, &(struct visit){ .where = &happened_screen, .id = { 1 } });
	stage_keys(st, "n");
	stage_shows(st, "not so: they are alive");
	stage_shows(st, "Who told us");
	stage_close(st);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(happened__died__shows_one_list_before_anything_is_written),
		AT_WORK(happened__saved__says_what_follows_and_u_takes_it_back),
		AT_WORK(happened__incomplete__says_so_under_the_field),
		AT_WORK(happened__capitals_choose_the_same),
		AT_WORK(happened__alive__is_offered_only_where_a_death_is_recorded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
