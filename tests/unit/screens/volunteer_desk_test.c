#include "test.h"

#include "called.h"
#include "fixture.h"
#include "leeds.h"
#include "stage.h"

#include "casework/handover.h"

#include "screens.h"

static struct stage *sit_down(struct workplace *w)
{
	workplace_as(w, "mary");
	return stage_open(w, &(struct visit){ .where = &volunteer_desk_screen });
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

static void desk__volunteer__has_six_things_and_no_caseload(void **state)
{
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	stage_golden(st, "desk");
	stage_hides(st, "Caseload");
	stage_hides(st, "Reminders");
	stage_keys(st, "g");
	stage_hides(st, "cases");
	stage_shows(st, "t Desk");
	stage_keys(st, "Esc F3");
	stage_shows(st, "That key is for workers.");
	assert_string_equal(stage_place(st), "desk");
	stage_keys(st, "n a p h");
	assert_string_equal(stage_place(st), "desk");
	stage_close(st);
}

static void desk__digit__opens_what_it_says(void **state)
{
	static const struct {
		const char *key, *place;
	} ways[] = { { "1", "enquiry" },  { "2", "visitor" }, { "3", "note" }, { "4", "directory" },
		     { "5", "referral" }, { "6", "safety" },  { "?", "how" } };
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		stage_keys(st, ways[i].key);
		assert_string_equal(stage_place(st), ways[i].place);
		stage_keys(st, "Esc");
		assert_string_equal(stage_place(st), "desk");
	}
	stage_keys(st, "F4");
	assert_string_equal(stage_place(st), "directory");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "desk");
	stage_close(st);
}

/* P-j: message, safety and a service sheet, each in four keys at most. */
static void desk__volunteer__reaches_each_in_four_keys(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	leeds_fill(w);
	st = sit_down(w);
	stage_keys(st, "3");
	assert_string_equal(stage_place(st), "note");
	stage_keys(st, "Esc !");
	assert_string_equal(stage_place(st), "safety");
	stage_keys(st, "Esc 4 x");
	assert_string_equal(stage_place(st), "sheet");
	stage_golden(st, "sheet");
	stage_hides(st, "Carter");
	stage_close(st);
}

/* Whoever went past it on the first screen of the shift finds it again. */
static void desk__volunteer__finds_what_was_left_for_her(void **state)
{
	struct workplace *w = *state;
	struct new_note n = { .reader = NOTE_FOR_VOLUNTEERS,
		              .login = "",
		              .words = "No lift today" };
	const char *said = "";
	struct stage *st;

	workplace_as(w, "ann");
	assert_int_equal(casework_leave_note(w->session, &n, &w->arena, &said), OK);
	st = sit_down(w);
	stage_shows(st, "FOR YOU, AND UNFINISHED");
	stage_shows(st, "No lift today");
	stage_keys(st, "End Enter");
	assert_string_equal(stage_place(st), "note-left");
	stage_keys(st, "Enter");
	stage_hides(st, "No lift today");
	stage_close(st);
}

static void desk__how__says_all_six(void **state)
{
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	stage_keys(st, "?");
	stage_golden(st, "how");
	for (int i = 0; i < 9; i++)
		stage_keys(st, "Down");
	stage_shows(st, "Ctrl-G locks at once.");
	stage_close(st);
}

/* Under ten keys for a common one. */
static void enquiry__common_one__takes_under_ten_keys(void **state)
{
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	stage_keys(st, "1 3 Tab m o Ctrl-S");
	assert_string_equal(stage_place(st), "desk");
	stage_shows(st, "Saved, without a name: Money, bills or debt, 1 minute.");
	assert_int_equal(count(w, "SELECT count(*) FROM enquiry WHERE gave = 'words'"), 1);
	stage_close(st);
}

