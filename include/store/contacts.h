#ifndef STORE_CONTACTS_H
#define STORE_CONTACTS_H

#include "model/contact.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status contact_add(struct change *c, const struct contact *x, struct contact_id *ret);
MUST_USE enum status contact_get(struct store *st, struct contact_id id, struct arena *a,
                                 struct contact *ret);
MUST_USE enum status contact_update(struct change *c, const struct contact *x);
MUST_USE enum status contacts_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct contact_list *ret);

/* The newest of them, at most that many. */
#define CONTACTS_LATELY 100
MUST_USE enum status contacts_lately(struct store *st, struct person_id p, struct arena *a,
                                     struct contact_list *ret);

#endif
