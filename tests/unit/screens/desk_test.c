#include "test.h"

#include "fixture.h"
#include "scene.h"
#include "stage.h"

#include <string.h>

#include "casework/strip.h"
#include "screens.h"

static void desk__chord_lists_where_it_can_go(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &help_screen });

	stage_keys(st, "g");
	stage_shows(st, "t Today");
	stage_shows(st, "c cases");
	stage_keys(st, "Esc");
	stage_hides(st, "t Today");
	stage_close(st);
}

static void desk__too_small_says_what_it_needs(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &help_screen });
	const char *shot = stage_shot(st, 10, 50);

	assert_non_null(strstr(shot, "60 x 16"));
	stage_close(st);
}

/* What cannot be kept stays on the screen, whichever way somebody tries to leave it. */
static void desk__full_disk__lets_nobody_leave_what_is_not_kept(void **state)
{
	struct workplace *w = *state;
	struct store *store = w->session->store;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });
	char page[3000];

	memset(page, 'x', sizeof(page) - 1);
	page[sizeof(page) - 1] = '\0';
	stage_keys(st, "g n");
	stage_type(st, "She rang in tears. ");
	store_sql(store, "PRAGMA max_page_count = 1"); /* as many as there are */
	for (int i = 0; i < 8; i++)
		stage_paste(st, page);
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "note");
	stage_shows(st, "The disk is full.");
	stage_hides(st, "Kept:");
	stage_keys(st, "F2");
	assert_string_equal(stage_place(st), "note");
	store_sql(store, "PRAGMA max_page_count = 100000");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "today");
	assert_int_equal(store_int(store, "SELECT body LIKE '%She rang in tears. xxx%' FROM draft"),
	                 1);
	stage_close(st);
}

static void desk__lock_hides_everything(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &help_screen });

	stage_keys(st, "Ctrl-G");
	stage_shows(st, "Locked. Your work is kept.");
	stage_hides(st, "Priya Shah");
	stage_hides(st, "Today");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "help"); /* as it was */
	stage_close(st);
}

/* g waits for a key, and the first letter of a passphrase is not that key. */
static void desk__lock_after_g_waits_for_nothing(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &help_screen });

	stage_keys(st, "g Ctrl-G");
	stage_hides(st, "t Today");
	stage_keys(st, "c");
	stage_shows(st, "Locked. Your work is kept.");
	stage_close(st);
}

static void desk__lock_and_safety_come_before_a_question(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_keys(st, "q");
	stage_shows(st, "Leave clew?");
	stage_keys(st, "Ctrl-R");
	assert_string_equal(stage_place(st), "safety");
	stage_hides(st, "Leave clew?");
	stage_keys(st, "Esc q Ctrl-G");
	stage_shows(st, "Locked. Your work is kept.");
	stage_hides(st, "Leave clew?");
	stage_close(st);
}

static void desk__ctrl_c_leaves_a_question(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_keys(st, "q Ctrl-C");
	stage_hides(st, "Leave clew?");
	assert_string_equal(stage_place(st), "today");
	stage_close(st);
}

/* What was said last may name somebody. */
static void desk__lock_says_nothing_of_anybody(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_keys(st, "g n H e r Space s i s t e r Space r a n g");
	stage_keys(st, "Ctrl-G");
	stage_shows(st, "Locked. Your work is kept.");
	stage_hides(st, "Kept");
	stage_hides(st, "sister");
	stage_close(st);
}

static void desk__esc_and_a_letter_at_once_are_both(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_keys(st, "? Alt-g");
	assert_string_equal(stage_place(st), "today");
	stage_shows(st, "t Today");
	stage_close(st);
}

/* What follows stands at the end of a sentence, so its end is never cut. */
static void desk__message_that_is_long_takes_two_rows(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_say(st, "Saved: the first time you spoke. Nothing is set for Jane next; f sets a "
	              "reminder, and p opens the plan.");
	stage_shows(st,
	            "\n Saved: the first time you spoke. Nothing is set for Jane next; f sets a\n");
	stage_shows(st, "\n reminder, and p opens the plan.\n");
	stage_keys(st, "Down");
	stage_hides(st, "Saved:");
	stage_close(st);
}

