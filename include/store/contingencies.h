#ifndef STORE_CONTINGENCIES_H
#define STORE_CONTINGENCIES_H

#include "model/contingency.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status contingency_add(struct change *c, const struct contingency *x,
                                     struct contingency_id *ret);
MUST_USE enum status contingency_get(struct store *st, struct contingency_id id, struct arena *a,
                                     struct contingency *ret);
MUST_USE enum status contingency_update(struct change *c, const struct contingency *x);
/* It no longer belongs to the plan. E_CONFLICT as with update. */
MUST_USE enum status contingency_remove(struct change *c, const struct contingency *x);

/* In the order in which they were added. */
MUST_USE enum status contingencies_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                                           struct contingency_list *ret);

#endif
