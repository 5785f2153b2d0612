#ifndef STORE_HAPPENINGS_H
#define STORE_HAPPENINGS_H

#include "model/happening.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status happening_add(struct change *c, const struct happening *x,
                                   struct happening_id *ret);
MUST_USE enum status happening_get(struct store *st, struct happening_id id, struct arena *a,
                                   struct happening *ret);
MUST_USE enum status happening_update(struct change *c, const struct happening *x);
MUST_USE enum status happenings_of_person(struct store *st, struct person_id p, struct arena *a,
                                          struct happening_list *ret);

#endif
