#ifndef STORE_ORGANISATIONS_H
#define STORE_ORGANISATIONS_H

#include "model/organisation.h"
#include "model/service.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status organisation_add(struct change *c, const struct organisation *x,
                                      struct organisation_id *ret);
MUST_USE enum status organisation_get(struct store *st, struct organisation_id id, struct arena *a,
                                      struct organisation *ret);
MUST_USE enum status organisation_update(struct change *c, const struct organisation *x);

/* The one that came with that id from elsewhere; the first of that name. E_NOT_FOUND. */
MUST_USE enum status organisation_by_external_id(struct store *st, const char *external_id,
                                                 struct arena *a, struct organisation *ret);
/* Small and capital letters are the same. */
MUST_USE enum status organisation_by_name(struct store *st, const char *name, struct arena *a,
                                          struct organisation *ret);

/*
 * The one of that name, written first when there is none: one name is one row. "" gives 0. Its letters
 * stay as whoever was first wrote them.
 */
MUST_USE enum status organisation_named(struct change *c, const char *name,
                                        struct organisation_id *ret);

/* Its name; "" of 0. Belongs to a. */
MUST_USE enum status organisation_name(struct store *st, struct organisation_id id, struct arena *a,
                                       const char **ret);

/* Every one, by name; and every service that one runs, closed ones too. */
MUST_USE enum status organisations_all(struct store *st, struct arena *a,
                                       struct organisation_list *ret);
MUST_USE enum status organisation_services(struct store *st, struct organisation_id id,
                                           struct arena *a, struct service_id_list *ret);

#endif
