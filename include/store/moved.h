#ifndef STORE_MOVED_H
#define STORE_MOVED_H

#include "model/moved.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status moved_add(struct change *c, const struct moved *x, struct moved_id *ret);
MUST_USE enum status moved_get(struct store *st, struct moved_id id, struct arena *a,
                               struct moved *ret);
MUST_USE enum status moved_update(struct change *c, const struct moved *x);
/* Out of their record; into it. */
MUST_USE enum status moved_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct moved_list *ret);
MUST_USE enum status moved_to_person(struct store *st, struct person_id p, struct arena *a,
                                     struct moved_list *ret);

#endif
