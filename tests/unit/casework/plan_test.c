#include "test.h"

#include "base/attr.h"
#include "casework/level.h"
#include "casework/person_view.h"
#include "casework/plan.h"
#include "casework/plan_review.h"
#include "casework/undo.h"
#include "model/none.h"

#include <string.h>

#include "fixture.h"
#include "jane_assessed.h"

struct act {
	struct workplace *w;
	struct person_id jane;
};

static struct act begin(void **state)
{
	struct act x = { .w = *state };

	x.jane = jane_add(x.w);
	jane_assessed_before(x.w, x.jane);
	return x;
}

static struct plan_view view(struct act *x)
{
	struct plan_view v;

	assert_int_equal(casework_plan(x->w->session, x->jane, &x->w->arena, &v), OK);
	return v;
}

static struct action answer(struct act *x, const char *code, enum action_kind kind,
                            const char *what)
{
	const struct plan_answer answer = { x->jane, code, kind, what, DAY_NONE };
	struct action got;

	if (casework_answer_concern(x->w->session, &answer, &x->w->arena, &got) != OK)
		fail_msg("%s", session_fault(x->w->session));
	return got;
}

static int64_t count(struct act *x, const char *sql)
{
	return store_int(x->w->session->store, sql);
}

static void answer_the_three(struct act *x)
{
	answer(x, "practical.money", ACTION_PERSON_DOES, "ring her accountant");
	answer(x, "practical.care", ACTION_WORKER_DOES, "ask about a sitter");
	answer(x, "practical.travel", ACTION_INFORMATION, "");
}

static day agree(struct act *x)
{
	const struct plan_agreement agreement = { .person = x->jane,
		                                  .how = "Is this what we agreed? Yes.",
		                                  .review_on = DAY_NONE };
	day on = DAY_NONE;

	if (casework_agree_plan(x->w->session, &agreement, &on) != OK)
		fail_msg("%s", session_fault(x->w->session));
	return on;
}

static void plan__begins_with_what_matters_most(void **state)
{
	struct act x = begin(state);
	struct plan_view v = view(&x);

	assert_int_equal(v.plan.id.n, 0);
	assert_int_equal(v.n, 5);
	assert_int_equal(v.top, 3);
	assert_int_equal(v.unanswered, 5);
	assert_string_equal(v.at[0].label, "Money, bills or debt");
	assert_string_equal(v.at[1].label, "Looking after others");
	assert_string_equal(v.at[3].label, "Keeping house");
	assert_string_equal(v.first_name, "Janie");
}

static void plan__without_an_assessment_has_nothing_to_plan_from(void **state)
{
	struct act x = { .w = *state };
	struct plan_answer a = { .code = "practical.money", .kind = ACTION_LATER };
	struct action got;

	x.jane = jane_add(x.w);
	a.person = x.jane;
	assert_int_equal(view(&x).n, 0);
	assert_int_equal(casework_answer_concern(x.w->session, &a, &x.w->arena, &got), E_CONFLICT);
	assert_int_equal(count(&x, "SELECT count(*) FROM plan"), 0);
}

static void answer_concern__has_an_owner_a_day_and_a_reminder(void **state)
{
	struct act x = begin(state);
	struct action a = answer(&x, "practical.care", ACTION_WORKER_DOES, "ask about a sitter");

	assert_int_equal(a.owner, OWNER_WORKER);
	assert_int_equal(a.worker.n, x.w->session->account.id.n);
	assert_int_equal(a.due_on, x.w->session->today + 14);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'open' AND action = 1 AND to_person = 1"),
	                 1);
	assert_string_equal(view(&x).at[1].text, "I will ask about a sitter · by Mon 7 Dec");
	workplace_as(x.w, "ben");
	workplace_cover(x.w, x.jane);
	assert_string_equal(view(&x).at[1].text,
	                    "Priya Shah will ask about a sitter · by Mon 7 Dec");
}

