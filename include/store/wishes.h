#ifndef STORE_WISHES_H
#define STORE_WISHES_H

#include "model/wishes.h"
#include "store/kept.h"

/* What somebody wishes. With nothing set, ret has ver 0 and is blank: there is no E_NOT_FOUND. */
MUST_USE enum status wishes_get(struct store *st, struct person_id p, struct arena *a,
                                struct wishes *ret);

/* Set it. E_CONFLICT when somebody set it since x was read (x->ver 0: since nothing was set). */
MUST_USE enum status wishes_put(struct change *c, const struct wishes *x);

#endif
