/* What a plan holds beside its actions, money, versions, and what came of it. */
#include "test.h"

#include "base/attr.h"
#include "casework/money.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/plan_review.h"
#include "casework/release.h"
#include "casework/undo.h"
#include "model/none.h"
#include "paper/paper.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"

struct act {
	struct workplace *w;
	struct session *s;
	struct person_id jane;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state };

	x.s = x.w->session;
	x.jane = jane_add(x.w);
	jane_assessed_before(x.w, x.jane);
	return x;
}

static struct plan_view view(struct act *x)
{
	struct plan_view v;

	assert_int_equal(casework_plan(x->s, x->jane, &x->w->arena, &v), OK);
	return v;
}

static int64_t count(struct act *x, const char *sql)
{
	return store_int(x->s->store, sql);
}

static void done(struct act *x, enum status rc)
{
	if (rc != OK)
		fail_msg("%s", session_fault(x->s));
}

static struct action answer(struct act *x, const char *code, enum action_kind kind,
                            const char *what)
{
	const struct plan_answer answer = { x->jane, code, kind, what, DAY_NONE };
	struct action got;

	done(x, casework_answer_concern(x->s, &answer, &x->w->arena, &got));
	return got;
}

/* Agreed, with one of everything in it. */
static struct act agreed(void **state)
{
	struct act x = begin(state);
	struct contingency worse = contingency_blank;
	struct plan_agreement yes = { .person = x.jane, .how = "Yes.", .review_on = DAY_NONE };
	day on;

	answer(&x, "practical.money", ACTION_PERSON_DOES, "ring her accountant");
	answer(&x, "practical.care", ACTION_WORKER_DOES, "ask about a sitter");
	answer(&x, "practical.travel", ACTION_INFORMATION, "");
	done(&x, casework_set_strengths(x.s, x.jane, &(struct strengths){ "", "She sings" }));
	done(&x, casework_set_goal(x.s, x.jane, "Keep the studio", x.s->today + 30));
	worse.person = x.jane;
	worse.name = "Rosa cannot come";
	worse.what = "ring the agency";
	done(&x, casework_put_contingency(x.s, &worse));
	done(&x, casework_agree_plan(x.s, &yes, &on));
	assert_int_equal(view(&x).plan.version, 1);
	return x;
}

static void version_is(struct act *x, int version)
{
	struct plan_view v = view(x);

	assert_int_equal(v.plan.version, version);
	assert_int_equal(v.plan.status, version == 1 ? PLAN_AGREED : PLAN_DRAFT);
}

/* ---- a change of any part makes the next version, which holds the rest too ---- */

