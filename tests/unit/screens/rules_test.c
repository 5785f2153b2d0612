/* Rules and days off: g a. */
#include "test.h"

#include "fixture.h"
#include "scene.h"
#include "screens.h"
#include "stage.h"

#include "base/clock.h"
#include "casework/reminders.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct visit rules = { .where = &rules_screen },
			  days_off = { .where = &days_off_screen };

static const char *write_file(const char *text)
{
	static char path[] = "/tmp/clew-rules-XXXXXX";
	int fd;

	memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_true(write(fd, text, strlen(text)) > 0);
	close(fd);
	return path;
}

static void ask_for(struct stage *st, const char *path)
{
	stage_keys(st, "Enter");
	stage_type(st, path);
	stage_keys(st, "Enter");
	unlink(path);
}

static void rules__say_whose_they_are_and_what(void **state)
{
	struct stage *st = stage_open(*state, &rules);

	stage_shows(st, "clew's own");
	stage_golden(st, "rules");
	stage_keys(st, "PgDn");
	stage_shows(st, "Looking at care and support again");
	stage_close(st);
}

static void rules__of_a_file_with_faults__tell_each(void **state)
{
	struct stage *st = stage_open(*state, &rules);

	ask_for(st, write_file("stage\tdays\nin_treatment\t-1\nresting\t9\nrecurrence\t0\n"));
	stage_shows(st, "3 to mend in the file. Nothing was loaded.");
	stage_shows(st, "line 3: stage: there is no");
	stage_golden(st, "rules-faults");
	stage_close(st);
}

static void rules__of_ones_own__stand_until_clews_are_wanted_again(void **state)
{
	struct stage *st = stage_open(*state, &rules);

	stage_keys(st, "Down Down");
	ask_for(st, write_file("stage\tdays\nin_treatment\t14\n"));
	stage_shows(st, "They hold from now on");
	stage_shows(st, "yours, 23 Nov by priya");
	stage_keys(st, "Enter 2 y");
	stage_shows(st, "clew's own hold again");
	stage_hides(st, "yours, 23 Nov");
	stage_close(st);
}

static void remind(struct workplace *w, const char *what, int minute, bool promised)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.worker = w->session->account.id;
	r.what = what;
	r.due_on = w->session->today + 4;
	r.due_minute = minute;
	r.to_person = promised;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
}

static void days_off__name_what_was_promised__and_move_the_rest(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	remind(w, "Ask ward 5 for the scan result", MINUTE_NONE, false);
	remind(w, "Home visit", 14 * 60, false);
	st = stage_open(w, &days_off);
	stage_shows(st, "Christmas Day");
	stage_keys(st, "d");
	stage_shows(st, "A bank holiday stays");
	stage_keys(st, "n");
	stage_type(st, "fri");
	stage_keys(st, "Enter");
	stage_shows(st, "Fri 27 Nov: what day is it?");
	stage_type(st, "Staff day");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved. Fri 27 Nov is off. Enter moves what falls on it.");
	stage_shows(st, "promised");
	stage_golden(st, "days-off");
	stage_keys(st, "Enter");
	stage_shows(st, "Move 1 to Mon 30 Nov? 1 promised stay.");
	stage_keys(st, "y");
	stage_shows(st, "Moved to Mon 30 Nov: 1");
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM reminder WHERE due_on = 20787"),
		1);
	stage_keys(st, "Enter");
	stage_shows(st, "each is asked about first");
	stage_keys(st, "d y");
	stage_shows(st, "an ordinary day again");
	stage_close(st);
}

static void days_off__say_how_far_they_are_known__when_none_is_left(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	workplace_days_later(w, 900);
	st = stage_open(w, &days_off);
	stage_shows(st, "bank holidays are known to 2028");
	stage_shows(st, "None is known that is to come. n adds one.");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(rules__say_whose_they_are_and_what),
		T(rules__of_a_file_with_faults__tell_each),
		T(rules__of_ones_own__stand_until_clews_are_wanted_again),
		T(days_off__name_what_was_promised__and_move_the_rest),
		T(days_off__say_how_far_they_are_known__when_none_is_left),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
