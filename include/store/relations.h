#ifndef STORE_RELATIONS_H
#define STORE_RELATIONS_H

#include "model/relation.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status relation_add(struct change *c, const struct relation *x,
                                  struct relation_id *ret);
MUST_USE enum status relation_get(struct store *st, struct relation_id id, struct arena *a,
                                  struct relation *ret);
MUST_USE enum status relation_update(struct change *c, const struct relation *x);
/* Those that have not ended. */
MUST_USE enum status relations_of_person(struct store *st, struct person_id p, struct arena *a,
                                         struct relation_list *ret);

/* The relations of others in which p is the other: who says that they know p. */
MUST_USE enum status relations_to_person(struct store *st, struct person_id p, struct arena *a,
                                         struct relation_list *ret);

#endif
