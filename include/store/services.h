#ifndef STORE_SERVICES_H
#define STORE_SERVICES_H

#include "model/service.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status service_add(struct change *c, const struct service *x, struct service_id *ret);
MUST_USE enum status service_get(struct store *st, struct service_id id, struct arena *a,
                                 struct service *ret);
/* What it is narrowed and ranked by follows at once; its words are derive_service()'s. */
MUST_USE enum status service_update(struct change *c, const struct service *x);

/* The service that came with that id from elsewhere. E_NOT_FOUND. */
MUST_USE enum status service_by_external_id(struct store *st, const char *external_id,
                                            struct arena *a, struct service *ret);

/*
 * At most limit ids above after, in order, of every service, closed ones too: pages through all of
 * them, beginning with { 0 }. ret->n < limit: these were the last.
 */
MUST_USE enum status service_ids_after(struct store *st, struct service_id after, size_t limit,
                                       struct arena *a, struct service_id_list *ret);

/* Codes of the concerns it meets; GSS codes of the areas it serves. Sorted bytewise. */
MUST_USE enum status service_concerns(struct store *st, struct service_id id, struct arena *a,
                                      struct code_list *ret);
MUST_USE enum status service_areas(struct store *st, struct service_id id, struct arena *a,
                                   struct code_list *ret);

/* Make them these and no others, in any order, each once; rows that stay are not touched. */
MUST_USE enum status service_concerns_put(struct change *c, struct service_id id,
                                          const struct code_list *codes);
MUST_USE enum status service_areas_put(struct change *c, struct service_id id,
                                       const struct code_list *codes);

#endif
