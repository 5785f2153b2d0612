/* The plan beside its concerns: strengths, goals, what if, money, going over it, versions. */
#include "test.h"

#include "base/attr.h"

#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"
#include "screens.h"
#include "stage.h"

static struct stage *open_plan(struct workplace *w)
{
	struct visit v = visit_person(&plan_screen, jane_add(w));

	jane_assessed_before(w, (struct person_id){ v.id[0] });
	return stage_open(w, &v);
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

/* A plan that was agreed, with one of each part. */
static struct stage *open_agreed(struct workplace *w)
{
	struct stage *st = open_plan(w);

	stage_keys(st, "Down Down 3");
	stage_type(st, "ring her accountant by fri");
	stage_keys(st, "Enter Home Down 4");
	stage_type(st, "ask the council about rent by 30/11");
	stage_keys(st, "Enter * e 2");
	stage_type(st, "She sings");
	stage_keys(st, "Enter");
	stage_type(st, "Rosa comes daily");
	stage_keys(st, "Ctrl-S e 3");
	stage_type(st, "Keep the studio open till spring");
	stage_keys(st, "Ctrl-S e 4");
	stage_type(st, "Rosa cannot come");
	stage_keys(st, "Enter Enter");
	stage_type(st, "Ring Priya");
	stage_keys(st, "Ctrl-S Ctrl-S y Ctrl-S");
	stage_shows(st, "Saved: agreed.");
	return st;
}

static void plan__every_part_within_three_keys(void **state)
{
	static const struct {
		const char *keys, *place;
	} each[] = { { "e 2", "strengths" }, { "e 3", "goal" },   { "e 4", "worse" },
		     { "e 5", "money" },     { "e 6", "review" }, { "e 7", "versions" },
		     { "5", "money" } };
	struct stage *st = open_plan(*state);

	stage_keys(st, "2");
	stage_keys(st, "e");
	stage_golden(st, "plan-menu");
	stage_keys(st, "Esc");
	for (size_t i = 0; i < COUNT_OF(each); i++) {
		stage_keys(st, each[i].keys);
		assert_string_equal(stage_place(st), each[i].place);
		stage_keys(st, "Esc");
		assert_string_equal(stage_place(st), "plan");
	}
	stage_keys(st, "e 8");
	stage_shows(st, "They agree");
	stage_keys(st, "Esc e 1");
	stage_type(st, "!");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved: what matters to them.");
	stage_close(st);
}

static void plan__tab_goes_from_part_to_part(void **state)
{
	struct stage *st = open_plan(*state);

	stage_keys(st, "Tab");
	stage_stands(st, "Keeping house");
	stage_keys(st, "Tab");
	stage_stands(st, "What goes well");
	stage_keys(st, "2");
	stage_shows(st, "Digits answer a concern.");
	stage_keys(st, "Tab Tab Tab");
	stage_stands(st, "Nothing asked for yet.");
	stage_keys(st, "Shift-Tab");
	stage_stands(st, "What then, and whom to tell?");
	stage_keys(st, "Tab Tab");
	stage_stands(st, "What matters");
	stage_close(st);
}

static void plan__agreed_has_all_its_parts(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);

	stage_golden(st, "plan-agreed");
	stage_keys(st, "End");
	stage_shows(st, "Nobody has it on paper yet.");
	stage_shows(st, "Version 1, 23 Nov: they did");
	stage_shows(st, "Gone over again Mon 4 Jan 2027, by Priya Shah");
	stage_shows(st, "“Keep the studio open till spring”");
	stage_shows(st, "If Rosa cannot come: Ring Priya.");
	assert_int_equal(count(w, "SELECT count(*) FROM action WHERE due_on = 20784"), 1);
	stage_close(st);
}

static void goal__asked_in_words_and_by_when(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "e 3");
	stage_golden(st, "goal-new");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Goal or hope is needed.");
	stage_type(st, "See the choir");
	stage_keys(st, "Tab");
	stage_type(st, "1/1/2020");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "has gone. A day to come, or none.");
	stage_keys(st, "Ctrl-U");
	stage_type(st, "+2w");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "Saved: “See the choir”.");
	stage_shows(st, "“See the choir” · by Mon 7 Dec");
	stage_keys(st, "Tab Tab Tab d 2");
	stage_shows(st, "Did they feel supported?");
	stage_keys(st, "n");
	stage_shows(st, "“See the choir” · partly achieved · supported: no");
	assert_int_equal(count(w, "SELECT count(*) FROM plan"), 1);
	stage_close(st);
}