/* What was given, whatever it was, what about and where from: nine keys of the form. */
static void enquiry__with_topic_and_area__takes_nine_keys(void **state)
{
	static const char *const keys[] = { "Tab", "m", "o", "Tab", "l", "s", "6", "Ctrl-S" };
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	for (int gift = 1; gift <= 5; gift++) {
		stage_keys(st, arena_printf(&w->arena, "1 %d", gift));
		for (size_t i = 0; i < COUNT_OF(keys); i++)
			stage_keys(st, keys[i]);
		stage_shows(st, "Saved, without a name: Money, bills or debt, LS6, 1 minute.");
		assert_int_equal(count(w, "SELECT count(*) FROM enquiry WHERE area = 'LS6'"), gift);
	}
	assert_true(1 + COUNT_OF(keys) <= 9);
	stage_close(st);
}

static void enquiry__service__is_found_by_letters_and_taken_with_enter(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	leeds_fill(w);
	st = sit_down(w);
	stage_keys(st, "1 1 Tab m o Tab");
	stage_type(st, "ls6");
	stage_keys(st, "Tab");
	stage_type(st, "citiz");
	stage_golden(st, "enquiry");
	stage_keys(st, "Enter");
	stage_type(st, "shel");
	stage_keys(st, "Enter Ctrl-S");
	stage_shows(st, "Saved, without a name: Money, bills or debt, LS6, 1 minute.");
	assert_int_equal(count(w, "SELECT count(*) FROM enquiry_service"), 2);
	stage_keys(st, "g e");
	stage_golden(st, "enquiries");
	stage_close(st);
}

static void enquiry__half_done__is_kept_and_on_the_desk(void **state)
{
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	stage_keys(st, "1 2 Esc");
	stage_shows(st, "UNFINISHED");
	stage_shows(st, "Enquiry begun, not saved");
	stage_keys(st, "End Enter");
	assert_string_equal(stage_place(st), "enquiry");
	stage_shows(st, "a leaflet or a sheet");
	stage_close(st);
}

static void type_visitor(struct stage *st, const char *given, const char *family, const char *born)
{
	stage_keys(st, "2");
	stage_type(st, given);
	stage_keys(st, "Tab");
	stage_type(st, family);
	stage_keys(st, "Tab");
	stage_type(st, born);
	stage_keys(st, "Ctrl-S");
}

static void visitor__name_and_birth_date_match__is_on_the_list(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = sit_down(w);
	type_visitor(st, "janie", "CARTER", "12/3/81");
	assert_string_equal(stage_place(st), "visit");
	stage_shows(st, "On your list for today. Priya Shah is told.");
	stage_golden(st, "visit");
	stage_keys(st, "Esc");
	stage_shows(st, "TODAY'S LIST");
	stage_shows(st, "Carter, Jane 1981");
	stage_shows(st, "here since 09:00");
	stage_keys(st, "End Enter");
	assert_string_equal(stage_place(st), "visit");
	assert_int_equal(count(w, "SELECT count(*) FROM access WHERE kind = 'shift'"), 1);
	stage_close(st);
	workplace_as(w, "priya");
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_shows(st, "Is here, with Mary Bell, 09:00");
	stage_close(st);
}