static void strengths__changed_make_the_next_version(void **state)
{
	struct act x = agreed(state);

	done(&x, casework_set_strengths(x.s, x.jane,
	                                &(struct strengths){ "She sings", "She sings\nRosa" }));
	version_is(&x, 2);
	assert_string_equal(view(&x).plan.strengths, "She sings\nRosa");
	assert_int_equal(view(&x).goals.n, 1);
	assert_int_equal(view(&x).worse.n, 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM plan WHERE strengths = 'She sings'"), 1);
	assert_int_equal(
		casework_set_strengths(x.s, x.jane, &(struct strengths){ "She sings", "Else" }),
		E_CONFLICT);
	assert_string_equal(view(&x).plan.strengths, "She sings\nRosa");
}

static void goal__new_or_with_another_day__makes_the_next_version(void **state)
{
	struct act x = agreed(state);
	struct goal g = view(&x).goals.at[0];

	g.by_day += 7;
	done(&x, casework_change_goal(x.s, &g));
	version_is(&x, 2);
	assert_int_equal(view(&x).goals.at[0].by_day, g.by_day);
	assert_int_equal(count(&x, "SELECT count(*) FROM goal WHERE plan = 1 AND by_day = 20810"),
	                 1);
	done(&x, casework_undo(x.s));
	version_is(&x, 1);
	done(&x, casework_set_goal(x.s, x.jane, "See the choir again", DAY_NONE));
	version_is(&x, 2);
	assert_int_equal(view(&x).goals.n, 2);
}

static void goal__how_it_went_is_no_new_version(void **state)
{
	struct act x = agreed(state);
	struct goal g = view(&x).goals.at[0];

	g.status = GOAL_PARTLY;
	g.supported = SUPPORTED_NO;
	done(&x, casework_change_goal(x.s, &g));
	version_is(&x, 1);
	g = view(&x).goals.at[0];
	assert_int_equal(g.supported, SUPPORTED_NO);
	assert_int_equal(g.status_on, x.s->today);
}

/* Read from version 1, which somebody changed meanwhile: nothing of theirs is lost, nor goes to history. */
static void parts__of_a_version_that_was_replaced__are_a_conflict(void **state)
{
	struct act x = agreed(state);
	struct goal g = view(&x).goals.at[0];
	struct contingency worse = view(&x).worse.at[0];
	struct action action = view(&x).at[0].actions.at[0];

	answer(&x, "emotional.low", ACTION_LATER, "");
	version_is(&x, 2);
	g.by_day = DAY_NONE;
	worse.what = "ring nobody";
	action.what = "ring the bank";
	assert_int_equal(casework_change_goal(x.s, &g), E_CONFLICT);
	assert_int_equal(casework_put_contingency(x.s, &worse), E_CONFLICT);
	assert_int_equal(casework_remove_contingency(x.s, &worse), E_CONFLICT);
	assert_int_equal(casework_change_action(x.s, &action, NEED_LOW, ""), E_CONFLICT);
	assert_int_equal(count(&x, "SELECT count(*) FROM goal WHERE by_day IS NULL"), 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE what = 'ring the bank'"), 0);
}

static void contingency__changed_or_taken_out__makes_the_next_version(void **state)
{
	struct act x = agreed(state);
	struct contingency worse = view(&x).worse.at[0];

	worse.who = "Priya";
	done(&x, casework_put_contingency(x.s, &worse));
	version_is(&x, 2);
	assert_string_equal(view(&x).worse.at[0].who, "Priya");
	assert_int_equal(count(&x, "SELECT count(*) FROM contingency WHERE who IS NULL"), 1);
	worse = view(&x).worse.at[0];
	done(&x, casework_remove_contingency(x.s, &worse));
	assert_int_equal(view(&x).worse.n, 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM contingency WHERE plan = 1"), 1);
	done(&x, casework_undo(x.s));
	assert_int_equal(view(&x).worse.n, 1);
}

static void action__keeps_its_goal__in_the_next_version(void **state)
{
	struct act x = agreed(state);
	struct action a = view(&x).at[0].actions.at[0];

	done(&x, casework_change_action(x.s, &a, NEED_LOW, "Keep the studio"));
	assert_int_equal(view(&x).goals.n, 1);
	assert_int_equal(view(&x).goals.at[0].by_day, x.s->today + 30);
	assert_int_equal(view(&x).at[0].actions.at[0].goal.n, view(&x).goals.at[0].id.n);
	done(&x,
	     casework_agree_plan(x.s,
	                         &(struct plan_agreement){
					 .person = x.jane, .how = "Yes.", .review_on = DAY_NONE },
	                         &(day){ 0 }));
	answer(&x, "emotional.low", ACTION_LATER, "");
	assert_int_equal(view(&x).plan.version, 3);
	assert_int_equal(view(&x).at[0].actions.at[0].goal.n, view(&x).goals.at[0].id.n);
}

static void agreed__for_them__needs_a_name_and_a_right(void **state)
{
	struct act x = begin(state);
	struct plan_agreement yes = { .person = x.jane,
		                      .how = "Yes.",
		                      .review_on = DAY_NONE,
		                      .by = AGREED_BY_REPRESENTATIVE,
		                      .with = "Rosa Diaz",
		                      .way = AGREED_BY_PHONE };
	size_t n;
	day on;

	done(&x, casework_answer_rest(x.s, x.jane, &n));
	assert_int_equal(casework_agree_plan(x.s, &yes, &on), E_INVALID);
	yes.power = POWER_LPA_HEALTH;
	done(&x, casework_agree_plan(x.s, &yes, &on));
	assert_string_equal(view(&x).plan.agreed_with, "Rosa Diaz");
	assert_int_equal(view(&x).plan.agreed_way, AGREED_BY_PHONE);
	assert_string_equal(view(&x).plan.review_by, "Priya Shah");
}

/* ---- the clinical team is chased ---- */

static void clinical_team__is_chased_by_name_and_number(void **state)
{
	struct act x = begin(state);
	struct plan_answer ask = {
		x.jane,   "practical.money", ACTION_CLINICAL_TEAM, "is the clinic open?",
		DAY_NONE, "Breast nurse"
	};
	struct action got;

	store_sql(x.s->store, "UPDATE person SET clinical_contact = 'Breast nurse',"
	                      " clinical_phone = '01134960170'");
	done(&x, casework_answer_concern(x.s, &ask, &x.w->arena, &got));
	assert_string_equal(got.who, "Breast nurse");
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'chase'"
	                           " AND promised_by = 'Breast nurse'"
	                           " AND promised_phone = '01134960170' AND state = 'open'"),
	                 1);
}

static void action__to_be_looked_at_again__has_a_reminder_of_its_own(void **state)
{
	struct act x = begin(state);
	struct action a = answer(&x, "practical.care", ACTION_WORKER_DOES, "ask about a sitter");
	struct action_review r = { .action = a.id, .status = ACTION_COMPLETED };

	a.review_on = x.s->today + 60;
	done(&x, casework_change_action(x.s, &a, NEED_LOW, ""));
	done(&x, casework_review_action(x.s, &r));
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'follow_up'"
	                           " AND state = 'open' AND due_on = 20840"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'done'"),
	                 1);
}