static void worse__taken_out_only_after_a_yes(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);

	stage_keys(st, "Tab Tab Tab Tab");
	stage_stands(st, "If Rosa cannot come");
	stage_keys(st, "Enter");
	stage_golden(st, "worse");
	stage_keys(st, "Esc d");
	stage_shows(st, "No longer needed: if Rosa cannot come?");
	stage_keys(st, "n");
	assert_int_equal(count(w, "SELECT count(*) FROM contingency"), 1);
	stage_keys(st, "d y");
	stage_shows(st, "What then, and whom to tell?");
	assert_int_equal(count(w, "SELECT count(*) FROM plan WHERE status = 'draft'"), 1);
	stage_close(st);
}

static void money__asked_for_then_awarded(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "5");
	stage_golden(st, "money-new");
	stage_type(st, "attend");
	stage_keys(st, "Tab 2 Ctrl-S");
	stage_shows(st, "Saved: Attendance Allowance: asked for · Mon 23 Nov");
	stage_keys(st, "Home Down Enter");
	assert_string_equal(stage_place(st), "money");
	stage_keys(st, "3");
	stage_golden(st, "money-awarded");
	stage_keys(st, "Ctrl-S");
	stage_keys(st, "Home Down Enter");
	stage_keys(st, "Tab Tab Tab Tab");
	stage_type(st, "73.90");
	stage_keys(st, "Tab 2 Ctrl-S");
	stage_shows(st, "Attendance Allowance: awarded, £73.90 a week");
	stage_keys(st, "Tab Tab Tab Tab Tab");
	stage_shows(st, "£3,842.80 gained");
	assert_int_equal(count(w, "SELECT worth FROM money"), 384280);
	stage_close(st);
}

static void money__refused_save_keeps_what_was_typed(void **state)
{
	struct stage *st = open_plan(*state);

	stage_keys(st, "5 Home");
	stage_keys(st, "Shift-Tab 3 Tab");
	stage_type(st, "electricity arrears");
	stage_keys(st, "Tab 3 Tab Tab Tab Tab");
	stage_type(st, "lots");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "A sum in pounds, as 300 or 434.60");
	stage_shows(st, "electricity arrears");
	stage_keys(st, "Esc 5");
	stage_shows(st, "electricity arrears");
	stage_close(st);
}

static void review__is_gone_through_and_saved_as_one(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);
	int64_t events;

	stage_keys(st, "e 6");
	stage_golden(st, "review");
	events = count(w, "SELECT count(*) FROM event WHERE rows > 0");
	stage_keys(st, "1 y");
	stage_stands(st, "Janie will ring her accountant");
	stage_keys(st, "3 n 2 p Up Enter");
	stage_type(st, "No answer");
	stage_keys(st, "Enter");
	stage_golden(st, "review-said");
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE rows > 0"), events);
	stage_keys(st, "Ctrl-S Enter");
	stage_shows(st, "Saved: gone over, 3 said. Again on Mon 4 Jan 2027.");
	assert_string_equal(stage_place(st), "plan");
	assert_int_equal(count(w, "SELECT count(*) FROM event WHERE rows > 0"), events + 1);
	assert_int_equal(count(w, "SELECT count(*) FROM goal WHERE status = 'partly'"
	                          " AND supported = 'partly'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM action WHERE outcome = 'No answer'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

/* Of a service it is asked whether it helped, in one key; and said so in its ledger. */
static void review__of_a_service__asks_whether_it_helped(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);

	store_sql(w->session->store,
	          "INSERT INTO service (id, name) VALUES (71, 'Leeds Money Help');"
	          "INSERT INTO signpost (id, person, service, kind, given_on, status, status_on,"
	          " by_account) SELECT 71, person, 71, 'told', 20700, 'given', 20700, 1 FROM plan;"
	          "UPDATE action SET signpost = 71 WHERE what LIKE 'ring her acc%'");
	stage_keys(st, "e 6 Down 1");
	stage_shows(st, "Did it help? yes partly no");
	stage_keys(st, "y");
	stage_shows(st, "done · helped: yes");
	stage_keys(st, "Esc e 6");
	stage_shows(st, "done · helped: yes");
	stage_keys(st, "Ctrl-S Enter");
	stage_shows(st, "Saved: gone over, 1 said.");
	assert_int_equal(count(w, "SELECT count(*) FROM signpost WHERE id = 71 AND status ="
	                          " 'completed' AND helped = 'yes'"),
	                 1);
	stage_close(st);
}

static void review__left_half_said_is_kept(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);

	stage_keys(st, "e 6 1 y Esc");
	assert_int_equal(count(w, "SELECT count(*) FROM action WHERE status = 'completed'"), 0);
	stage_keys(st, "e 6");
	stage_shows(st, "done · supported: yes");
	stage_shows(st, "1 of 3");
	stage_keys(st, "Up 0");
	stage_shows(st, "0 of 3");
	stage_close(st);
}

