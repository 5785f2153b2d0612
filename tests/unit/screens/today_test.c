#include "scene.h"
#include "stage.h"
#include "test.h"

#include "fixture.h"
#include "screens.h"

#include "casework/cover.h"
#include "casework/reminders.h"
#include "casework/today.h"

static const struct visit today = { .where = &today_screen };

static struct stage *open_scene(struct workplace *w)
{
	scene_set(w);
	return stage_open(w, &today);
}

static void today__stands_as_it_is_drawn(void **state)
{
	struct stage *st = open_scene(*state);

	stage_golden(st, "today");
	stage_close(st);
}

static void today__names_every_section__with_60_items_at_24_rows(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	scene_add(w, 20, 25, 20775);
	scene_add(w, 50, 25, 20780);
	st = stage_open(w, &today);
	stage_golden(st, "today-60");
	for (int i = 0; i < TODAY_SECTION_COUNT; i++)
		if (!today_is_cover((enum today_section)i) && i != TODAY_TO_ANSWER)
			stage_shows(st, today_head((enum today_section)i));
	stage_close(st);
}

/* Ben is away: Margaret Hughes and eight more are his, one with a time, one promised, one new. */
static void ben_is_away(struct workplace *w)
{
	struct new_cover what = { { 2 }, { 1 }, w->session->today };
	const char *said = "";

	scene_set(w);
	scene_add(w, 80, 8, 20779);
	store_sql(w->session->store,
	          "UPDATE referral SET worker = 2 WHERE person >= 80;"
	          "UPDATE reminder SET worker = 2 WHERE person >= 80;"
	          "UPDATE caseload SET worker = 2 WHERE person >= 80;"
	          "UPDATE reminder SET due_on = 20780, due_minute = 615 WHERE person = 84;"
	          "UPDATE reminder SET to_person = 1 WHERE person = 86");
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
}

static void today__has_what_is_a_colleagues_in_a_section_of_its_own(void **state)
{
	struct workplace *w = *state;
	struct today_of of = { 0 };
	struct today_view v;
	const struct today_item *x;
	struct stage *st;

	ben_is_away(w);
	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	x = &v.today.items.at[v.today.first[TODAY_COVER]];
	assert_string_equal(today_title(&v.today, TODAY_COVER), "FOR BEN");
	assert_int_equal(v.today.count[TODAY_COVER], 9);
	assert_int_equal(v.today.must[TODAY_COVER], 2);
	assert_int_equal(x[0].person.n, 84); /* at a time */
	assert_int_equal(x[1].person.n, 86); /* promised to the person */
	assert_false(x[2].must);
	st = stage_open(w, &today);
	stage_golden(st, "today-cover");
	stage_close(st);
	/* Back: nothing of it stands any more. */
	assert_int_equal(
		casework_end_cover(w->session, (struct account_id){ 2 }, &w->arena, &v.next), OK);
	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	assert_int_equal(v.today.count[TODAY_COVER], 0);
}

static void today__names_every_section__with_60_items_and_a_cover_at_24_rows(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	ben_is_away(w);
	scene_add(w, 20, 25, 20775);
	scene_add(w, 50, 25, 20780);
	st = stage_open(w, &today);
	stage_golden(st, "today-60-cover");
	for (int i = 0; i < TODAY_SECTION_COUNT; i++)
		if (!today_is_cover((enum today_section)i) && i != TODAY_TO_ANSWER)
			stage_shows(st, today_head((enum today_section)i));
	stage_shows(st, "FOR BEN");
	stage_close(st);
}

