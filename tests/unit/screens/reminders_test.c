#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

#include "base/clock.h"
#include "casework/reminders.h"
#include "store/reminders.h"

static const struct visit reminders = { .where = &reminders_screen };

static void reminders__stand_by_day_with_the_overdue_first(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &reminders);
	stage_golden(st, "reminders");
	stage_hides(st, "Ben's own");
	stage_keys(st, "v");
	stage_shows(st, "Ben's own");
	stage_close(st);
}

/* What is too long ends before whose it is. */
static void reminders__of_everybody__keep_whose_it_is_apart(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store,
	          "UPDATE reminder SET what = 'Ask the surgery about the missing prescription of "
	          "last week, and about the one before' WHERE what LIKE 'Ben%'");
	st = stage_open(w, &reminders);
	stage_keys(st, "v");
	stage_shows(st, "…  ben");
	stage_close(st);
}

static void reminders__by_month__count_each_day(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &reminders);
	stage_keys(st, "Tab");
	stage_shows(st, "November 2026");
	stage_shows(st, "[23]");
	stage_golden(st, "reminders-month");
	stage_keys(st, "Right d");
	stage_shows(st, "has nothing to do here");
	stage_keys(st, "Enter");
	stage_shows(st, "Nothing is set for that day.");
	stage_keys(st, "Home Enter");
	stage_hides(st, "November 2026");
	stage_shows(st, "TODAY");
	stage_close(st);
}

/* The 31st, a month on: the last day of a shorter one; and what is known of that day. */
static void reminders__by_month__move_by_days_weeks_and_months(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &reminders);
	stage_keys(st, "Tab PgDn Right Right");
	stage_shows(st, "Fri 25 Dec ");
	stage_shows(st, "Christmas Day");
	stage_keys(st, "Down Left");
	stage_shows(st, "Thu 31 Dec ");
	stage_keys(st, "PgDn PgDn");
	stage_shows(st, "Sun 28 Feb 2027");
	stage_keys(st, "Up");
	stage_shows(st, "Sun 21 Feb 2027");
	for (int i = 0; i < 24; i++)
		stage_keys(st, "PgDn");
	stage_shows(st, "February 2029");
	stage_shows(st, "bank holidays are known to 2028");
	stage_keys(st, "Home");
	stage_shows(st, "November 2026");
	stage_close(st);
}

static void fill_day(struct workplace *w, day on, int n, const char *what)
{
	for (int i = 0; i < n; i++) {
		struct reminder r = reminder_blank;
		struct reminder_id id;

		r.worker = w->session->account.id;
		r.what = what;
		r.due_on = on;
		assert_int_equal(casework_remind(w->session, &r, &id), OK);
	}
}

static void reminders__by_month__overfull_and_hostile__stay_a_month(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	fill_day(w, w->session->today, 120,
	         "Ring\x1b[31m \xe2\x80\xae backwards\nand on, with no end of words to it at all");
	fill_day(w, w->session->today + 2, 1, "\xe6\xbc\xa2\xe5\xad\x97 wide");
	st = stage_open(w, &reminders);
	stage_keys(st, "Tab");
	stage_shows(st, "more: Enter");
	stage_golden(st, "reminders-month-full");
	stage_close(st);
}

static void reminders__by_month__when_nothing_is_open__are_a_month_still(void **state)
{
	struct stage *st = stage_open(*state, &reminders);

	stage_keys(st, "Tab");
	stage_shows(st, "Nothing is set for that day.");
	stage_golden(st, "reminders-month-empty");
	stage_keys(st, "v v");
	stage_shows(st, "Reminders, of those you see to");
	stage_keys(st, "Tab");
	stage_shows(st, "Nobody is away whom you see to");
	stage_close(st);
}

static void reminder__that_comes_again__shows_the_next_days_before_it_is_saved(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &reminder_screen });

	stage_type(st, "Ring the ward");
	stage_keys(st, "Enter");
	stage_type(st, "fri");
	stage_keys(st, "Enter Enter");
	stage_type(st, "fortnightly on the 1st");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "A day of the month goes with months");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "fortnightly until 1/2/2027");
	stage_shows(st, "every 2 weeks on Friday: then Fri 11 Dec, Tue 29 Dec, Fri 8 Jan 2027");
	stage_golden(st, "reminder-again");
	stage_keys(st, "Ctrl-S");
	assert_int_equal(
		store_int(w->session->store,
	                  "SELECT repeat = 'every 2 weeks on Friday' AND repeat_until = 20850"
	                  " FROM reminder"),
		1);
	stage_close(st);
}

