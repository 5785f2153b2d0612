#ifndef STORE_PLANS_H
#define STORE_PLANS_H

#include "model/plan.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status plan_add(struct change *c, const struct plan *x, struct plan_id *ret);
MUST_USE enum status plan_get(struct store *st, struct plan_id id, struct arena *a,
                              struct plan *ret);
MUST_USE enum status plan_update(struct change *c, const struct plan *x);
MUST_USE enum status plans_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct plan_list *ret);

/* The one with the highest id, whatever its status. E_NOT_FOUND when there is none. */
MUST_USE enum status plan_latest(struct store *st, struct person_id p, struct arena *a,
                                 struct plan *ret);

MUST_USE enum status plan_review_add(struct change *c, const struct plan_review *x,
                                     struct plan_review_id *ret);
MUST_USE enum status plan_review_get(struct store *st, struct plan_review_id id, struct arena *a,
                                     struct plan_review *ret);
MUST_USE enum status plan_review_update(struct change *c, const struct plan_review *x);
MUST_USE enum status plan_reviews_of_person(struct store *st, struct person_id p, struct arena *a,
                                            struct plan_review_list *ret);

#endif