/* A full disk takes no draft: what was typed waits behind the lock, for whoever typed it. */
static void desk__lock_keeps_what_the_file_cannot_take(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &note_screen });

	stage_type(st, "ring her sister");
	store_sql(w->session->store, "PRAGMA query_only = ON");
	stage_keys(st, "Ctrl-G");
	stage_shows(st, "Locked. Your work is kept.");
	stage_hides(st, "sister");
	stage_keys(st, "Enter");
	stage_shows(st, "ring her sister");
	store_sql(w->session->store, "PRAGMA query_only = OFF");
	stage_close(st);
}

/* What a menu cannot do now says why. */
static void desk__new__what_needs_somebody_says_so(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &messages_screen });

	stage_keys(st, "n 7");

	assert_string_equal(stage_place(st), "new");
	assert_string_equal(stage_said(st), "Nobody is chosen. ↓ to somebody first.");
	stage_close(st);
}

/* The last line is the question's: no key of the list behind it means anything now. */
static void desk__question_has_the_key_line_to_itself(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_keys(st, "d");
	stage_shows(st, "Enter answer  Esc leave it");
	stage_hides(st, "c contact");
	stage_keys(st, "Esc r");
	stage_type(st, "fri");
	stage_keys(st, "Enter");
	stage_shows(st, "y yes  n no  Esc leave it  ! safety");
	stage_keys(st, "!"); /* from anywhere, and nothing was answered */
	assert_string_equal(stage_place(st), "safety");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT sum(moved) FROM reminder"), 0);
}

static void desk__f6_says_why_it_goes_nowhere(void **state)
{
	struct stage *st = stage_open(*state, &(struct visit){ .where = &today_screen });

	stage_keys(st, "F6");
	stage_shows(st, "Reports are not in this version yet.");
	stage_keys(st, "F2 g o");
	stage_shows(st, "Reports are not in this version yet.");
	stage_close(st);
}

/* Whatever else gives way: what is no real file is never taken for one. */
static void desk__demonstration_is_said_at_60_columns(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	w->session->demo = true;
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	assert_non_null(strstr(stage_shot(st, 16, 60), "demonstration"));
	assert_non_null(strstr(stage_shot(st, 16, 60), "Reminders"));
	assert_non_null(strstr(stage_shot(st, 24, 80), "Priya Shah"));
	stage_close(st);
	w->session->demo = false;
}

static void strip__names_the_parent_of_whoever_is_under_16(void **state)
{
	struct workplace *w = *state;
	struct person_strip strip;

	scene_set(w);
	store_sql(w->session->store, "UPDATE person SET born_on = 20780 - 15 * 365 WHERE id = 2;"
	                             "UPDATE person SET born_on = 20780 - 16 * 366 WHERE id = 6;"
	                             "INSERT INTO relation (person, name, kind, power) VALUES"
	                             " (2, 'Rosa Diaz', 'parent', 'parent_or_guardian')");
	assert_int_equal(casework_strip(w->session, (struct person_id){ 2 }, &w->arena, &strip),
	                 OK);
	assert_string_equal(strip.safe,
	                    "! under 16: speak first with Rosa Diaz, a parent or guardian");
	store_sql(w->session->store, "UPDATE relation SET ended_on = 20700;"
	                             "UPDATE safe_contact SET voicemail = 0 WHERE person = 2");
	assert_int_equal(casework_strip(w->session, (struct person_id){ 2 }, &w->arena, &strip),
	                 OK);
	assert_string_equal(strip.safe,
	                    "! under 16: speak first with a parent or guardian · no voicemail");
	assert_int_equal(casework_strip(w->session, (struct person_id){ 6 }, &w->arena, &strip),
	                 OK);
	assert_string_equal(strip.safe, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(desk__question_has_the_key_line_to_itself),
		T(desk__f6_says_why_it_goes_nowhere),
		T(desk__demonstration_is_said_at_60_columns),
		T(strip__names_the_parent_of_whoever_is_under_16),
#undef T
		cmocka_unit_test_setup_teardown(desk__lock_keeps_what_the_file_cannot_take,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__esc_and_a_letter_at_once_are_both,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__message_that_is_long_takes_two_rows,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__chord_lists_where_it_can_go, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__too_small_says_what_it_needs, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__full_disk__lets_nobody_leave_what_is_not_kept,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__lock_hides_everything, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__lock_after_g_waits_for_nothing,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__lock_and_safety_come_before_a_question,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__ctrl_c_leaves_a_question, workplace_setup,
		                                workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__new__what_needs_somebody_says_so,
		                                workplace_setup, workplace_teardown),
		cmocka_unit_test_setup_teardown(desk__lock_says_nothing_of_anybody, workplace_setup,
		                                workplace_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