/* ---- money ---- */

static struct money put(struct act *x, const char *what, enum money_state state, int64_t amount,
                        enum money_per per)
{
	struct money_entry e = { money_blank, "practical.money" };
	struct money got;

	e.money.person = x->jane;
	e.money.kind = MONEY_BENEFIT;
	e.money.what = what;
	e.money.state = state;
	e.money.amount = amount;
	e.money.per = per;
	e.money.decided_on = state == MONEY_AWARDED ? x->s->today : DAY_NONE;
	done(x, casework_put_money(x->s, &e, &x->w->arena, &got));
	return got;
}

static void money__new_is_an_action_of_the_plan(void **state)
{
	struct act x = agreed(state);
	struct money m = put(&x, "pip", MONEY_APPLIED, NUMBER_NONE, PER_ONCE);

	version_is(&x, 2);
	assert_int_equal(view(&x).at[0].actions.n, 2);
	assert_string_equal(view(&x).at[0].actions.at[1].what,
	                    "Personal Independence Payment (PIP)");
	assert_int_equal(view(&x).at[0].actions.at[1].id.n, m.action.n);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder r JOIN money m ON m.action ="
	                           " r.action WHERE r.state = 'open'"),
	                 1);
	put(&x, "blue_badge", MONEY_SOUGHT, NUMBER_NONE, PER_ONCE);
	assert_int_equal(view(&x).at[0].actions.n, 3);
	answer(&x, "practical.money", ACTION_WORKER_DOES, "ring the bank");
	assert_int_equal(count(&x, "SELECT count(*) FROM money m JOIN action a ON a.id = m.action"
	                           " WHERE a.kind = 'benefit_or_grant'"),
	                 2);
}

