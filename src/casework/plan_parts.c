#include "casework/plan.h"

#include "act.h"
#include "planned.h"

#include "base/words.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/people.h"
#include "store/plans.h"

enum status plan_begin(struct session *s, struct change *c, struct person_id person,
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
		rc = plan_begin(s, &c, person, _("what matters to"), &a);
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
	enum status rc = plan_draft_in(s, c, x->person, a, &plan, NULL);

	if (rc == OK)
		rc = goals_of_plan(s->store, plan.id, a, &goals);
	if (rc != OK)
		return rc;
	x->plan = plan.id;
	for (size_t i = 0; i < goals.n; i++) {
		if (text_equal(goals.at[i].words, x->words)) {
			x->id = goals.at[i].id;
			if (x->by_day == DAY_NONE || x->by_day == goals.at[i].by_day)
				return OK;
			goals.at[i].by_day = x->by_day;
			return goal_update(c, &goals.at[i]);
		}
	}
	return goal_add(c, x, &x->id);
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
		rc = plan_begin(s, &c, person, _("a goal of"), &a);
	if (rc == OK)
		rc = plan_goal_in(s, &c, &x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- strengths ---- */

static enum status set_strengths_in(struct session *s, struct change *c, struct person_id person,
                                    const struct strengths *x, struct arena *a)
{
	struct plan plan;
	enum status rc = plan_draft_in(s, c, person, a, &plan, NULL);

	if (rc != OK)
		return rc;
	if (!text_equal(plan.strengths, x->was) && !text_equal(plan.strengths, x->lines))
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else wrote their strengths meanwhile."));
	if (text_equal(plan.strengths, x->lines))
		return OK;
	plan.strengths = x->lines;
	return plan_update(c, &plan);
}

enum status casework_set_strengths(struct session *s, struct person_id person,
                                   const struct strengths *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_PLAN, person);

	if (rc == OK)
		rc = plan_begin(s, &c, person, _("strengths of"), &a);
	if (rc == OK)
		rc = set_strengths_in(s, &c, person, x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- a goal that is there ---- */

/* What is read from a version that was replaced since would be lost in it. */
enum status plan_part_current(struct session *s, struct person_id person, struct plan_id plan,
                              struct arena *a)
{
	struct plan latest;
	enum status rc = plan_latest(s->store, person, a, &latest);

	if (rc == OK && latest.id.n != plan.n)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed the plan after you opened it."));
	return rc;
}

static enum status goal_in_draft(struct session *s, struct change *c, const struct goal *row,
                                 struct arena *a, struct goal *ret)
{
	struct goal_list goals;
	struct plan plan;
	enum status rc = plan_draft_in(s, c, row->person, a, &plan, NULL);

	if (rc == OK)
		rc = goals_of_plan(s->store, plan.id, a, &goals);
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < goals.n; i++)
		if (text_equal(goals.at[i].words, row->words)) {
			*ret = goals.at[i];
			return OK;
		}
	return session_fail(s, E_CONFLICT, _("That goal is no longer in the plan."));
}

static enum status change_goal_in(struct session *s, struct change *c, const struct goal *x,
                                  struct arena *a)
{
	struct goal row, now;
	enum status rc = goal_get(s->store, x->id, a, &row);

	if (rc == OK && row.person.n != x->person.n)
		return session_fail(s, E_INVALID, _("That is in somebody else's plan."));
	if (rc == OK && row.ver != x->ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed this goal after you opened it."));
	if (rc == OK)
		rc = plan_part_current(s, row.person, row.plan, a);
	now = row;
	if (rc == OK && (!text_equal(row.words, x->words) || row.by_day != x->by_day))
		rc = goal_in_draft(s, c, &row, a, &now);
	if (rc != OK)
		return rc;
	now.words = x->words;
	now.by_day = x->by_day;
	now.supported = x->supported;
	if (now.status != x->status)
		now.status_on = s->today;
	now.status = x->status;
	return goal_update(c, &now);
}

enum status casework_change_goal(struct session *s, const struct goal *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK && text_empty(x->words))
		rc = session_fail(s, E_INVALID, _("A goal is in their words. Nothing was kept."));
	if (rc == OK)
		rc = plan_begin(s, &c, x->person, _("a goal of"), &a);
	if (rc == OK)
		rc = change_goal_in(s, &c, x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- what to do if something gets worse ---- */

static enum status worse_in_draft(struct session *s, struct change *c,
                                  const struct contingency *row, struct arena *a,
                                  struct contingency *ret)
{
	struct contingency_list list;
	struct plan plan;
	enum status rc = plan_draft_in(s, c, row->person, a, &plan, NULL);

	if (rc == OK)
		rc = contingencies_of_plan(s->store, plan.id, a, &list);
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < list.n; i++)
		if (text_equal(list.at[i].name, row->name)) {
			*ret = list.at[i];
			return OK;
		}
	return session_fail(s, E_CONFLICT, _("That is no longer in the plan."));
}

/* The row that x was read from, in the plan that may be changed. */
static enum status worse_now_in(struct session *s, struct change *c, const struct contingency *x,
                                struct arena *a, struct contingency *ret)
{
	struct contingency row;
	enum status rc = contingency_get(s->store, x->id, a, &row);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_CONFLICT, _("That is no longer in the plan."));
	if (rc == OK && row.person.n != x->person.n)
		return session_fail(s, E_INVALID, _("That is in somebody else's plan."));
	if (rc == OK && row.ver != x->ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed this after you opened it."));
	if (rc == OK)
		rc = plan_part_current(s, row.person, row.plan, a);
	return rc == OK ? worse_in_draft(s, c, &row, a, ret) : rc;
}

static enum status put_worse_in(struct session *s, struct change *c, const struct contingency *x,
                                struct arena *a)
{
	struct contingency now = *x, row = contingency_blank;
	struct contingency_id id;
	struct plan plan;
	enum status rc;

	if (x->id.n != 0) {
		rc = worse_now_in(s, c, x, a, &row);
		if (rc != OK)
			return rc;
		now.id = row.id;
		now.ver = row.ver;
		now.plan = row.plan;
		return contingency_update(c, &now);
	}
	rc = plan_draft_in(s, c, x->person, a, &plan, NULL);
	if (rc != OK)
		return rc;
	now.plan = plan.id;
	return contingency_add(c, &now, &id);
}

enum status casework_put_contingency(struct session *s, const struct contingency *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK && text_empty(x->name))
		rc = session_fail(s, E_INVALID, _("If what happens? Nothing was kept."));
	if (rc == OK)
		rc = plan_begin(s, &c, x->person, _("if things get worse:"), &a);
	if (rc == OK)
		rc = put_worse_in(s, &c, x, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

enum status casework_remove_contingency(struct session *s, const struct contingency *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct contingency now;
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK)
		rc = plan_begin(s, &c, x->person, _("no longer, if things get worse:"), &a);
	if (rc == OK)
		rc = worse_now_in(s, &c, x, &a, &now);
	if (rc == OK)
		rc = contingency_remove(&c, &now);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}
