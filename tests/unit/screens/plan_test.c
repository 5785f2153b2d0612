#include "test.h"

#include "base/attr.h"
#include "model/none.h"
#include "store/actions.h"
#include "store/change.h"
#include "store/plans.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

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

/* What the picker makes: a signpost, its action and the day to ask whether it helped. */
static void refer_to_advice(struct workplace *w)
{
	struct signpost g = signpost_blank;
	struct service v = service_blank;
	struct action x = action_blank;
	struct reminder r = reminder_blank;
	struct plan plan;
	struct change c;
	struct reminder_id id;

	assert_int_equal(plan_latest(w->session->store, (struct person_id){ 1 }, &w->arena, &plan),
	                 OK);
	assert_int_equal(change_begin(&c, w->session->store, w->session->account.id,
	                              w->session->now, "made for a test"),
	                 OK);
	v.name = "Citizens Advice";
	v.status = SERVICE_ACTIVE;
	assert_int_equal(service_add(&c, &v, &g.service), OK);
	g.person.n = 1;
	g.concern = "practical.money";
	g.kind = SIGNPOST_REFERRED;
	g.given_on = w->session->today;
	g.status = SIGNPOST_GIVEN;
	g.status_on = g.given_on;
	g.consent = "Said yes on the phone";
	g.by_account = w->session->account.id;
	assert_int_equal(signpost_add(&c, &g, &g.id), OK);
	x.person.n = 1;
	x.plan = plan.id;
	x.concern = g.concern;
	x.kind = ACTION_REFER;
	x.what = "Citizens Advice";
	x.owner = OWNER_SERVICE;
	x.status = ACTION_STARTED;
	x.signpost = g.id;
	x.on_paper = true;
	x.made_on = w->session->today;
	assert_int_equal(action_add(&c, &x, &x.id), OK);
	r.person.n = 1;
	r.kind = REMINDER_CHECK_BACK;
	r.what = "Did it help?";
	r.due_on = w->session->today + 7;
	r.first_due_on = r.due_on;
	r.signpost = g.id;
	r.state = REMINDER_OPEN;
	r.made_on = w->session->today;
	r.by_account = w->session->account.id;
	assert_int_equal(reminder_add(&c, &r, &id), OK);
	assert_int_equal(change_end(&c, OK), OK);
}

static void plan__new_has_a_question_for_each(void **state)
{
	struct stage *st = open_plan(*state);

	stage_golden(st, "plan-new");
	stage_close(st);
}

static void plan__answered_as_drawn(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "Down Down 3");
	stage_type(st, "ring her accountant");
	stage_keys(st, "Enter Up 2 9");
	refer_to_advice(w);
	stage_keys(st, "Home Down Ctrl-L");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &plan_screen, .id = { 1 } });
	stage_golden(st, "plan-answered");
	stage_keys(st, "e");
	stage_shows(st, "9 What is wrong with  Citizens Advice");
	stage_keys(st, "9");
	assert_string_equal(stage_place(st), "trouble");
	stage_shows(st, "Citizens Advice: what is wrong with this entry?");
	stage_close(st);
}

static void plan__one_digit_a_concern(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "2 9 0");
	stage_shows(st, "Information given today");
	stage_shows(st, "7   Talked about, nothing wanted\n");
	assert_int_equal(count(w, "SELECT count(*) FROM action"), 3);
	stage_shows(st, "2 have no answer yet.");
	stage_keys(st, "*");
	stage_shows(st, "Everything has an answer.");
	assert_int_equal(count(w, "SELECT count(*) FROM action"), 5);
	stage_close(st);
}

static void plan__a_service_opens_the_picker_on_that_concern(void **state)
{
	struct stage *st = open_plan(*state);

	stage_keys(st, "1");
	assert_string_equal(stage_place(st), "picker");
	stage_close(st);
}

static void plan__asks_what_and_says_what_follows(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "4");
	stage_shows(st, "For Janie, I will");
	stage_type(st, "ask the council about rent");
	stage_keys(st, "Enter");
	stage_shows(st, "Saved. A reminder is set for Mon 7 Dec.");
	stage_shows(st, "I will ask the council about rent · by Mon 7 Dec");
	stage_keys(st, "3 Esc");
	assert_int_equal(count(w, "SELECT count(*) FROM action"), 1);
	stage_close(st);
}

static void plan__details_change_who_and_when(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "4");
	stage_type(st, "ring the bank");
	stage_keys(st, "Enter Home Down Enter Tab Tab Ctrl-U");
	stage_type(st, "27/11");
	stage_keys(st, "Esc");
	stage_shows(st, "Kept, not saved.");
	stage_keys(st, "Enter Ctrl-S");
	stage_shows(st, "I will ring the bank · by Fri 27 Nov");
	assert_int_equal(count(w, "SELECT count(*) FROM draft"), 0);
	stage_close(st);
}

static void plan__agreed_only_when_the_three_are_answered(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "2 Ctrl-S y Ctrl-S");
	stage_shows(st, "matters most to them and has no answer yet");
	stage_keys(st, "* Ctrl-S n Ctrl-S");
	stage_shows(st, "Only with their yes.");
	stage_keys(st, "y Ctrl-S");
	stage_shows(st, "Saved: agreed. Gone over again on Mon 4 Jan 2027.");
	assert_int_equal(count(w, "SELECT count(*) FROM plan WHERE status = 'agreed'"), 1);
	stage_close(st);
}

static void plan__done_asks_whether_they_felt_supported(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "4 x Enter Home Down d");
	stage_shows(st, "Done, Carter, Jane 1981. What came of it?");
	stage_type(st, "He agreed");
	stage_keys(st, "Enter");
	stage_shows(st, "Did they feel supported?");
	stage_keys(st, "p");
	stage_shows(st, "Supported: partly");
	assert_int_equal(count(w, "SELECT count(*) FROM action WHERE supported = 'partly'"
	                          " AND status = 'completed' AND outcome = 'He agreed'"),
	                 1);
	stage_close(st);
}

static void plan__what_matters_is_in_their_words(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "Home Enter Ctrl-U");
	stage_type(st, "My studio, my mum");
	stage_keys(st, "Enter");
	stage_shows(st, "“My studio, my mum”");
	stage_close(st);
}

static void plan__not_on_paper(void **state)
{
	struct workplace *w = *state;
	struct stage *st = open_plan(w);

	stage_keys(st, "2 Home Down -");
	stage_shows(st, "not on paper");
	assert_int_equal(count(w, "SELECT on_paper FROM action"), 0);
	stage_close(st);
}

static void plan__without_an_assessment_says_which_key(void **state)
{
	struct workplace *w = *state;
	const struct visit v = visit_person(&plan_screen, jane_add(w));
	struct stage *st = stage_open(w, &v);

	stage_shows(st, "a begins one.");
	stage_keys(st, "2");
	assert_int_equal(count(w, "SELECT count(*) FROM plan"), 0);
	stage_close(st);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan__new_has_a_question_for_each),
		AT_WORK(plan__answered_as_drawn),
		AT_WORK(plan__one_digit_a_concern),
		AT_WORK(plan__a_service_opens_the_picker_on_that_concern),
		AT_WORK(plan__asks_what_and_says_what_follows),
		AT_WORK(plan__details_change_who_and_when),
		AT_WORK(plan__agreed_only_when_the_three_are_answered),
		AT_WORK(plan__done_asks_whether_they_felt_supported),
		AT_WORK(plan__what_matters_is_in_their_words),
		AT_WORK(plan__not_on_paper),
		AT_WORK(plan__without_an_assessment_says_which_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
