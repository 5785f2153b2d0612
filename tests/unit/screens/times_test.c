#include "fixture.h"
#include "scene.h"
#include "stage.h"
#include "test.h"

#include "screens.h"

static struct stage *open_times(struct workplace *w, int64_t person)
{
	return stage_open(w, &(struct visit){ .where = &times_screen, .id = { person } });
}

static void more_times(struct workplace *w)
{
	store_sql(
		w->session->store,
		"UPDATE referral SET return_to = 'Sr Jones', return_phone = '01134960188',"
		" reason = 'Worried about the rent since her hours were cut' WHERE id = 1;"
		"INSERT INTO referral (person, received_on, source, referrer, state, state_on,"
		" outcome, closed_on, first_contact_by, worker, state_reason)"
		" VALUES (1, 20100, 'ward', 'Ward 5', 'closed', 20222, 'plan_done', 20222, 20107, 2,"
		"         'Home again, and managing')");
}

static void times__stand_with_what_can_come_next(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	more_times(w);
	st = open_times(w, 1);
	stage_golden(st, "times");
	stage_keys(st, "Down");
	stage_shows(st, "Home again, and managing");
	stage_keys(st, "8");
	stage_shows(st, "another time with us is open.");
	stage_close(st);
}

static void times__of_somebody_never_referred__say_which_key(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store, "DELETE FROM reminder WHERE person = 9;"
	                             "DELETE FROM contact WHERE person = 9;"
	                             "DELETE FROM caseload WHERE person = 9;"
	                             "DELETE FROM referral WHERE person = 9");
	st = open_times(w, 9);
	stage_golden(st, "times-empty");
	stage_keys(st, "7");
	stage_shows(st, "nobody has referred them yet");
	stage_keys(st, "9");
	assert_string_equal(stage_place(st), "referral");
	stage_close(st);
}

static void times__of_many_and_hostile_words__stay_in_their_places(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	more_times(w);
	store_sql(w->session->store,
	          "UPDATE person SET family_name = 'Wolfeschlegelsteinhausenbergerdorff',"
	          " given_name = 'Maximiliana-Alexandrina' WHERE id = 1;"
	          "UPDATE referral SET referrer = 'Dr '||char(8238)||'evil'||char(27)||'[2J',"
	          " reason = replace(hex(zeroblob(300)), '00', 'ab c ') WHERE id = 1;"
	          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)"
	          " INSERT INTO referral (person, received_on, source, referrer, state, state_on,"
	          " first_contact_by) SELECT 1, 15000 + 300 * i, 'gp', 'Dr Somebody', 'declined',"
	          " 15010 + 300 * i, 15007 + 300 * i FROM n");
	st = open_times(w, 1);
	stage_golden(st, "times-full");
	stage_close(st);
}

static void time_step__closes_after_showing_what_stops(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	more_times(w);
	st = open_times(w, 1);
	stage_keys(st, "7");
	assert_string_equal(stage_place(st), "time-step");
	stage_golden(st, "time-step-close");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Say why it ends");
	stage_keys(st, "1 Tab Tab 1 Ctrl-S");
	assert_string_equal(stage_place(st), "times");
	stage_shows(st, "closed: plan done");
	stage_shows(st, "Tue 24 Nov: Tell Sr Jones");
	stage_keys(st, "u y");
	stage_shows(st, "Undone.");
	stage_shows(st, "active since");
	stage_close(st);
}

/* Every step from the menu, a digit, and what is half written is kept. */
static void time_step__holds_and_goes_on_and_keeps_what_was_typed(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = open_times(w, 7);
	stage_keys(st, "5");
	stage_type(st, "+2w");
	stage_keys(st, "Tab");
	stage_type(st, "with her sister in Cork");
	stage_golden(st, "time-step-hold");
	stage_keys(st, "Esc 5");
	stage_shows(st, "with her sister in Cork");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "on hold until Mon 7 Dec");
	stage_keys(st, "6 Ctrl-S");
	stage_shows(st, "Doe, John 1979: active.");
	stage_close(st);
}

static void time_step__takes_on_who_is_new(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store,
	          "UPDATE referral SET state = 'received', worker = NULL, accepted_on = NULL,"
	          " return_to = 'Sr Jones' WHERE id = 5");
	st = open_times(w, 5);
	stage_keys(st, "1");
	stage_golden(st, "time-step-accept");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Ruth 1979: accepted.");
	stage_shows(st, "Tell Sr Jones: accepted");
	stage_keys(st, "1");
	stage_shows(st, "We take them on: only while it is new.");
	stage_keys(st, "4");
	assert_string_equal(stage_place(st), "unreached");
	stage_close(st);
}

static void times__open_by_t_from_a_row_and_a_record(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &(struct visit){ .where = &caseload_screen });
	stage_keys(st, "t");
	assert_string_equal(stage_place(st), "times");
	stage_keys(st, "Esc Enter t");
	assert_string_equal(stage_place(st), "times");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(times__stand_with_what_can_come_next),
		T(times__of_somebody_never_referred__say_which_key),
		T(times__of_many_and_hostile_words__stay_in_their_places),
		T(time_step__closes_after_showing_what_stops),
		T(time_step__holds_and_goes_on_and_keeps_what_was_typed),
		T(time_step__takes_on_who_is_new),
		T(times__open_by_t_from_a_row_and_a_record),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
