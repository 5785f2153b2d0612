#ifndef STORE_SERVICE_ENTRIES_H
#define STORE_SERVICE_ENTRIES_H

#include "model/service_form.h"
#include "store/kept.h"

/*
 * An entry of the directory: the service, the name of its provider, and its codes. Its parts are read
 * and written for themselves, by the functions below. Written,
 * the provider is the organisation of that name, which is made when there is none; what is derived
 * from it follows. As store/kept.h says.
 */
MUST_USE enum status service_entry_get(struct store *st, struct service_id id, struct arena *a,
                                       struct service_entry *ret);
MUST_USE enum status service_entry_add(struct change *c, const struct service_entry *x,
                                       struct service_id *ret);
MUST_USE enum status service_entry_update(struct change *c, const struct service_entry *x);

/*
 * What hangs on it. Put, they are these and no others: a row that says what it said is left alone, and
 * what was derived is still to be derived.
 */
MUST_USE enum status service_parts_get(struct store *st, struct service_id id, struct arena *a,
                                       struct service_parts *ret);
MUST_USE enum status service_parts_put(struct change *c, struct service_id id,
                                       const struct service_parts *x);

#endif
