#include "act.h"
#include "planned.h"

#include "base/words.h"
#include "model/workdays.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/reminders.h"

#define REVIEW_DAYS 42
#define GIVE_DAYS   2 /* working days to hand the plan over */

day plan_review_proposed(const struct session *s)
{
	return day_next_working(s->today + REVIEW_DAYS, &s->holidays);
}

static enum status begin(struct session *s, struct change *c, struct person_id person,
                         const char *what, struct arena *a)
{
	struct person p;
	enum status rc = session_store(s, person_get(s->store, person, a, &p));

	if (rc != OK)
		return rc;
	return act_begin(s, OP_PLAN, c, person, arena_printf(a, "%s %s", what, act_name(&p, a)));
}

static enum status set_matters_in(struct session *s, struct change *c, struct person_id person,
                                  const struct matters *x, struct arena *a)
{
	struct person p;
	enum status rc = person_get(s->store, person, a, &p);

	if (rc != OK)
		return rc;
	if (!text_equal(p.matters, x->was) && !text_equal(p.matters, x->words))
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else wrote what matters to them meanwhile."));
	p.matters = x->words;
	return person_update(c, &p);
}

enum status casework_set_matters(struct session *s, struct person_id person,
                                 const struct matters *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_PLAN, person);

	if (rc == OK)
		rc = begin(s, &c, person, _("what matters to"), &a);
	if (rc == OK)
		rc = set_matters_in(s, &c, person, x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

enum status plan_goal_in(struct session *s, struct change *c, struct goal *x, struct arena *a)
{
	struct goal_list goals;
	struct plan plan;
	struct goal_id id;
	enum status rc = plan_draft_in(s, c, x->person, a, &plan, NULL);

	if (rc == OK)
		rc = goals_of_plan(s->store, plan.id, a, &goals);
	if (rc != OK)
		return rc;
	x->plan = plan.id;
	for (size_t i = 0; i < goals.n; i++)
		if (text_equal(goals.at[i].words, x->words)) {
			goals.at[i].by_day = x->by_day;
			return goal_update(c, &goals.at[i]);
		}
	return goal_add(c, x, &id);
}

enum status casework_set_goal(struct session *s, struct person_id person, const char *words,
                              day by_day)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct goal x = goal_blank;
	enum status rc = casework_may_about(s, OP_PLAN, person);

	x.person = person;
	x.words = words;
	x.by_day = by_day;
	x.status = GOAL_SET;
	if (rc == OK && text_empty(words))
		rc = session_fail(s, E_INVALID, _("A goal is in their words. Nothing was kept."));
	if (rc == OK)
		rc = begin(s, &c, person, _("a goal of"), &a);
	if (rc == OK)
		rc = plan_goal_in(s, &c, &x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* A review says what came of an agreed plan; that is no change of the plan itself. */
static enum status review_in(struct session *s, struct change *c, const struct action *was,
                             const struct action_review *r, struct arena *a)
{
	struct action x = *was;
	enum status rc;

	x.status = r->status;
	x.supported = r->supported;
	if (!text_empty(r->outcome))
		x.outcome = r->outcome;
	rc = action_update(c, &x);
	return rc == OK ? action_reminder_in(s, c, &x, a) : rc;
}

enum status casework_review_action(struct session *s, const struct action_review *r)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct action x;
	enum status rc = casework_may(s, OP_PLAN);

	if (rc == OK)
		rc = session_store(s, action_get(s->store, r->action, &a, &x));
	if (rc == OK)
		rc = begin(s, &c, x.person, _("what came of the plan of"), &a);
	if (rc == OK)
		rc = review_in(s, &c, &x, r, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

static enum status put_on_paper_in(struct session *s, struct change *c,
                                   const struct action_list *list, bool on_paper, struct arena *a)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		struct action x;

		rc = action_get(s->store, list->at[i].id, a, &x);
		if (rc == OK && x.person.n != c->person.n)
			rc = session_fail(s, E_INVALID, _("That is in somebody else's plan."));
		if (rc != OK || x.on_paper == on_paper)
			continue;
		x.on_paper = on_paper;
		rc = action_update(c, &x);
	}
	return rc;
}

enum status casework_put_on_paper(struct session *s, const struct action_list *list, bool on_paper)
{
	struct person_id person = list->n > 0 ? list->at[0].person : (struct person_id){ 0 };
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_PLAN, person);

	if (rc == OK)
		rc = begin(s, &c, person,
		           on_paper ? _("what goes on the paper of")
		                    : _("what stays off the paper of"),
		           &a);
	if (rc == OK)
		rc = put_on_paper_in(s, &c, list, on_paper, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* The reminder of that kind that a rule made, or a new one. */
static enum status remind(struct session *s, struct change *c, const struct plan *plan,
                          enum reminder_kind kind, day due_on, struct arena *a)
{
	struct reminder_list open;
	struct reminder r = reminder_blank;
	struct reminder_id id;
	enum status rc = reminders_open_of_person(s->store, plan->person, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (open.at[i].kind == kind) {
			open.at[i].due_on = due_on;
			return reminder_update(c, &open.at[i]);
		}
	r.person = plan->person;
	r.worker = s->account.id;
	r.kind = kind;
	r.what = kind == REMINDER_REVIEW_DUE ? _("Go over the plan again")
	                                     : _("Give them their plan");
	r.due_on = due_on;
	r.first_due_on = due_on;
	r.to_person = true;
	r.rule = kind == REMINDER_REVIEW_DUE ? "review-due" : "plan-not-given";
	r.why = arena_printf(a, _("Plan agreed on %s"), day_short(plan->agreed_on, s->today, a));
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return rc == OK ? reminder_add(c, &r, &id) : rc;
}

static enum status assessment_agreed(struct session *s, struct change *c, const struct plan *plan,
                                     struct arena *a)
{
	struct assessment x;
	enum status rc = assessment_get(s->store, plan->assessment, a, &x);

	if (rc != OK || x.status != ASSESSMENT_DONE)
		return rc;
	x.status = ASSESSMENT_PLAN_AGREED;
	return assessment_update(c, &x);
}

/* The plain one, asked for when they agree. "": as it was. */
static enum status if_worse_in(struct session *s, struct change *c, const struct plan *plan,
                               const char *words, struct arena *a)
{
	struct contingency x = contingency_blank;
	struct contingency_list list;
	struct contingency_id id;
	enum status rc = contingencies_of_plan(s->store, plan->id, a, &list);

	if (rc != OK || text_empty(words))
		return rc;
	for (size_t i = 0; i < list.n; i++) {
		if (!text_equal(list.at[i].name, CONTINGENCY_PLAIN))
			continue;
		if (text_equal(list.at[i].what, words))
			return OK;
		list.at[i].what = words;
		return contingency_update(c, &list.at[i]);
	}
	x.person = plan->person;
	x.plan = plan->id;
	x.name = CONTINGENCY_PLAIN;
	x.what = words;
	return contingency_add(c, &x, &id);
}

static enum status agree_in(struct session *s, struct change *c, const struct plan_agreement *x,
                            struct arena *a, day *review_on)
{
	struct plan plan;
	enum status rc = plan_draft_in(s, c, x->person, a, &plan, NULL);

	if (rc != OK)
		return rc;
	plan.status = PLAN_AGREED;
	plan.agreed_on = s->today;
	plan.agreed_how = x->how;
	plan.review_on = x->review_on != DAY_NONE ? x->review_on : plan_review_proposed(s);
	rc = plan_update(c, &plan);
	if (rc == OK)
		rc = if_worse_in(s, c, &plan, x->if_worse, a);
	if (rc == OK)
		rc = assessment_agreed(s, c, &plan, a);
	if (rc == OK)
		rc = remind(s, c, &plan, REMINDER_REVIEW_DUE, plan.review_on, a);
	if (rc == OK)
		rc = remind(s, c, &plan, REMINDER_PLAN_NOT_GIVEN,
		            day_add_working(s->today, GIVE_DAYS, &s->holidays), a);
	if (rc == OK)
		*review_on = plan.review_on;
	return rc;
}

static enum status check_agreed(struct session *s, const struct plan_view *v)
{
	if (v->n == 0)
		return session_fail(s, E_INVALID,
		                    _("Nothing was raised, so there is nothing to agree to yet."));
	for (size_t i = 0; i < v->top; i++)
		if (v->at[i].actions.n == 0)
			return session_fail(s, E_INVALID,
			                    _("%s matters most to them and has no answer yet. A "
			                      "digit gives it one."),
			                    v->at[i].label);
	return OK;
}

/* What is agreed to is what stands, not what stood when the question was asked. */
static enum status check_and_agree_in(struct session *s, struct change *c,
                                      const struct plan_agreement *x, struct arena *a, day *on)
{
	struct plan_view v;
	enum status rc = plan_view_read(s, x->person, a, &v);

	if (rc == OK)
		rc = check_agreed(s, &v);
	return rc == OK ? agree_in(s, c, x, a, on) : rc;
}

enum status casework_agree_plan(struct session *s, const struct plan_agreement *x, day *review_on)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	day on = DAY_NONE;
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK)
		rc = begin(s, &c, x->person, _("plan agreed with"), &a);
	if (rc == OK)
		rc = check_and_agree_in(s, &c, x, &a, &on);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*review_on = on;
	arena_reset(&a);
	return rc;
}