static void answer_concern__another_answer_takes_its_place(void **state)
{
	struct act x = begin(state);

	answer(&x, "practical.money", ACTION_PERSON_DOES, "ring her accountant");
	answer(&x, "practical.money", ACTION_NOTHING_WANTED, "");
	assert_int_equal(count(&x, "SELECT count(*) FROM action"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'dropped'"),
	                 1);
	assert_int_equal(casework_undo(x.w->session), OK);
	assert_string_equal(view(&x).at[0].text, "Janie will ring her accountant · by Mon 7 Dec");
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'action_due'"
	                           " AND state = 'open'"),
	                 1);
}

static void answer_concern__will_needs_what(void **state)
{
	struct act x = begin(state);
	const struct plan_answer a = { x.jane, "practical.money", ACTION_PERSON_DOES, "",
		                       DAY_NONE };
	struct action got;

	assert_int_equal(casework_answer_concern(x.w->session, &a, &x.w->arena, &got), E_INVALID);
}

static void answer_rest__leaves_no_question(void **state)
{
	struct act x = begin(state);
	size_t n;

	answer(&x, "practical.money", ACTION_INFORMATION, "");
	assert_int_equal(casework_answer_rest(x.w->session, x.jane, &n), OK);
	assert_int_equal(n, 4);
	assert_int_equal(view(&x).unanswered, 0);
	assert_string_equal(view(&x).at[0].text, "Information given today");
	assert_string_equal(view(&x).at[4].text,
	                    "Talked about, nothing wanted now · ask at review");
}

static void agree_plan__needs_an_answer_for_each_of_the_three(void **state)
{
	struct act x = begin(state);
	const struct plan_agreement agreement = { .person = x.jane, .review_on = DAY_NONE };
	day on;

	answer(&x, "practical.money", ACTION_INFORMATION, "");
	assert_int_equal(casework_agree_plan(x.w->session, &agreement, &on), E_INVALID);
	assert_non_null(strstr(session_fault(x.w->session), "Looking after others"));
	assert_int_equal(count(&x, "SELECT count(*) FROM plan WHERE status = 'agreed'"), 0);
}

static void agree_plan__asks_to_go_over_it_in_six_weeks(void **state)
{
	struct act x = begin(state);

	answer_the_three(&x);
	assert_int_equal(agree(&x), x.w->session->today + 42);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE kind = 'review_due'"
	                           " AND state = 'open' AND due_on = 20822"),
	                 1);
	assert_int_equal(count(&x, "SELECT status = 'plan_agreed' FROM assessment"), 1);
	assert_int_equal(count(&x, "SELECT plan_due FROM caseload"), 0);
}

static void agreed_plan__changed_becomes_the_next_version(void **state)
{
	struct act x = begin(state);
	struct plan_view v;

	answer_the_three(&x);
	agree(&x);
	answer(&x, "emotional.low", ACTION_CLINICAL_TEAM, "");
	v = view(&x);
	assert_int_equal(v.plan.version, 2);
	assert_int_equal(v.plan.status, PLAN_DRAFT);
	assert_string_equal(v.at[0].text, "Janie will ring her accountant · by Mon 7 Dec");
	assert_int_equal(count(&x, "SELECT count(*) FROM plan WHERE status = 'superseded'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE plan = 1"), 3);
	/* Reminders go with the action that still stands. */
	assert_int_equal(count(&x,
	                       "SELECT count(*) FROM reminder r JOIN action a ON a.id = r.action"
	                       " WHERE r.state = 'open' AND a.plan = 2"),
	                 3);
	assert_int_equal(casework_undo(x.w->session), OK);
	assert_int_equal(view(&x).plan.status, PLAN_AGREED);
}

static void change_action__in_an_agreed_plan_changes_the_copy(void **state)
{
	struct act x = begin(state);
	struct action a;

	answer_the_three(&x);
	agree(&x);
	a = view(&x).at[0].actions.at[0];
	a.what = "ring the bank";
	a.due_on += 7;
	a.on_paper = false;
	assert_int_equal(
		casework_change_action(x.w->session, &a, NEED_SUBSTANTIAL, "keep the flat"), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM goal WHERE words = 'keep the flat'"), 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE what LIKE '%ring the bank%'"),
	                 1);
	assert_string_equal(view(&x).at[0].text, "Janie will ring the bank · by Mon 14 Dec");
	assert_int_equal(view(&x).at[0].level, NEED_SUBSTANTIAL);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE plan = 1"
	                           " AND what = 'ring her accountant'"),
	                 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE state = 'open'"
	                           " AND kind = 'action_due' AND due_on = 20801"),
	                 1);
}