static void assert_no_match(struct workplace *w, struct stage *st)
{
	assert_string_equal(stage_place(st), "visitor");
	stage_shows(st, "No match. Offer to take a message. Take one?");
	assert_int_equal(count(w, "SELECT count(*) FROM access"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM message"), 0);
	stage_keys(st, "n");
	assert_string_equal(stage_place(st), "desk");
}

/* Kept apart, restricted, another birth date and nobody at all: one and the same answer. */
static void visitor__whoever_is_not_to_be_known_of__is_nobody(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = sit_down(w);
	type_visitor(st, "Jane", "Carter", "13/3/81");
	assert_no_match(w, st);
	type_visitor(st, "Anna", "Nobody", "12/3/81");
	assert_no_match(w, st);
	store_sql(w->session->store, "UPDATE person SET keep_apart = 1");
	type_visitor(st, "Jane", "Carter", "12/3/81");
	assert_no_match(w, st);
	store_sql(w->session->store, "UPDATE person SET keep_apart = 0, restricted = 1");
	type_visitor(st, "Jane", "Carter", "12/3/81");
	assert_no_match(w, st);
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE what LIKE '%Carter%'"), 0);
	stage_close(st);
}

static void visitor__no_match__takes_a_message_from_them(void **state)
{
	struct workplace *w = *state;
	struct stage *st = sit_down(w);

	type_visitor(st, "Rosa", "Diaz", "1/1/70");
	stage_keys(st, "y");
	assert_string_equal(stage_place(st), "note");
	stage_shows(st, "Rosa Diaz");
	stage_type(st, "She will come again on Friday");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "desk");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE from_whom = 'Rosa Diaz'"), 1);
	stage_close(st);
}

static void visit__danger__is_read_before_a_number_is_shown(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	store_sql(w->session->store, "UPDATE safe_contact SET danger = 1");
	st = sit_down(w);
	type_visitor(st, "Jane", "Carter", "12/3/81");
	stage_hides(st, "07700 900123");
	stage_keys(st, "Enter");
	stage_shows(st, "07700 900123");
	stage_hides(st, "0113 496 0123");
	stage_close(st);
}

static void visit__volunteer__mends_a_number_and_the_worker_looks(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = sit_down(w);
	type_visitor(st, "Jane", "Carter", "12/3/81");
	stage_keys(st, "e Tab Tab");
	stage_type(st, "07700 900999");
	stage_golden(st, "mend");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "visit");
	stage_shows(st, "07700 900999");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE words LIKE 'Mended,%'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM contact_point WHERE struck_on IS NULL"), 3);
	stage_close(st);
}

/* The list ends with the day, and with it the right. */
static void visit__the_day_after__is_nobody_of_theirs(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = sit_down(w);
	type_visitor(st, "Jane", "Carter", "12/3/81");
	stage_close(st);
	workplace_days_later(w, 1);
	st = stage_open(w, &(struct visit){ .where = &volunteer_desk_screen });
	stage_hides(st, "Carter");
	stage_close(st);
	assert_int_equal(
		casework_may_about(w->session, OP_OPEN_CONTACT_DETAILS, (struct person_id){ 1 }),
		E_DENIED);
}

/* Whoever takes somebody in sees them until tonight, and tells nobody that they may be here. */
static void intake__volunteer__keeps_access_and_is_told_no_name(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	st = sit_down(w);
	stage_keys(st, "5");
	stage_hides(st, "What for");
	stage_hides(st, "Cancer group");
	stage_keys(st, "1 Tab Tab Tab");
	stage_type(st, "Jane");
	stage_keys(st, "Tab");
	stage_type(st, "Carter");
	stage_golden(st, "intake");
	stage_shows(st, "1 possible match. Save anyway; the coordinator is told.");
	stage_hides(st, "CL-000001");
	stage_keys(st, "Ctrl-S");
	assert_string_equal(stage_place(st), "visit");
	stage_shows(st, "The coordinator is told.");
	stage_keys(st, "Esc");
	stage_shows(st, "you took them in, 09:00");
	stage_close(st);
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE words LIKE '%CL-000001%'"),
	                 1);
}

/* P-j: no name of a kept-apart person by any of search, duplicate hint, palette. */
static void volunteer__search__names_nobody_who_is_kept_apart(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	store_sql(w->session->store, "UPDATE person SET postcode = 'LS6 2AB'");
	st = sit_down(w);
	stage_keys(st, ":");
	stage_type(st, "carter");
	stage_shows(st, "Never say whether somebody is known here. Offer to take a message.");
	stage_shows(st, "Carter, Jane “Janie” 1981");
	stage_shows(st, "Leeds, priya");
	stage_golden(st, "palette-volunteer");
	stage_hides(st, "text first");
	/* Not on today's list: a message can be taken, and nothing of hers is opened. */
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "note");
	stage_hides(st, "Carter");
	stage_keys(st, "Esc");
	store_sql(w->session->store, "UPDATE person SET keep_apart = 1");
	stage_keys(st, ":");
	stage_type(st, "carter");
	stage_hides(st, "Carter, Jane");
	stage_keys(st, "Esc 5 1 Tab Tab Tab");
	stage_type(st, "Jane");
	stage_keys(st, "Tab");
	stage_type(st, "Carter");
	stage_hides(st, "possible match");
	stage_close(st);
}

