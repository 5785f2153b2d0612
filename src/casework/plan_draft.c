#include "planned.h"

#include "assessed.h"

#include "base/words.h"
#include "model/workdays.h"
#include "store/actions.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/money.h"
#include "store/plans.h"
#include "store/reminders.h"

/* The answer to what the other kind of list asked: nothing new was said about it. */
static bool still_stands(const struct action *x, const struct assessed_standing *standing)
{
	for (size_t i = 0; i < standing->concerns.n; i++) {
		const struct concern *c = &standing->concerns.at[i];

		if (text_equal(c->code, x->concern))
			return c->assessment.n == standing->other.id.n;
	}
	return false;
}

/* Does an action of the old plan still stand in the new one? */
static bool carries_over(const struct action *x, bool same_assessment,
                         const struct assessed_standing *standing)
{
	if (same_assessment || still_stands(x, standing))
		return true;
	return action_open(x->status) && x->kind != ACTION_LATER &&
	       x->kind != ACTION_NOTHING_WANTED;
}

static enum status move_reminders(struct session *s, struct change *c, struct person_id person,
                                  const struct actions_moved *moved, struct arena *a)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(s->store, person, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		for (size_t j = 0; rc == OK && j < moved->n; j++) {
			struct reminder r = open.at[i];

			if (r.action.n == 0 || r.action.n != moved->at[j].was.n)
				continue;
			r.action = moved->at[j].now;
			rc = reminder_update(c, &r);
		}
	}
	return rc;
}

/* What an action is worth in money goes with it, too: it is the same action. */
static enum status move_money(struct session *s, struct change *c, struct person_id person,
                              const struct actions_moved *moved, struct arena *a)
{
	struct money_list list;
	enum status rc = money_of_person(s->store, person, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		for (size_t j = 0; rc == OK && j < moved->n; j++) {
			struct money m = list.at[i];

			if (m.action.n == 0 || m.action.n != moved->at[j].was.n)
				continue;
			m.action = moved->at[j].now;
			rc = money_update(c, &m);
		}
	}
	return rc;
}

/* Which goal of the old version became which. */
struct goal_moved {
	struct goal_id was, now;
};
struct goals_moved {
	size_t n;
	struct goal_moved *at;
};

static struct goal_id goal_now(const struct goals_moved *moved, struct goal_id was)
{
	for (size_t i = 0; i < moved->n; i++)
		if (moved->at[i].was.n == was.n)
			return moved->at[i].now;
	return (struct goal_id){ 0 };
}

/* After another assessment only what is still hoped for goes on. */
static enum status copy_goals(struct session *s, struct change *c, const struct plan *from,
                              const struct plan *to, struct arena *a, struct goals_moved *moved)
{
	struct goal_list goals;
	enum status rc = goals_of_plan(s->store, from->id, a, &goals);

	for (size_t i = 0; rc == OK && i < goals.n; i++) {
		struct goal x = goals.at[i];
		struct goal_moved m = { .was = x.id };

		if (from->assessment.n != to->assessment.n && x.status != GOAL_SET)
			continue;
		x.plan = to->id;
		rc = goal_add(c, &x, &m.now);
		if (rc == OK)
			*ARENA_PUSH(a, moved) = m;
	}
	return rc;
}

static enum status copy_contingencies(struct session *s, struct change *c, const struct plan *from,
                                      const struct plan *to, struct arena *a)
{
	struct contingency_list list;
	enum status rc = contingencies_of_plan(s->store, from->id, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct contingency x = list.at[i];
		struct contingency_id id;

		x.plan = to->id;
		rc = contingency_add(c, &x, &id);
	}
	return rc;
}

static enum status copy_actions(struct session *s, struct change *c, const struct plan *from,
                                const struct plan *to, struct arena *a, struct actions_moved *moved)
{
	struct action_list actions;
	struct goals_moved goals = { 0 };
	struct assessed_standing standing;
	enum status rc = copy_goals(s, c, from, to, a, &goals);

	if (rc == OK)
		rc = assessed_standing(s, to->person, a, &standing);

	if (rc == OK)
		rc = actions_of_plan(s->store, from->id, a, &actions);
	for (size_t i = 0; rc == OK && i < actions.n; i++) {
		struct action x = actions.at[i];
		struct action_moved m = { .was = x.id };

		if (!carries_over(&x, from->assessment.n == to->assessment.n, &standing))
			continue;
		x.plan = to->id;
		x.goal = goal_now(&goals, x.goal);
		rc = action_add(c, &x, &m.now);
		if (rc == OK)
			*ARENA_PUSH(a, moved) = m;
	}
	return rc;
}

static enum status supersede(struct session *s, struct change *c, const struct plan *old,
                             const struct plan *next, struct arena *a, struct actions_moved *moved)
{
	struct plan x = *old;
	enum status rc;

	x.status = PLAN_SUPERSEDED;
	rc = plan_update(c, &x);
	if (rc == OK)
		rc = copy_actions(s, c, old, next, a, moved);
	if (rc == OK)
		rc = copy_contingencies(s, c, old, next, a);
	if (rc == OK)
		rc = move_reminders(s, c, old->person, moved, a);
	if (rc == OK)
		rc = move_money(s, c, old->person, moved, a);
	return rc;
}

static enum status new_version(struct session *s, struct change *c, const struct plan *old,
                               const struct assessment *from, struct plan *next)
{
	*next = plan_blank;
	next->person = from->person;
	next->assessment = from->id;
	next->version = old->version + 1;
	next->status = PLAN_DRAFT;
	next->made_on = s->today;
	next->strengths = old->strengths;
	next->review_by = old->review_by;
	next->by_account = s->account.id;
	return plan_add(c, next, &next->id);
}

enum status plan_draft_in(struct session *s, struct change *c, struct person_id person,
                          struct arena *a, struct plan *ret, struct actions_moved *moved)
{
	struct actions_moved own = { 0 };
	struct assessment from;
	struct plan old = plan_blank, next;
	enum status rc = assessed_last(s, person, a, &from);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_CONFLICT,
		                    _("There is no assessment to plan from yet. a begins one."));
	if (rc == OK)
		rc = plan_latest(s->store, person, a, &old);
	if (rc == E_NOT_FOUND) {
		old.version = 0;
		rc = OK;
	}
	if (rc != OK)
		return rc;
	if (old.id.n != 0 && old.status == PLAN_DRAFT && old.assessment.n == from.id.n) {
		*ret = old;
		return OK;
	}
	rc = new_version(s, c, &old, &from, &next);
	if (rc == OK && old.id.n != 0)
		rc = supersede(s, c, &old, &next, a, moved ? moved : &own);
	if (rc == OK) /* its ver, for whoever goes on to change it */
		rc = plan_get(s->store, next.id, a, ret);
	return rc;
}