static void review_action__says_whether_they_felt_supported(void **state)
{
	struct act x = begin(state);
	struct action_review r = { .status = ACTION_COMPLETED,
		                   .supported = SUPPORTED_PARTLY,
		                   .outcome = "Paid" };

	answer_the_three(&x);
	agree(&x);
	r.action = view(&x).at[0].actions.at[0].id;
	assert_int_equal(casework_review_action(x.w->session, &r), OK);
	assert_int_equal(view(&x).plan.version, 1);
	assert_int_equal(view(&x).at[0].actions.at[0].supported, SUPPORTED_PARTLY);
	assert_int_equal(count(&x, "SELECT count(*) FROM reminder WHERE state = 'done'"
	                           " AND action = 1"),
	                 1);
}

static void goals_and_what_matters__are_in_their_words(void **state)
{
	struct act x = begin(state);

	assert_int_equal(casework_set_goal(x.w->session, x.jane, "Keep my studio", DAY_NONE), OK);
	assert_int_equal(casework_set_goal(x.w->session, x.jane, "Keep my studio", 20800), OK);
	assert_int_equal(view(&x).goals.n, 1);
	assert_int_equal(view(&x).goals.at[0].by_day, 20800);
	assert_int_equal(casework_set_goal(x.w->session, x.jane, "", DAY_NONE), E_INVALID);
	assert_int_equal(casework_set_matters(x.w->session, x.jane,
	                                      &(struct matters){ view(&x).matters, "My studio" }),
	                 OK);
	assert_string_equal(view(&x).matters, "My studio");
	/* Not over what somebody else wrote since; the same words are nobody's loss. */
	assert_int_equal(
		casework_set_matters(x.w->session, x.jane, &(struct matters){ "", "My sister" }),
		E_CONFLICT);
	assert_int_equal(
		casework_set_matters(x.w->session, x.jane, &(struct matters){ "", "My studio" }),
		OK);
	assert_string_equal(view(&x).matters, "My studio");
}

/* The copy that an agreed plan's next version gets is new: it would not know. */
static void change_action__read_before_somebody_changed_it__is_a_conflict(void **state)
{
	struct act x = begin(state);
	struct action mine, theirs;

	answer_the_three(&x);
	agree(&x);
	mine = theirs = view(&x).at[0].actions.at[0];
	theirs.outcome = "Paid";
	store_sql(x.w->session->store,
	          "UPDATE action SET outcome = 'Paid', ver = ver + 1 WHERE id = 1");
	mine.what = "ring the bank";
	assert_int_equal(casework_change_action(x.w->session, &mine, NEED_LOW, ""), E_CONFLICT);
	assert_int_equal(view(&x).plan.version, 1);
}

/* Both see the last concern unanswered; the second finds that there is nothing left. */
static void answer_rest__decides_within_the_change(void **state)
{
	struct act x = begin(state);
	int64_t events;
	size_t n = 9;

	assert_int_equal(casework_answer_rest(x.w->session, x.jane, &n), OK);
	assert_true(n > 0);
	events = count(&x, "SELECT count(*) FROM event");
	assert_int_equal(casework_answer_rest(x.w->session, x.jane, &n), OK);
	assert_int_equal(n, 0);
	assert_int_equal(count(&x, "SELECT count(*) FROM event"), events);
}

