#include "plan_says.h"

#include "assessed.h"
#include "planned.h"

#include "store/actions.h"

/* What was put off, or not wanted, makes way for it. */
static struct action *given_way(struct action_list *actions, const char *concern)
{
	for (size_t i = 0; i < actions->n; i++) {
		struct action *x = &actions->at[i];

		if (text_equal(x->concern, concern) &&
		    (x->kind == ACTION_LATER || x->kind == ACTION_NOTHING_WANTED))
			return x;
	}
	return NULL;
}

static enum status put(struct session *s, struct change *c, const struct plan *plan,
                       const struct action *x, struct arena *a, struct action_id *ret)
{
	struct action action = *x;
	struct action_list actions;
	struct action *old;
	enum status rc = actions_of_plan(s->store, plan->id, a, &actions);

	if (rc != OK)
		return rc;
	old = given_way(&actions, x->concern);
	action.person = plan->person;
	action.plan = plan->id;
	action.made_on = s->today;
	if (!old)
		return action_add(c, &action, ret);
	action.id = *ret = old->id;
	action.ver = old->ver;
	return action_update(c, &action);
}

enum status plan_says_in(struct session *s, struct change *c, struct person_id person,
                         const struct action *x, struct action_id *ret)
{
	struct action_id id = { 0 };
	struct arena a = { 0 };
	struct assessment from;
	struct plan plan;
	enum status rc = assessed_last(s, person, &a, &from);

	if (rc == OK) {
		rc = plan_draft_in(s, c, person, &a, &plan, NULL);
		if (rc == OK)
			rc = put(s, c, &plan, x, &a, &id);
	} else if (rc == E_NOT_FOUND) {
		rc = OK;
	}
	if (rc == OK && ret)
		*ret = id;
	arena_reset(&a);
	return rc;
}