static void money__awarded_is_followed_up_in_the_plan_that_holds(void **state)
{
	struct act x = begin(state);
	struct money_entry e = { put(&x, "pip", MONEY_APPLIED, NUMBER_NONE, PER_ONCE), "" };
	struct plan_agreement yes = { .person = x.jane, .how = "Yes.", .review_on = DAY_NONE };
	size_t n;
	day on;

	done(&x, casework_answer_rest(x.s, x.jane, &n));
	done(&x, casework_agree_plan(x.s, &yes, &on));
	e.money.state = MONEY_AWARDED;
	e.money.amount = 43460;
	e.money.per = PER_FOUR_WEEKS;
	e.money.back_dated = 90000;
	e.money.decided_on = x.s->today;
	done(&x, casework_put_money(x.s, &e, &x.w->arena, &e.money));
	version_is(&x, 1);
	assert_int_equal(e.money.worth, 43460 * 13 + 90000);
	assert_int_equal(view(&x).gained, 43460 * 13 + 90000);
	assert_int_equal(view(&x).at[0].actions.at[0].status, ACTION_COMPLETED);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'done'"),
	                 1);
	answer(&x, "emotional.low", ACTION_INFORMATION, "");
	assert_int_equal(view(&x).plan.version, 2);
	assert_int_equal(view(&x).money.at[0].action.n, view(&x).at[0].actions.at[0].id.n);
}

static void money__refused_is_asked_again_within_two_weeks(void **state)
{
	struct act x = begin(state);
	struct money_entry e = { put(&x, "pip", MONEY_APPLIED, NUMBER_NONE, PER_ONCE), "" };

	workplace_days_later(x.w, 10);
	e.money.state = MONEY_REFUSED;
	e.money.decided_on = x.s->today;
	done(&x, casework_put_money(x.s, &e, &x.w->arena, &e.money));
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'open' AND due_on = 20804"),
	                 1);
	assert_non_null(strstr(view(&x).at[0].actions.at[0].outcome, "time limit"));
	e.money.state = MONEY_AWARDED;
	e.money.id.n = 1;
	e.money.ver--;
	assert_int_equal(casework_put_money(x.s, &e, &x.w->arena, &e.money), E_CONFLICT);
}

static void money__of_whoever_was_not_assessed__stands_alone(void **state)
{
	struct act x = { .w = *state };

	x.s = x.w->session;
	x.jane = jane_add(x.w);
	put(&x, "macmillan", MONEY_AWARDED, 35000, PER_ONCE);
	assert_int_equal(view(&x).gained, 35000);
	assert_int_equal(count(&x, "SELECT count(*) FROM money WHERE action IS NULL"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM plan"), 0);
}

static void money__for_care__is_looked_at_again(void **state)
{
	struct act x = begin(state);
	struct money_entry e = { money_blank, "practical.care" };

	e.money.person = x.jane;
	e.money.kind = MONEY_DIRECT_PAYMENT;
	e.money.what = "direct payment";
	e.money.pays_for = "six hours of help a week";
	e.money.state = MONEY_AWARDED;
	e.money.amount = 9600;
	e.money.per = PER_WEEK;
	e.money.review_on = x.s->today + 90;
	done(&x, casework_put_money(x.s, &e, &x.w->arena, &e.money));
	assert_int_equal(view(&x).gained, 0);
	assert_string_equal(view(&x).at[1].actions.at[0].what,
	                    "direct payment: six hours of help a week");
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'follow_up'"
	                           " AND state = 'open' AND due_on = 20870"),
	                 1);
}

/* ---- gone over ---- */

static void go_over__is_one_change__and_says_it_in_words(void **state)
{
	struct act x = agreed(state);
	struct plan_view v = view(&x);
	const struct action *action = &v.at[0].actions.at[0];
	const struct gone_over each[] = {
		{ .action = action->id,
		  .ver = action->ver,
		  .status = ACTION_COMPLETED,
		  .supported = SUPPORTED_YES,
		  .outcome = "He cuts his fee." },
		{ .goal = v.goals.at[0].id,
		  .ver = v.goals.at[0].ver,
		  .reached = GOAL_PARTLY,
		  .supported = SUPPORTED_PARTLY },
	};
	struct plan_gone_over over = { x.jane, COUNT_OF(each), each, DAY_NONE };
	int64_t events = count(&x, "SELECT count(*) FROM event WHERE rows > 0");
	day next = DAY_NONE;

	done(&x, casework_go_over_plan(x.s, &over, &next));
	assert_int_equal(next, x.s->today + 42);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE rows > 0"), events + 1);
	version_is(&x, 1);
	v = view(&x);
	assert_int_equal(v.goals.at[0].status, GOAL_PARTLY);
	assert_int_equal(v.plan.review_on, next);
	assert_string_equal(v.reviews.at[0].words,
	                    "Ring her accountant: done, and felt supported. He cuts his fee.\n"
	                    "“Keep the studio”: partly achieved, felt partly supported.");
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'review_due'"
	                           " AND state = 'done'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'review_due'"
	                           " AND state = 'open'"),
	                 1);
	done(&x, casework_undo(x.s));
	assert_int_equal(view(&x).reviews.n, 0);
	assert_int_equal(view(&x).goals.at[0].status, GOAL_SET);
}

