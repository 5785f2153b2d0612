#ifndef STORE_SAFE_CONTACTS_H
#define STORE_SAFE_CONTACTS_H

#include "model/safe_contact.h"
#include "store/kept.h"

/*
 * What is safe when reaching a person. With nothing set, ret has ver 0 and everything not asked,
 * which is taken for no: there is no E_NOT_FOUND.
 */
MUST_USE enum status safe_contact_get(struct store *st, struct person_id p, struct arena *a,
                                      struct safe_contact *ret);

/* Set it. E_CONFLICT when somebody set it since x was read (x->ver 0: since nothing was set). */
MUST_USE enum status safe_contact_put(struct change *c, const struct safe_contact *x);

#endif