static void put_on_paper__of_all_of_a_concern_is_one_change(void **state)
{
	struct act x = begin(state);
	struct action_list list;
	int64_t events;
	const char *what;

	answer_the_three(&x);
	answer(&x, "practical.money", ACTION_WORKER_DOES, "ask the landlord");
	list = view(&x).at[0].actions;
	events = count(&x, "SELECT count(*) FROM event WHERE rows > 0");
	assert_int_equal(casework_put_on_paper(x.w->session, &list, false), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM event WHERE rows > 0"), events + 1);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE NOT on_paper"), list.n);
	assert_int_equal(casework_undo_peek(x.w->session, &x.w->arena, &what), OK);
	assert_int_equal(casework_undo(x.w->session), OK);
	assert_int_equal(count(&x, "SELECT count(*) FROM action WHERE NOT on_paper"), 0);
}

static void also_a_carer(struct act *x)
{
	store_sql(x->w->session->store,
	          "INSERT INTO assessment (person, list, status, on_day, done_on, mode, by_account)"
	          " VALUES (1, 'carer-1', 'done', 20779, 20779, 'phone', 1);"
	          "INSERT INTO concern (assessment, code, person, score, answer)"
	          " SELECT max(id), 'carer_self.sleep', 1, 9, 'score' FROM assessment");
}

/* Jane has cancer and looks after her mother: what she was asked as a carer is beside the rest. */
static void plan__of_a_carer_with_cancer__covers_both_lists(void **state)
{
	struct act x = begin(state);
	struct plan_view v;
	struct person_view p;
	bool both[2] = { false };

	answer_the_three(&x);
	answer(&x, "practical.money", ACTION_NOTHING_WANTED, "");
	also_a_carer(&x);
	v = view(&x);
	assert_int_equal(v.n, 6);
	assert_int_equal(v.unanswered, 3);
	assert_string_equal(v.at[3].label, "Sleep and broken nights, as a carer");
	/* A new version keeps the answers to what the other list asked: nothing new was said of it. */
	answer(&x, "carer_self.sleep", ACTION_LATER, "");
	v = view(&x);
	assert_int_equal(v.unanswered, 2);
	assert_int_equal(v.at[0].actions.n, 1);
	/* And how great the need is goes to the one that has the concern. */
	assert_int_equal(casework_set_level(x.w->session, x.jane, "practical.money", NEED_CRITICAL),
	                 OK);
	assert_string_equal(store_text(x.w->session->store,
	                               "SELECT y.list FROM concern c JOIN assessment y"
	                               " ON y.id = c.assessment WHERE c.level = 'critical'",
	                               &x.w->arena),
	                    "clew-1");
	assert_int_equal(casework_open_person(x.w->session, x.jane, &x.w->arena, &p), OK);
	for (size_t i = 0; i < p.concerns.n; i++) {
		both[0] = both[0] || strcmp(p.concerns.at[i].code, "practical.money") == 0;
		both[1] = both[1] || strcmp(p.concerns.at[i].code, "carer_self.sleep") == 0;
	}
	assert_true(both[0] && both[1]);
	assert_non_null(strstr(p.assessed, "; for themselves "));
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan__begins_with_what_matters_most),
		AT_WORK(plan__without_an_assessment_has_nothing_to_plan_from),
		AT_WORK(answer_concern__has_an_owner_a_day_and_a_reminder),
		AT_WORK(answer_concern__another_answer_takes_its_place),
		AT_WORK(answer_concern__will_needs_what),
		AT_WORK(answer_rest__leaves_no_question),
		AT_WORK(agree_plan__needs_an_answer_for_each_of_the_three),
		AT_WORK(agree_plan__asks_to_go_over_it_in_six_weeks),
		AT_WORK(agreed_plan__changed_becomes_the_next_version),
		AT_WORK(change_action__in_an_agreed_plan_changes_the_copy),
		AT_WORK(review_action__says_whether_they_felt_supported),
		AT_WORK(goals_and_what_matters__are_in_their_words),
		AT_WORK(change_action__read_before_somebody_changed_it__is_a_conflict),
		AT_WORK(answer_rest__decides_within_the_change),
		AT_WORK(put_on_paper__of_all_of_a_concern_is_one_change),
		AT_WORK(plan__of_a_carer_with_cancer__covers_both_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
