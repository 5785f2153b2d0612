/* Taking in others' directories: g a, or the palette. */
#include "test.h"

#include "fixture.h"
#include "package_made.h"
#include "screens.h"
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "/tmp/leeds-directory"

static void make(unsigned how)
{
	const struct package_made what = { FOLDER, 200, 7, how };

	package_unmake(FOLDER);
	package_make(&what);
}

static struct stage *open_it(struct workplace *w)
{
	return stage_open(w, &(struct visit){ .where = &take_in_screen });
}

static void name_it(struct stage *st)
{
	stage_keys(st, "Home Enter");
	stage_type(st, FOLDER);
	stage_keys(st, "Enter");
}

static int64_t services(struct workplace *w)
{
	return store_int(w->session->store, "SELECT count(*) FROM service");
}

static void take_in__tries_before_it_takes(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_it(w);

	stage_golden(st, "take-in-nothing");
	make(PACKAGE_BROKEN_KEYS | PACKAGE_HUGE_CELLS);
	name_it(st);
	stage_shows(st, "196 new, 0 changed, 0 the same");
	stage_shows(st, "Nothing is taken in yet.");
	assert_int_equal(services(w), 0);
	stage_keys(st, "Down Down Down Down");
	stage_golden(st, "take-in-tried");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Taken in: 196 new");
	assert_int_equal(services(w), 196);
	stage_keys(st, "Ctrl-S");
	assert_int_equal(services(w), 196);
	package_unmake(FOLDER);
	stage_close(st);
}

/* What it is called here, and where the refused rows go: both asked, the second written with the rest. */
static void take_in__has_a_name_and_keeps_refused_rows(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_it(w);

	make(PACKAGE_BROKEN_KEYS);
	package_unmake(FOLDER "-left");
	name_it(st);
	stage_keys(st, "Home Down Enter Ctrl-U");
	stage_type(st, "Leeds council");
	stage_keys(st, "Enter");
	stage_shows(st, "It is called: Leeds council");
	stage_shows(st, "Nothing is taken in yet.");
	stage_keys(st, "Home Down Down Enter Ctrl-U");
	stage_type(st, FOLDER "-left");
	stage_keys(st, "Enter");
	stage_shows(st, "Refused rows go to: " FOLDER "-left");
	assert_int_not_equal(access(FOLDER "-left", F_OK), 0);
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Taken in:");
	assert_int_equal(access(FOLDER "-left", F_OK), 0);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM feed WHERE name = 'Leeds council'"),
	                 1);
	package_unmake(FOLDER "-left");
	package_unmake(FOLDER);
	stage_close(st);
}

static void take_in__from_the_directory_by_n(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &directory_screen });

	stage_keys(st, "n");
	stage_shows(st, "a new service");
	stage_keys(st, "2");
	assert_string_equal(stage_place(st), "take-in");
	stage_close(st);
}

static void take_in__says_why_it_cannot(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_it(w);

	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Enter names the folder first");
	package_unmake(FOLDER);
	assert_int_equal(mkdir(FOLDER, 0700), 0);
	name_it(st);
	stage_shows(st, "There is no services.csv in that folder");
	assert_int_equal(services(w), 0);
	rmdir(FOLDER);
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(take_in__tries_before_it_takes, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(take_in__has_a_name_and_keeps_refused_rows,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(take_in__from_the_directory_by_n, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(take_in__says_why_it_cannot, workplace_setup,
		                                workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
