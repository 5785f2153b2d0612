#include "act.h"
#include "planned.h"

#include "base/words.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/reminders.h"

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
		rc = plan_begin(s, &c, person,
		                on_paper ? _("what goes on the paper of")
		                         : _("what stays off the paper of"),
		                &a);
	if (rc == OK)
		rc = put_on_paper_in(s, &c, list, on_paper, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
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
	plan.agreed_by = x->by != AGREED_BY_NONE ? x->by : AGREED_BY_PERSON;
	plan.agreed_with = plan.agreed_by == AGREED_BY_PERSON ? "" : x->with;
	plan.agreed_power = plan.agreed_by == AGREED_BY_PERSON ? POWER_NONE : x->power;
	plan.agreed_way = x->way;
	plan.review_by = text_empty(x->review_by) ? s->account.name : x->review_by;
	plan.review_on = x->review_on != DAY_NONE ? x->review_on : plan_review_proposed(s);
	rc = plan_update(c, &plan);
	if (rc == OK)
		rc = if_worse_in(s, c, &plan, x->if_worse, a);
	if (rc == OK)
		rc = assessment_agreed(s, c, &plan, a);
	if (rc == OK)
		rc = plan_remind_in(s, c, &plan, REMINDER_REVIEW_DUE, plan.review_on, a);
	if (rc == OK)
		rc = plan_remind_in(s, c, &plan, REMINDER_PLAN_NOT_GIVEN,
		                    session_due(s, DUE_GIVE_PLAN, s->today), a);
	if (rc == OK)
		*review_on = plan.review_on;
	return rc;
}

static enum status check_agreed(struct session *s, const struct plan_view *v,
                                const struct plan_agreement *x)
{
	if (x->by == AGREED_BY_REPRESENTATIVE && (text_empty(x->with) || x->power == POWER_NONE))
		return session_fail(s, E_INVALID,
		                    _("Who agrees for them, and by what right? Nothing was "
		                      "agreed."));
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
		rc = check_agreed(s, &v, x);
	return rc == OK ? agree_in(s, c, x, a, on) : rc;
}

enum status casework_agree_plan(struct session *s, const struct plan_agreement *x, day *review_on)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	day on = DAY_NONE;
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK)
		rc = plan_begin(s, &c, x->person, _("plan agreed with"), &a);
	if (rc == OK)
		rc = check_and_agree_in(s, &c, x, &a, &on);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*review_on = on;
	arena_reset(&a);
	return rc;
}
