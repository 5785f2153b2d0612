#ifndef CASEWORK_PLAN_SAYS_H
#define CASEWORK_PLAN_SAYS_H

#include "casework/session.h"
#include "model/action.h"
#include "store/change.h"

/*
 * Put an action into the plan that may be changed, in place of what was put off for that concern;
 * nothing happens, and *ret (which may be NULL) is 0, when they were not assessed. x's person, plan and day are set here; its text is
 * copied by the store.
 */
MUST_USE enum status plan_says_in(struct session *s, struct change *c, struct person_id person,
                                  const struct action *x, struct action_id *ret);

#endif