/* Of a cover that was spread each sees to their own and to nobody else's. */
static void casework_today__has_of_a_spread_cover_ones_own_part(void **state)
{
	struct workplace *w = *state;
	struct new_cover what = { { 1 }, { 0 }, w->session->today };
	static const char *const logins[] = { "ben", "amy" };
	struct today_of of = { 0 };
	struct today_view v;
	const char *said = "";
	bool seen[11] = { false };

	scene_set(w);
	store_sql(w->session->store,
	          "INSERT INTO account (id, login, name, roles) VALUES (5, 'amy', 'Amy Fox', 2)");
	assert_int_equal(casework_start_cover(w->session, &what, &w->arena, &said), OK);
	for (size_t i = 0; i < 2; i++) {
		workplace_as(w, logins[i]);
		assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
		for (size_t j = 0; j < v.today.count[TODAY_COVER]; j++) {
			int64_t p = v.today.items.at[v.today.first[TODAY_COVER] + j].person.n;

			assert_true(p == 0 || !seen[p]);
			seen[p] = true;
		}
	}
	for (int64_t p = 1; p <= 7; p++)
		assert_true(seen[p]);
}

static void today__says_what_to_do__when_nothing_is_due(void **state)
{
	struct stage *st = stage_open(*state, &today);

	stage_golden(st, "today-empty");
	stage_close(st);
}

/* What she may not see is not offered, and every key that is named works. */
static void today__offers_a_volunteer_what_she_may_do(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	workplace_as(w, "mary");
	st = stage_open(w, &today);
	stage_hides(st, "g c");
	stage_shows(st, "g n takes a message");
	stage_keys(st, "Enter");
	stage_shows(st, "There is nothing here to choose.");
	stage_keys(st, "g d");
	assert_string_equal(stage_place(st), "directory");
	stage_keys(st, "g n");
	assert_string_equal(stage_place(st), "note");
	stage_close(st);
}

static void today__asks_what_came_of_it_and_keeps_the_row_until_an_arrow(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_shows(st, "Review by phone");
	stage_keys(st, "d");
	stage_shows(st, "Done, Pritchard, Dylan 1978. What came of it?");
	assert_int_equal(store_int(w->session->store, "SELECT state = 'open' FROM reminder"
	                                              " WHERE id = 2"),
	                 1);
	stage_type(st, "All well");
	stage_keys(st, "Enter");
	stage_shows(st, "done: All well");
	stage_golden(st, "today-done");
	stage_keys(st, "Down");
	stage_hides(st, "done: All well");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT outcome = 'All well' AND"
	                                              " state = 'done' FROM reminder WHERE id = 2"),
	                 1);
}

static void today__does_nothing__when_the_question_is_left(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_keys(st, "d Esc");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM reminder"
	                                              " WHERE state <> 'open'"),
	                 0);
}

static void today__shows_another_day_back__and_asks_why_from_the_second_time(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	stage_keys(st, "r");
	stage_shows(st, "Another day for Pritchard, Dylan 1978?");
	stage_type(st, "sat");
	stage_keys(st, "Enter");
	stage_shows(st, "Pritchard, Dylan 1978: Mon 30 Nov, not Sat 28 Nov?");
	stage_keys(st, "y");
	stage_shows(st, "Mon 30 Nov");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT due_on FROM reminder WHERE id = 2"),
	                 20787);
	store_sql(w->session->store, "UPDATE reminder SET due_on = 20780, due_minute = 570"
	                             " WHERE id = 2");
	st = stage_open(w, &today);
	stage_keys(st, "r");
	stage_type(st, "tue");
	stage_keys(st, "Enter y");
	stage_shows(st, "put off before. Why again?");
	stage_type(st, "in hospital");
	stage_keys(st, "Enter");
	stage_close(st);
	assert_int_equal(store_int(w->session->store, "SELECT moved = 2 AND due_on = 20781 AND"
	                                              " moved_reason = 'in hospital'"
	                                              " FROM reminder WHERE id = 2"),
	                 1);
}