static void reminders__say_which_rule_made_them(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store, "UPDATE reminder SET rule = 'home-again', moved = 2,"
	                             " why = 'Home from hospital.', moved_reason = 'ward full',"
	                             " repeat = 'every week on Friday'");
	st = stage_open(w, &reminders);
	stage_keys(st, "i");
	stage_shows(st, "Rule home-again, set");
	stage_shows(st, "Comes again every week on Friday.");
	stage_close(st);
}

static void reminders__say_which_key_fills_them__when_empty(void **state)
{
	struct stage *st = stage_open(*state, &reminders);

	stage_shows(st, "f on a person sets one");
	stage_close(st);
}

static void reminders__ask_whether_it_helped__of_a_check_back(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &reminders);
	stage_keys(st, "d");
	stage_shows(st, "Carter, Jane 1981: did it help? yes, partly, no");
	stage_keys(st, "p");
	stage_shows(st, "Done, Carter, Jane 1981. What came of it?");
	stage_type(st, "Rent is put off");
	stage_keys(st, "Enter");
	stage_shows(st, "done: Rent is put off");
	stage_close(st);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT helped = 'partly' AND status = 'completed' AND"
	                           " outcome = 'Rent is put off' AND outcome_on = 20780"
	                           " FROM signpost"),
	                 1);
}

static void reminders__ask_again__when_it_is_not_known_whether_it_helped(void **state)
{
	struct workplace *w = *state;
	struct reminder_outcome how = { .words = "", .helped = HELPED_NOT_KNOWN };
	day again = DAY_NONE;

	scene_set(w);
	assert_int_equal(
		casework_complete_reminder(w->session, (struct reminder_id){ 1 }, &how, &again),
		OK);
	assert_int_equal(again, 20787); /* Mon 23 Nov and the ladder's 5 working days: Mon 30 */
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM reminder WHERE"
	                                              " signpost = 1 AND state = 'open'"),
	                 1);
	assert_int_equal(store_int(w->session->store, "SELECT status = 'waiting' FROM signpost"),
	                 1);
}

static int64_t ver_of(struct workplace *w, struct reminder_id id)
{
	struct reminder r;

	assert_int_equal(reminder_get(w->session->store, id, &w->arena, &r), OK);
	return r.ver;
}

/* At another terminal, while the list stands on this one. */
static void ben_sets(struct workplace *w, struct reminder_id id, struct person_id p, day on)
{
	struct reminder_move to = { ver_of(w, id), on, MINUTE_NONE, "" };

	workplace_as(w, "ben");
	workplace_cover(w, p);
	assert_int_equal(casework_move_reminder(w->session, id, &to), OK);
	workplace_as(w, "priya");
}

/* Two people, one reminder: the day that came first stands, and the second is told. */
static void another_day_is_kept(struct workplace *w, const struct visit *where, const char *keys)
{
	struct stage *st;

	scene_set(w);
	st = stage_open(w, where);
	stage_keys(st, keys);
	stage_stands(st, "Review by phone");
	stage_keys(st, "r");
	stage_type(st, "fri");
	stage_keys(st, "Enter");
	stage_shows(st, "Fri 27 Nov?");
	ben_sets(w, (struct reminder_id){ 2 }, (struct person_id){ 2 }, 20790);
	stage_keys(st, "y");
	stage_shows(st, "It was changed since you saw it, and is set for Thu 3 Dec");
	assert_int_equal(
		store_int(w->session->store,
	                  "SELECT due_on = 20790 AND moved = 1 FROM reminder WHERE id = 2"),
		1);
	stage_close(st);
}

static void reminders__another_day__is_not_set_over_a_colleagues(void **state)
{
	another_day_is_kept(*state, &reminders, "Down Down");
}