static void versions__say_what_changed(void **state)
{
	struct stage *st = open_agreed(*state);

	stage_keys(st, "e 3");
	stage_type(st, "See the choir");
	stage_keys(st, "Ctrl-S e 7");
	stage_golden(st, "versions");
	stage_shows(st, "New goal: “See the choir”.");
	stage_keys(st, "Down");
	stage_hides(st, "See the choir");
	stage_keys(st, "x");
	assert_string_equal(stage_place(st), "paper");
	stage_shows(st, "What was to happen");
	stage_close(st);
}

/* Another desk writes the same goal meanwhile: both stand. */
static void goal__two_at_once__both_are_kept(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "e 3");
	stage_type(st, "See the choir");
	stage_keys(st, "Ctrl-S Tab Tab Tab Enter Tab");
	store_sql(w->session->store,
	          "UPDATE goal SET words = 'See the choir again', ver = ver + 1");
	stage_type(st, "+2w");
	stage_keys(st, "Ctrl-S");
	stage_shows(st, "what somebody else changed stands: Goal or hope.");
	assert_int_equal(count(w, "SELECT count(*) FROM goal WHERE by_day = 20794"
	                          " AND words = 'See the choir again'"),
	                 1);
	stage_close(st);
}

static void plan__overfull_and_hostile(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_agreed(w);
	struct arena a = { 0 };

	for (int i = 0; i < 40; i++)
		store_sql(
			w->session->store,
			arena_printf(&a,
		                     "INSERT INTO action (person, plan, concern, kind, what, owner,"
		                     " made_on) VALUES (1, 1, 'practical.money', 'person_does',"
		                     " 'ring number %d', 'person', 20780)",
		                     i));
	for (int i = 0; i < 12; i++)
		store_sql(w->session->store, arena_printf(&a,
		                                          "INSERT INTO goal (person, plan, words)"
		                                          " VALUES (1, 1, 'hope %d')",
		                                          i));
	store_sql(w->session->store,
	          "UPDATE goal SET words = char(8238) || 'evil' || char(27) || '[2J 🙂 שלום'"
	          " WHERE id = 1");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
	stage_golden(st, "plan-overfull");
	stage_keys(st, "Tab Tab Tab");
	stage_shows(st, "<U+202E>evil<U+001B>[2J");
	stage_keys(st, "End");
	stage_shows(st, "Nobody has it on paper yet.");
	stage_keys(st, "Home Down PgDn PgDn PgDn");
	stage_shows(st, "ring number 3");
	arena_reset(&a);
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan__every_part_within_three_keys),
		AT_WORK(plan__tab_goes_from_part_to_part),
		AT_WORK(plan__agreed_has_all_its_parts),
		AT_WORK(goal__asked_in_words_and_by_when),
		AT_WORK(worse__taken_out_only_after_a_yes),
		AT_WORK(money__asked_for_then_awarded),
		AT_WORK(money__refused_save_keeps_what_was_typed),
		AT_WORK(review__is_gone_through_and_saved_as_one),
		AT_WORK(review__of_a_service__asks_whether_it_helped),
		AT_WORK(review__left_half_said_is_kept),
		AT_WORK(versions__say_what_changed),
		AT_WORK(goal__two_at_once__both_are_kept),
		AT_WORK(plan__overfull_and_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
