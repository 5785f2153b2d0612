#ifndef STORE_ORGANISATIONS_H
#define STORE_ORGANISATIONS_H

#include "model/organisation.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status organisation_add(struct change *c, const struct organisation *x,
                                      struct organisation_id *ret);
MUST_USE enum status organisation_get(struct store *st, struct organisation_id id, struct arena *a,
                                      struct organisation *ret);
MUST_USE enum status organisation_update(struct change *c, const struct organisation *x);

/* The one that came with that id from elsewhere; the first of exactly that name. E_NOT_FOUND. */
MUST_USE enum status organisation_by_external_id(struct store *st, const char *external_id,
                                                 struct arena *a, struct organisation *ret);
MUST_USE enum status organisation_by_name(struct store *st, const char *name, struct arena *a,
                                          struct organisation *ret);

#endif
