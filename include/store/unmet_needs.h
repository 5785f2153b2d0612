#ifndef STORE_UNMET_NEEDS_H
#define STORE_UNMET_NEEDS_H

#include "model/unmet_need.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status unmet_need_add(struct change *c, const struct unmet_need *x,
                                    struct unmet_need_id *ret);
MUST_USE enum status unmet_need_get(struct store *st, struct unmet_need_id id, struct arena *a,
                                    struct unmet_need *ret);
MUST_USE enum status unmet_need_update(struct change *c, const struct unmet_need *x);
MUST_USE enum status unmet_needs_of_person(struct store *st, struct person_id p, struct arena *a,
                                           struct unmet_need_list *ret);

#endif
