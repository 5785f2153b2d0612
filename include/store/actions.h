#ifndef STORE_ACTIONS_H
#define STORE_ACTIONS_H

#include "model/action.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status action_add(struct change *c, const struct action *x, struct action_id *ret);
MUST_USE enum status action_get(struct store *st, struct action_id id, struct arena *a,
                                struct action *ret);
MUST_USE enum status action_update(struct change *c, const struct action *x);
MUST_USE enum status actions_of_person(struct store *st, struct person_id p, struct arena *a,
                                       struct action_list *ret);

/* In the order in which they were added. */
MUST_USE enum status actions_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                                     struct action_list *ret);

#endif
