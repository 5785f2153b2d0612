#include "plan_says.h"

#include "model/plan.h"
#include "store/actions.h"
#include "store/plans.h"

enum status plan_says_in(struct change *c, struct person_id person, const struct action *x,
                         day today)
{
	struct arena a = { 0 };
	struct action action = *x;
	struct action_id id;
	struct plan plan;
	enum status rc = plan_latest(c->st, person, &a, &plan);

	if (rc == OK && plan.status != PLAN_SUPERSEDED) {
		action.person = person;
		action.plan = plan.id;
		action.made_on = today;
		rc = action_add(c, &action, &id);
	} else if (rc == E_NOT_FOUND) {
		rc = OK;
	}
	arena_reset(&a);
	return rc;
}