/* What matters most is the row; the rest is counted, told by i, and stands below it after Right. */
static void today__has_what_else_there_is_about_somebody_one_key_away(void **state)
{
	struct workplace *w = *state;
	struct stage *st;

	scene_set(w);
	store_sql(w->session->store,
	          "INSERT INTO reminder (person, worker, kind, what, due_on, first_due_on, early,"
	          "  made_on, by_account) VALUES"
	          " (6, 1, 'plan_not_given', 'Give him his plan', 20777, 20777, 0, 20770, 1),"
	          " (6, 1, 'bereavement', 'Bereavement call to Grace', 20780, 20780, 0, 20770, 1),"
	          " (2, 1, 'chase', 'Ask the ward', 20775, 20775, 0, 20770, 1),"
	          " (7, 1, 'follow_up', 'Go with him to the clinic', 20783, 20783, 5, 20770, 1)");
	st = stage_open(w, &today);
	stage_golden(st, "today-others");
	stage_shows(st, "Bereavement call to Grace");
	stage_shows(st, "in 3 days");
	stage_hides(st, "Give him his plan");
	stage_stands(st, "Pritchard, Dylan");
	stage_stands(st, "+1 late");
	stage_keys(st, "Right Down");
	stage_stands(st, "Ask the ward");
	stage_keys(st, "Left Down Down Down Down");
	stage_stands(st, "Bereavement call to Grace");
	stage_keys(st, "i");
	stage_shows(st, "scan result (late 1 day); Give him");
	stage_keys(st, "Right");
	stage_golden(st, "today-unfolded");
	/* The shown one is done: the next takes its place. */
	stage_keys(st, "d");
	stage_type(st, "Rang her");
	stage_keys(st, "Enter Down");
	stage_stands(st, "Chase ward 5 for scan result");
	stage_close(st);
}

/* Care 39's rules of one's own day: what can wait is marked and moved, together and with one reason. */
static void today__moves_what_can_wait_in_one_change(void **state)
{
	struct workplace *w = *state;
	struct store *db = w->session->store;
	struct stage *st;

	scene_set(w);
	scene_add(w, 20, 14, 20781); /* Tuesday is full */
	scene_add(w, 50, 3, 20778);
	st = stage_open(w, &today);
	stage_keys(st, "v");
	stage_golden(st, "today-cannot-wait");
	stage_shows(st, "cannot wait · 8 left out");
	stage_shows(st, "Carter, Jane"); /* promised to her */
	stage_shows(st, "Pritchard");
	stage_hides(st, "Okafor");
	stage_hides(st, "QUIET");
	stage_keys(st, "Space");
	stage_shows(st, "not marked");
	stage_keys(st, "v");
	stage_hides(st, "Carter, Jane");
	stage_shows(st, "Okafor");
	stage_shows(st, "QUIET");
	stage_keys(st, "*");
	stage_shows(st, "4 marked, all that can wait.");
	stage_golden(st, "today-can-wait");
	stage_keys(st, "r");
	stage_shows(st, "Another day for 4 reminders?");
	stage_type(st, "tue");
	stage_keys(st, "Enter");
	stage_shows(st, "14 others that day, none on Wed 25 Nov");
	stage_keys(st, "l");
	stage_shows(st, "Why do 4 reminders wait?");
	stage_type(st, "Ben is ill");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved. 4 reminders for Wed 25 Nov.");
	assert_int_equal(store_int(db, "SELECT count(*) FROM reminder WHERE due_on = 20782"
	                               " AND moved = 1 AND moved_reason = 'Ben is ill'"
	                               " AND first_due_on < 20780"),
	                 4);
	stage_hides(st, "Okafor");
	stage_keys(st, "u y");
	stage_shows(st, "Undone");
	stage_shows(st, "Okafor");
	stage_close(st);
	assert_int_equal(store_int(db, "SELECT sum(moved) FROM reminder"), 0);
}

static void casework_move_reminders__moves_all_or_none(void **state)
{
	struct workplace *w = *state;
	struct store *db = w->session->store;
	struct reminder_ref refs[] = { { { 4 }, 1 }, { { 1 }, 1 } };
	struct reminders_move to = { refs, 2, 20784, "" };

	scene_set(w);
	assert_int_equal(casework_move_reminders(w->session, &to), E_INVALID); /* why? */
	to.reason = "Ben is ill";
	to.on = 20780;
	assert_int_equal(casework_move_reminders(w->session, &to),
	                 E_INVALID); /* today is no other */
	to.on = 20784;
	store_sql(db, "UPDATE reminder SET ver = 2 WHERE id = 1"); /* by somebody else */
	assert_int_equal(casework_move_reminders(w->session, &to), E_CONFLICT);
	assert_int_equal(store_int(db, "SELECT sum(moved) FROM reminder"), 0);
	refs[1].ver = 2;
	assert_int_equal(casework_move_reminders(w->session, &to), OK);
	assert_int_equal(store_int(db, "SELECT sum(moved) FROM reminder"), 2);
	assert_int_equal(store_int(db, "SELECT next_due FROM caseload WHERE person = 6"), 20784);
}

