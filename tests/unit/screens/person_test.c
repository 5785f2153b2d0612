#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "jane_months.h"
#include "stage.h"

#include "screens.h"

static struct stage *on_jane(struct workplace *w)
{
	struct visit v = visit_person(&person_screen, jane_after_months(w));

	return stage_open(w, &v);
}

static void person__overview_is_the_drawing(void **state)
{
	struct stage *st = on_jane(*state);
	int row, column;

	stage_golden(st, "person-overview");
	stage_shows(st, "2 days late  Did Citizens Advice call about the rent?");
	stage_cursor(st, &row, &column);
	assert_int_equal(column, GRID_TEXT);
	stage_close(st);
}

static void person__is_looked_at_once_and_on_record(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_jane(w);

	stage_keys(st, "Tab Down Enter Esc e Esc");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM event"
	                                              " WHERE kind = 'look' AND what = 'opened'"),
	                 1);
	stage_close(st);
}

static void person__enter_on_a_concern_offers_services(void **state)
{
	struct stage *st = on_jane(*state);

	stage_keys(st, "Down Enter");
	assert_string_equal(stage_place(st), "picker");
	stage_close(st);
}

static void person__timeline_shows_everything_but_what_is_unsafe(void **state)
{
	struct stage *st = on_jane(*state);

	stage_keys(st, "Tab");
	stage_golden(st, "person-timeline");
	stage_shows(st, "safety note");
	stage_hides(st, "car");
	stage_keys(st, "End Up Up Up Up Up Enter");
	stage_keys(st, "Esc Home Enter");
	stage_golden(st, "person-entry");
	stage_keys(st, "Esc");
	assert_string_equal(stage_place(st), "person");
	stage_close(st);
}

/* One line of what came of asking, not while they look on. */
static void person__money_stands_in_one_line(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_after_months(w));
	struct stage *st;

	store_sql(
		w->session->store,
		"INSERT INTO money (person, kind, what, state, decided_on, amount, per, back_dated,"
		"  worth, noted_on, by_account) VALUES"
		" (1, 'benefit', 'pip', 'awarded', 20700, 8100, 'week', 110000, 531200, 20600, 1),"
		" (1, 'grant', 'macmillan', 'applied', NULL, NULL, 'once', NULL, 0, 20760, 1)");
	st = stage_open(w, &v);
	stage_shows(st, "£4,212 a year gained · £1,100 back-dated · 1 asked for");
	stage_golden(st, "person-money");
	stage_keys(st, "g v");
	stage_hides(st, "£4,212");
	stage_close(st);
}

static void person__safety_note_opens_to_nothing_more(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_jane(w);

	stage_keys(st, "Tab");
	for (int i = 0; i < 14; i++) {
		stage_keys(st, "Enter");
		stage_hides(st, "sleeps in the");
		stage_keys(st, "Esc Down");
	}
	stage_close(st);
}

static void person__tabs_go_round_and_show_their_lists(void **state)
{
	struct stage *st = on_jane(*state);

	stage_keys(st, "Right Right");
	stage_golden(st, "person-assessments");
	stage_keys(st, "Right");
	stage_golden(st, "person-plan");
	stage_keys(st, "Enter Enter");
	assert_string_equal(stage_place(st), "plan");
	stage_keys(st, "Esc Right");
	stage_golden(st, "person-services");
	stage_keys(st, "Right");
	stage_golden(st, "person-details");
	stage_keys(st, "Right");
	stage_golden(st, "person-sharing");
	stage_keys(st, "Right");
	stage_shows(st, "CONCERNS");
	stage_close(st);
}

static void person__new_one_says_what_is_due_and_which_key(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st = stage_open(w, &v);

	stage_golden(st, "person-new");
	stage_shows(st, "by Mon 30 Nov  Speak with her for the first time");
	stage_shows(st, "a begins");
	workplace_days_later(w, 8);
	stage_keys(st, "e Esc");
	stage_shows(st, "1 day late");
	stage_close(st);
}

