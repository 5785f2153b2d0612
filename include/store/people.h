#ifndef STORE_PEOPLE_H
#define STORE_PEOPLE_H

#include "model/person.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status person_add(struct change *c, const struct person *x, struct person_id *ret);
MUST_USE enum status person_get(struct store *st, struct person_id id, struct arena *a,
                                struct person *ret);
MUST_USE enum status person_update(struct change *c, const struct person *x);

/*
 * At most limit people with an id above after, in the order of their ids: pages through all of them,
 * beginning with { 0 }. ret->n < limit: these were the last.
 */
MUST_USE enum status people_after(struct store *st, struct person_id after, size_t limit,
                                  struct arena *a, struct person_list *ret);

#endif
