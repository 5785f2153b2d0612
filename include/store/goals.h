#ifndef STORE_GOALS_H
#define STORE_GOALS_H

#include "model/goal.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status goal_add(struct change *c, const struct goal *x, struct goal_id *ret);
MUST_USE enum status goal_get(struct store *st, struct goal_id id, struct arena *a,
                              struct goal *ret);
MUST_USE enum status goal_update(struct change *c, const struct goal *x);
MUST_USE enum status goals_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct goal_list *ret);

/* In the order in which they were added. */
MUST_USE enum status goals_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                                   struct goal_list *ret);

#endif
