#ifndef CASEWORK_PLAN_SAYS_H
#define CASEWORK_PLAN_SAYS_H

#include "base/day.h"
#include "model/action.h"
#include "store/change.h"

/*
 * Put an action into the person's plan, the draft or the agreed one; nothing happens when there is
 * none. x's person, plan and day are set here; its text is copied by the store.
 */
MUST_USE enum status plan_says_in(struct change *c, struct person_id person, const struct action *x,
                                  day today);

#endif