static const char *page(struct act *x, enum document document, bool to_gp)
{
	const struct paper_wanted wanted = { .document = document,
		                             .person = x->jane,
		                             .to_gp = to_gp };
	struct buf text = { 0 };
	struct release r;
	const char *ret;

	done(x, casework_release_paper(x->s, &wanted, &x->w->arena, &r));
	paper_text(&r.paper, &text);
	ret = arena_str(&x->w->arena, buf_str(&text));
	buf_done(&text);
	return ret;
}

static void has(const char *text, const char *sentence, bool there)
{
	if ((strstr(text, sentence) != NULL) != there)
		fail_msg("%s: %s\n%s", there ? "not there" : "there", sentence, text);
}

/* On the timeline whole; on paper what is about nothing private, the rest waits to be ticked. */
static void go_over__stands_on_the_timeline_and_on_paper(void **state)
{
	struct act x = agreed(state);
	struct person_view seen;
	const char *whole = "";

	store_sql(x.s->store,
	          "UPDATE person SET gp_name = 'Dr Shah', knows_cancer = 'yes', paper_seen = 0;"
	          "INSERT INTO plan_review (person, plan, on_day, words, next_on, by_account)"
	          " SELECT person, id, 20779, 'Ring her accountant: done, and felt supported. He"
	          " cuts his fee.' || char(10) || '“Keep the studio”: partly achieved.' || char(10)"
	          " || 'Ask about low days: begun, goes on.', 20821, 1 FROM plan");
	done(&x, casework_open_person(x.s, x.jane, &x.w->arena, &seen));
	for (size_t i = 0; i < seen.timeline.n; i++)
		if (strstr(seen.timeline.at[i].what, "gone over · Ring her accountant"))
			whole = seen.timeline.at[i].whole;
	has(whole, "Ask about low days: begun", true);
	has(page(&x, DOCUMENT_LETTER, true), "What has come of the plan, 22 November", true);
	has(page(&x, DOCUMENT_LETTER, true), "Ring her accountant: done", true);
	has(page(&x, DOCUMENT_LETTER, true), "“Keep the studio”: partly achieved.", true);
	has(page(&x, DOCUMENT_LETTER, true), "low days", false);
	has(page(&x, DOCUMENT_SUMMARY, false), "Ring my accountant: done", true);
	has(page(&x, DOCUMENT_SUMMARY, false), "He cuts his fee.", true);
	has(page(&x, DOCUMENT_LETTER, true), "“Keep the studio”: partly achieved.", true);
	store_sql(x.s->store, "UPDATE action SET goal = (SELECT max(id) FROM goal), on_paper = 0");
	has(page(&x, DOCUMENT_LETTER, true), "“Keep the studio”: partly achieved.", false);
}

static void go_over__of_what_somebody_changed__changes_nothing(void **state)
{
	struct act x = agreed(state);
	struct plan_view v = view(&x);
	const struct gone_over each[] = {
		{ .action = v.at[1].actions.at[0].id,
		  .ver = v.at[1].actions.at[0].ver,
		  .status = ACTION_COMPLETED },
		{ .action = v.at[0].actions.at[0].id,
		  .ver = v.at[0].actions.at[0].ver + 1,
		  .status = ACTION_COMPLETED },
	};
	struct plan_gone_over over = { x.jane, COUNT_OF(each), each, DAY_NONE };
	day next;

	assert_int_equal(casework_go_over_plan(x.s, &over, &next), E_CONFLICT);
	assert_non_null(strstr(session_fault(x.s), "ring her accountant"));
	assert_int_equal(view(&x).at[1].actions.at[0].status, ACTION_NOT_STARTED);
	assert_int_equal(view(&x).reviews.n, 0);
}