static void today__says_why_a_row_is_here(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_scene(w);

	store_sql(w->session->store, "DELETE FROM reminder WHERE person <> 1");
	stage_close(st);
	st = stage_open(w, &today);
	for (int i = 0; i < 12; i++)
		stage_keys(st, "Down");
	stage_keys(st, "Home");
	stage_keys(st, "i");
	stage_shows(st, "worried about safety");
	stage_close(st);
}

/* Priya's day: nobody of Ben's, each person once. */
/* Nine columns have no room for a year: a day near by goes without, another is how long ago. */
static void casework_today__says_days_of_another_year_whole(void **state)
{
	struct workplace *w = *state;
	struct today_of of = { 0 };
	struct today_view v;
	size_t messages = 0, new = 0;

	scene_set(w);
	store_sql(w->session->store, "UPDATE message SET taken_on = 20416"); /* 24 Nov 2025 */
	store_sql(w->session->store,
	          "UPDATE caseload SET first_contact_by = 20822"); /* 4 Jan 2027 */
	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	for (size_t i = 0; i < v.today.items.n; i++) {
		const struct today_item *x = &v.today.items.at[i];

		if (x->kind == TODAY_MESSAGE) {
			assert_string_equal(x->when, "11 months");
			messages++;
		} else if (x->section == TODAY_NOT_SPOKEN_TO && x->kind == TODAY_CASE) {
			assert_string_equal(x->when, "by 4 Jan");
			new ++;
		}
	}
	assert_true(messages > 0);
	assert_true(new > 0);
}

static void casework_today__has_each_person_once_and_only_ones_own(void **state)
{
	struct workplace *w = *state;
	struct today_of of = { 0 };
	struct today_view v;
	size_t total = 0;

	scene_set(w);
	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	for (size_t i = 0; i < v.today.items.n; i++) {
		assert_int_not_equal(v.today.items.at[i].person.n, 10);
		for (size_t j = 0; j < i; j++)
			assert_true(v.today.items.at[i].person.n == 0 ||
			            v.today.items.at[i].person.n != v.today.items.at[j].person.n);
	}
	for (int i = 0; i < TODAY_SECTION_COUNT; i++)
		total += v.today.count[i];
	assert_int_equal(total, v.today.items.n);
	assert_int_equal(v.late, 2);
	of.everyone = true;
	assert_int_equal(casework_today(w->session, &of, &w->arena, &v), OK);
	assert_int_equal(v.late, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(today__stands_as_it_is_drawn),
		T(today__names_every_section__with_60_items_at_24_rows),
		T(today__has_what_is_a_colleagues_in_a_section_of_its_own),
		T(today__names_every_section__with_60_items_and_a_cover_at_24_rows),
		T(casework_today__has_of_a_spread_cover_ones_own_part),
		T(today__says_what_to_do__when_nothing_is_due),
		T(today__offers_a_volunteer_what_she_may_do),
		T(today__asks_what_came_of_it_and_keeps_the_row_until_an_arrow),
		T(today__does_nothing__when_the_question_is_left),
		T(today__shows_another_day_back__and_asks_why_from_the_second_time),
		T(today__has_what_else_there_is_about_somebody_one_key_away),
		T(today__moves_what_can_wait_in_one_change),
		T(casework_move_reminders__moves_all_or_none),
		T(today__says_why_a_row_is_here),
		T(casework_today__says_days_of_another_year_whole),
		T(casework_today__has_each_person_once_and_only_ones_own),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