/* As in the caseload: a try that is set for today comes before the day by which it must have been. */
static void person__new_one_says_the_next_try_first(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st;

	store_sql(w->session->store,
	          "INSERT INTO reminder (person, kind, what, due_on, first_due_on, made_on,"
	          " by_account) VALUES (1, 'try_again', 'Second try', 20780, 20780, 20780, 1)");
	st = stage_open(w, &v);
	stage_shows(st, "NEXT        today  Second try");
	stage_close(st);
	/* And what is too long ends before how many more there are. */
	store_sql(w->session->store, "UPDATE reminder SET what = 'Second try, and say that the "
	                             "ward rang about the scan that was put off'");
	st = stage_open(w, &v);
	stage_shows(st, "…  1 more due");
	stage_close(st);
}

static void person__who_died_has_no_number_but_whom_to_speak_to(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_after_months(w);
	struct visit v = visit_person(&person_screen, id);
	struct stage *st;

	store_sql(w->session->store, "UPDATE person SET died_on = 20775, died_sure = 'sure',"
	                             " stage = 'died'");
	st = stage_open(w, &v);
	stage_golden(st, "person-died");
	stage_hides(st, "07700");
	stage_shows(st, "speak to Rosa Diaz");
	stage_keys(st, "Left Left");
	stage_hides(st, "07700");
	stage_close(st);
}

static void person__in_danger_shows_the_number_after_the_line_was_read(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_received(w);
	struct visit v = visit_person(&person_screen, id);
	struct stage *st;

	store_sql(w->session->store, "UPDATE safe_contact SET danger = 1");
	st = stage_open(w, &v);
	stage_shows(st, "!! text first");
	stage_hides(st, "07700 900123");
	stage_keys(st, "Left");
	stage_hides(st, "07700 900123");
	stage_keys(st, "Enter");
	stage_shows(st, "07700 900123 hers");
	stage_close(st);
}

static void person__whose_time_is_over_can_be_referred_again(void **state)
{
	struct workplace *w = *state;
	struct person_id id = jane_after_months(w);
	struct visit v = visit_person(&person_screen, id);
	struct stage *st;

	store_sql(w->session->store, "UPDATE referral SET state = 'closed', state_on = 20750,"
	                             " outcome = 'plan_done'");
	st = stage_open(w, &v);
	stage_shows(st, "Not with us since");
	stage_shows(st, "plan done");
	stage_keys(st, "Enter");
	assert_string_equal(stage_place(st), "referral");
	stage_close(st);
}

static void person__undone_under_the_cursor_shows_nothing_and_comes_back(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st = stage_open(w, &v);

	stage_keys(st, "u y");
	stage_shows(st, "This record is not there any more. Esc goes back.");
	stage_hides(st, "Carter");
	stage_keys(st, "c Down Enter Tab");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "u y");
	stage_shows(st, "Carter, Jane");
	stage_close(st);
}

static void person__long_line_about_safety_is_whole(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st;

	store_sql(w->session->store,
	          "UPDATE safe_contact SET email = NULL, visit = NULL, hours = 'after 17:00',"
	          " note = 'ring twice, then leave it, and try in the morning'");
	st = stage_open(w, &v);
	stage_golden(st, "person-long-safety");
	stage_shows(st, "try in the");
	stage_shows(st, "07700 900123 hers");
	stage_close(st);
}

#define WORKPLACE_TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WORKPLACE_TEST(person__overview_is_the_drawing),
		WORKPLACE_TEST(person__is_looked_at_once_and_on_record),
		WORKPLACE_TEST(person__enter_on_a_concern_offers_services),
		WORKPLACE_TEST(person__timeline_shows_everything_but_what_is_unsafe),
		WORKPLACE_TEST(person__money_stands_in_one_line),
		WORKPLACE_TEST(person__safety_note_opens_to_nothing_more),
		WORKPLACE_TEST(person__tabs_go_round_and_show_their_lists),
		WORKPLACE_TEST(person__new_one_says_what_is_due_and_which_key),
		WORKPLACE_TEST(person__new_one_says_the_next_try_first),
		WORKPLACE_TEST(person__who_died_has_no_number_but_whom_to_speak_to),
		WORKPLACE_TEST(person__in_danger_shows_the_number_after_the_line_was_read),
		WORKPLACE_TEST(person__whose_time_is_over_can_be_referred_again),
		WORKPLACE_TEST(person__undone_under_the_cursor_shows_nothing_and_comes_back),
		WORKPLACE_TEST(person__long_line_about_safety_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