static void today__another_day__is_not_set_over_a_colleagues(void **state)
{
	const struct visit today = { .where = &today_screen };

	another_day_is_kept(*state, &today, "");
}

static void casework_move_reminder__wants_a_reason_from_the_second_time_on(void **state)
{
	struct workplace *w = *state;
	struct reminder_move to = { 0, 20790, -1, "" };
	struct reminder_id id = { 2 };

	scene_set(w);
	to.ver = ver_of(w, id);
	assert_int_equal(casework_move_reminder(w->session, id, &to), OK);
	to.ver = ver_of(w, id);
	assert_int_equal(casework_move_reminder(w->session, id, &to), E_INVALID);
	to.reason = "in hospital";
	assert_int_equal(casework_move_reminder(w->session, id, &to), OK);
	assert_int_equal(store_int(w->session->store, "SELECT first_due_on = 20780 AND moved = 2"
	                                              " FROM reminder WHERE id = 2"),
	                 1);
	to.ver = ver_of(w, id);
	to.on = 20779;
	assert_int_equal(casework_move_reminder(w->session, id, &to), E_INVALID);
}

static void casework_complete_reminder__is_refused__when_it_is_done_already(void **state)
{
	struct workplace *w = *state;
	struct reminder_outcome how = { .words = "ok" };

	scene_set(w);
	assert_int_equal(
		casework_complete_reminder(w->session, (struct reminder_id){ 2 }, &how, NULL), OK);
	assert_int_equal(
		casework_complete_reminder(w->session, (struct reminder_id){ 2 }, &how, NULL),
		E_CONFLICT);
}

/* P-d, in part: nothing new is set for somebody who died or asked us to stop. */
static void casework_remind__is_refused__for_who_died_or_asked_us_to_stop(void **state)
{
	struct workplace *w = *state;
	struct reminder r = reminder_blank;
	struct reminder_id id;

	scene_set(w);
	r.person.n = 1;
	r.what = "See how she is";
	r.due_on = 20790;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = 20700 WHERE id = 1");
	assert_int_equal(casework_remind(w->session, &r, &id), E_INVALID);
	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = NULL,"
	                             " died_sure = 'reported' WHERE id = 1");
	assert_int_equal(casework_remind(w->session, &r, &id), E_INVALID);
	assert_int_equal(
		store_int(w->session->store, "SELECT count(*) FROM reminder WHERE person = 1"), 2);
}

static void reminder__shows_the_day_back_and_saves(void **state)
{
	struct workplace *w = *state;
	struct visit v = { .where = &reminder_screen, .id = { 1 } };
	struct stage *st;

	scene_set(w);
	st = stage_open(w, &v);
	stage_type(st, "Ring about the scan");
	stage_keys(st, "Tab");
	stage_type(st, "sat");
	stage_golden(st, "reminder");
	stage_shows(st, "Sat 28 Nov");
	stage_keys(st, "Ctrl-S");
	stage_close(st);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT due_on = 20785 AND person = 1 AND worker = 1"
	                           " FROM reminder WHERE what = 'Ring about the scan'"),
	                 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(reminders__stand_by_day_with_the_overdue_first),
		T(reminders__of_everybody__keep_whose_it_is_apart),
		T(reminders__by_month__count_each_day),
		T(reminders__by_month__move_by_days_weeks_and_months),
		T(reminders__by_month__overfull_and_hostile__stay_a_month),
		T(reminders__by_month__when_nothing_is_open__are_a_month_still),
		T(reminder__that_comes_again__shows_the_next_days_before_it_is_saved),
		T(reminders__say_which_rule_made_them),
		T(reminders__say_which_key_fills_them__when_empty),
		T(reminders__ask_whether_it_helped__of_a_check_back),
		T(reminders__ask_again__when_it_is_not_known_whether_it_helped),
		T(casework_move_reminder__wants_a_reason_from_the_second_time_on),
		T(reminders__another_day__is_not_set_over_a_colleagues),
		T(today__another_day__is_not_set_over_a_colleagues),
		T(casework_complete_reminder__is_refused__when_it_is_done_already),
		T(casework_remind__is_refused__for_who_died_or_asked_us_to_stop),
		T(reminder__shows_the_day_back_and_saves),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
