#include "test.h"

#include "called.h"
#include "fixture.h"
#include "stage.h"

#include "screens.h"

static struct stage *open_note(struct workplace *w)
{
	struct stage *st = stage_open(w, &(struct visit){ .where = &help_screen });

	w->session->minute = 9 * 60 + 55;
	stage_keys(st, "g n");
	assert_string_equal(stage_place(st), "note");
	return st;
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void note__begins_in_the_note__and_asks_who_last(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_note(w);

	stage_type(st, "Her landlord wants the keys back by Friday.");
	stage_golden(st, "note");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved as Note without a person, Mon 09:55.");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE done_on IS NULL"), 1);
	stage_close(st);
}

/* The second caller is not written into the first one's note; both stand on Today. */
static void note__begun_while_another_is_unfinished__is_a_sheet_of_its_own(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_note(w);

	stage_type(st, "The landlord");
	stage_keys(st, "Esc g n");
	stage_shows(st, "Kept, unfinished: call note, begun 09:55.");
	stage_hides(st, "The landlord");
	stage_type(st, "The brother");
	stage_keys(st, "Esc g n");
	stage_hides(st, "The brother");
	stage_type(st, "The sister");
	stage_keys(st, "Esc");
	assert_int_equal(count(w, "SELECT count(*) FROM draft WHERE form = 'note'"), 3);
	/* And each comes back as itself. */
	stage_keys(st, "g g");
	stage_shows(st, "The sister");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM draft WHERE form = 'note'"), 2);
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE words = 'The sister'"), 1);
	stage_close(st);
}

static void note__for_a_worker__is_a_message(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_note(w);

	stage_type(st, "Ring back");
	stage_keys(st, "Tab");
	stage_type(st, "Rosa Diaz");
	stage_keys(st, "Tab Tab Tab");
	stage_type(st, "ben");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: a message for Ben Ojo, on their Today.");
	assert_int_equal(count(w, "SELECT for_account FROM message"), 2);
	stage_close(st);
}

static void note__reference__names_whom_it_means_before_saving(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = open_note(w);

	stage_type(st, "Rang about parking");
	stage_keys(st, "Tab Tab Tab Tab Tab");
	stage_type(st, "cl-000001");
	stage_shows(st, "Carter, Jane “Janie” · 12 Mar 1981");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved with Carter, Jane 1981: they rang us, Mon 09:55.");
	assert_int_equal(count(w, "SELECT person FROM contact"), p.n);
	stage_close(st);
}

static void note__name__is_found_as_it_is_typed_and_taken_with_enter(void **state)
{
	struct workplace *w = *state;
	struct person_id p;
	struct stage *st;

	called_nobody_asked(w, "Cartwright");
	p = called_jane(w);
	st = open_note(w);
	stage_type(st, "Rang about parking");
	stage_keys(st, "Tab Tab Tab Tab Tab");
	stage_type(st, "cart");
	stage_shows(st, "Cartwright, Samir");
	stage_golden(st, "note-who");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Nobody is found by that.");
	stage_type(st, "e");
	stage_hides(st, "Cartwright, Samir");
	stage_keys(st, "Enter");
	stage_shows(st, "Carter, Jane “Janie” · 12 Mar 1981");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved with Carter, Jane 1981: they rang us, Mon 09:55.");
	assert_int_equal(count(w, "SELECT person FROM contact"), p.n);
	stage_close(st);
}

static void note__kept_before__is_put_to_somebody(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = open_note(w);
	stage_type(st, "Keys by Friday");
	stage_keys(st, "Ctrl-S");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &help_screen });
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &note_screen,
	                                    .id = { 0, count(w, "SELECT id FROM message") } });
	stage_shows(st, "Keys by Friday");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE done_on IS NULL"), 1);
	stage_type(st, "1");
	stage_shows(st, "Carter, Jane");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE done_on IS NULL"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM contact"), 1);
	stage_close(st);
}

static void note__volunteer__is_told_what_never_to_say_and_not_who_is_here(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	workplace_as(w, "mary");
	st = open_note(w);
	stage_golden(st, "note-volunteer");
	stage_shows(st, "Never say whether somebody is known here. Offer to take a message.");
	stage_hides(st, "Who it is about");
	stage_type(st, "She asked for Ben");
	stage_keys(st, "Tab Tab Tab Tab");
	stage_type(st, "ben");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: a message for Ben Ojo");
	stage_close(st);
}

/* Care rule 8: whoever answers the telephone takes a message, and it lands with the worker. */
static void note__every_role__takes_a_message_that_lands_in_called_for_you(void **state)
{
	static const char *const logins[] = { "mary", "ben", "ann", "aud" };
	struct workplace *w = *state;
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO account (login, name, roles) VALUES ('aud', 'Amy Fox', 8)");
	for (size_t i = 0; i < COUNT_OF(logins); i++) {
		workplace_as(w, logins[i]);
		st = open_note(w);
		stage_type(st, "She asks for ");
		stage_type(st, logins[i]);
		stage_keys(st, "Tab");
		stage_type(st, "Rosa Diaz");
		stage_keys(st, "Tab");
		stage_type(st, "07700 900321");
		stage_keys(st, "Tab");
		stage_type(st, "after 15:00");
		stage_keys(st, "Tab 3");
		stage_shows(st, "Priya Shah");
		stage_keys(st, "Ctrl-S");
		assert_string_equal(stage_place(st), "help");
		stage_close(st);
	}
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE from_whom = 'Rosa Diaz'"
	                          " AND phone IS NOT NULL AND hours = 'after 15:00'"
	                          " AND for_account = 1"),
	                 4);
	workplace_as(w, "priya");
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_shows(st, "CALLED FOR YOU");
	for (size_t i = 0; i < COUNT_OF(logins); i++)
		stage_shows(st, logins[i]);
	stage_close(st);
}

static void note__without_words__says_what_is_missing(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_note(w);

	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "note");
	stage_shows(st, "What was said? A few words will do.");
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(note__begins_in_the_note__and_asks_who_last),
		TEST(note__begun_while_another_is_unfinished__is_a_sheet_of_its_own),
		TEST(note__for_a_worker__is_a_message),
		TEST(note__reference__names_whom_it_means_before_saving),
		TEST(note__name__is_found_as_it_is_typed_and_taken_with_enter),
		TEST(note__kept_before__is_put_to_somebody),
		TEST(note__volunteer__is_told_what_never_to_say_and_not_who_is_here),
		TEST(note__every_role__takes_a_message_that_lands_in_called_for_you),
		TEST(note__without_words__says_what_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