static void shift__coordinator__puts_somebody_on_a_list(void **state)
{
	struct workplace *w = *state;
	struct person_id p = called_jane(w);
	struct stage *st = stage_open(w, &(struct visit){ .where = &shift_screen, .id = { p.n } });

	stage_keys(st, "1 Tab Tab");
	stage_type(st, "lift at 14:00");
	stage_golden(st, "shift");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM access WHERE kind = 'shift'"), 1);
	stage_close(st);
	workplace_as(w, "mary");
	st = stage_open(w, &(struct visit){ .where = &volunteer_desk_screen });
	stage_shows(st, "lift at 14:00");
	stage_close(st);
}

static void nameless__screen__says_what_it_costs(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &today_screen });

	stage_keys(st, "g a");
	stage_shows(st, "Desk without a name");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &nameless_screen });
	stage_golden(st, "nameless");
	stage_keys(st, "1");
	stage_shows(st, "This file has no key file");
	stage_close(st);
}

/* An account that is nobody's sees what may be done without a name, and no list of people. */
static void nameless__desk__has_no_list_and_finds_nobody(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	called_jane(w);
	store_sql(w->session->store, "INSERT INTO account (login, name, roles)"
	                             " VALUES ('desk', 'Desk, no name', 16);"
	                             "INSERT INTO setting (name, value)"
	                             " VALUES ('desk_without_name', 'yes')");
	w->session->service.desk_without_name = true;
	w->session->service.desk_until = DAY_NONE;
	workplace_as(w, "desk");
	st = stage_open(w, &(struct visit){ .where = &volunteer_desk_screen });
	stage_golden(st, "desk-nameless");
	stage_keys(st, "2");
	assert_string_equal(stage_place(st), "desk");
	stage_shows(st, "That needs a name. Sign in first: Ctrl-G.");
	stage_keys(st, ":");
	stage_type(st, "carter");
	stage_hides(st, "Carter, Jane");
	stage_keys(st, "Esc u");
	assert_string_equal(stage_place(st), "desk");
	stage_keys(st, "3");
	stage_type(st, "A brother rang");
	stage_keys(st, "Tab Tab Tab Tab 1 Ctrl-S");
	assert_int_equal(count(w, "SELECT count(*) FROM message WHERE taken_by = 5"), 1);
	stage_keys(st, "!");
	assert_string_equal(stage_place(st), "safety");
	stage_close(st);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(desk__volunteer__has_six_things_and_no_caseload),
		TEST(desk__digit__opens_what_it_says),
		TEST(desk__volunteer__reaches_each_in_four_keys),
		TEST(desk__volunteer__finds_what_was_left_for_her),
		TEST(desk__how__says_all_six),
		TEST(enquiry__common_one__takes_under_ten_keys),
		TEST(enquiry__with_topic_and_area__takes_nine_keys),
		TEST(enquiry__service__is_found_by_letters_and_taken_with_enter),
		TEST(enquiry__half_done__is_kept_and_on_the_desk),
		TEST(visitor__name_and_birth_date_match__is_on_the_list),
		TEST(visitor__whoever_is_not_to_be_known_of__is_nobody),
		TEST(visitor__no_match__takes_a_message_from_them),
		TEST(visit__danger__is_read_before_a_number_is_shown),
		TEST(visit__volunteer__mends_a_number_and_the_worker_looks),
		TEST(visit__the_day_after__is_nobody_of_theirs),
		TEST(intake__volunteer__keeps_access_and_is_told_no_name),
		TEST(volunteer__search__names_nobody_who_is_kept_apart),
		TEST(nameless__screen__says_what_it_costs),
		TEST(nameless__desk__has_no_list_and_finds_nobody),
		TEST(shift__coordinator__puts_somebody_on_a_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