static void versions__say_what_changed(void **state)
{
	struct act x = agreed(state);
	struct plan_versions v;

	done(&x, casework_set_goal(x.s, x.jane, "See the choir again", DAY_NONE));
	done(&x, casework_plan_versions(x.s, x.jane, &x.w->arena, &v));
	assert_int_equal(v.n, 2);
	assert_int_equal(v.at[0].content.plan.version, 2);
	assert_int_equal(v.at[0].changes.n, 1);
	assert_string_equal(v.at[0].changes.at[0], "New goal: “See the choir again”.");
	assert_int_equal(v.at[1].changes.n, 0);
	assert_string_equal(v.at[1].by, "Priya Shah");
	assert_int_equal(v.at[1].content.plan.status, PLAN_SUPERSEDED);
}

/* How it was, and that it is no more: it is not the plan that they have now. */
static void versions__replaced_goes_on_paper_as_history(void **state)
{
	struct act x = agreed(state);
	struct paper_wanted wanted = { .document = DOCUMENT_PLAN, .person = x.jane, .plan = { 1 } };
	struct buf text = { 0 };
	struct release r;
	const char *said;

	done(&x, casework_set_paper_seen(x.s, x.jane, SAID_NO));
	done(&x, casework_set_goal(x.s, x.jane, "See the choir again", DAY_NONE));
	done(&x, casework_release_paper(x.s, &wanted, &x.w->arena, &r));
	paper_text(&r.paper, &text);
	has(buf_text(&text), "Your plan as it was on 23 November. It was replaced on 23", true);
	has(buf_text(&text), "What was to happen", true);
	has(buf_text(&text), "You will ring your accountant", true);
	has(buf_text(&text), "See the choir again", false);
	has(buf_text(&text), "Who has a copy", false);
	done(&x, casework_released_paper(x.s, &r, &x.w->arena, &said));
	assert_int_equal(count(&x, "SELECT count(*) FROM disclosure WHERE kind = 'paper'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM plan WHERE given_on IS NOT NULL"), 0);
	wanted.plan.n = 99;
	assert_int_equal(casework_release_paper(x.s, &wanted, &x.w->arena, &r), E_NOT_FOUND);
	store_sql(x.s->store, "INSERT INTO person (family_name, created_on) VALUES ('Else', 20000);"
	                      "UPDATE plan SET person = 2 WHERE id = 1");
	wanted.plan.n = 1;
	assert_int_equal(casework_release_paper(x.s, &wanted, &x.w->arena, &r), E_INVALID);
	buf_done(&text);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(strengths__changed_make_the_next_version),
		AT_WORK(goal__new_or_with_another_day__makes_the_next_version),
		AT_WORK(goal__how_it_went_is_no_new_version),
		AT_WORK(parts__of_a_version_that_was_replaced__are_a_conflict),
		AT_WORK(contingency__changed_or_taken_out__makes_the_next_version),
		AT_WORK(action__keeps_its_goal__in_the_next_version),
		AT_WORK(agreed__for_them__needs_a_name_and_a_right),
		AT_WORK(clinical_team__is_chased_by_name_and_number),
		AT_WORK(action__to_be_looked_at_again__has_a_reminder_of_its_own),
		AT_WORK(money__new_is_an_action_of_the_plan),
		AT_WORK(money__awarded_is_followed_up_in_the_plan_that_holds),
		AT_WORK(money__refused_is_asked_again_within_two_weeks),
		AT_WORK(money__of_whoever_was_not_assessed__stands_alone),
		AT_WORK(money__for_care__is_looked_at_again),
		AT_WORK(go_over__is_one_change__and_says_it_in_words),
		AT_WORK(go_over__stands_on_the_timeline_and_on_paper),
		AT_WORK(go_over__of_what_somebody_changed__changes_nothing),
		AT_WORK(versions__say_what_changed),
		AT_WORK(versions__replaced_goes_on_paper_as_history),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
