#ifndef STORE_SERVICE_PARTS_H
#define STORE_SERVICE_PARTS_H

#include "model/service_parts.h"
#include "store/kept.h"

/*
 * As store/kept.h says; those of one service in the order in which they were written. remove is undone
 * like every other change.
 */

MUST_USE enum status service_place_add(struct change *c, const struct service_place *x,
                                       struct service_place_id *ret);
MUST_USE enum status service_place_update(struct change *c, const struct service_place *x);
MUST_USE enum status service_place_remove(struct change *c, struct service_place_id id);
MUST_USE enum status service_places_of(struct store *st, struct service_id service, struct arena *a,
                                       struct service_place_list *ret);

MUST_USE enum status service_time_add(struct change *c, const struct service_time *x,
                                      struct service_time_id *ret);
MUST_USE enum status service_time_update(struct change *c, const struct service_time *x);
MUST_USE enum status service_time_remove(struct change *c, struct service_time_id id);
MUST_USE enum status service_times_of(struct store *st, struct service_id service, struct arena *a,
                                      struct service_time_list *ret);

MUST_USE enum status service_cost_add(struct change *c, const struct service_cost *x,
                                      struct service_cost_id *ret);
MUST_USE enum status service_cost_update(struct change *c, const struct service_cost *x);
MUST_USE enum status service_cost_remove(struct change *c, struct service_cost_id id);
MUST_USE enum status service_costs_of(struct store *st, struct service_id service, struct arena *a,
                                      struct service_cost_list *ret);

MUST_USE enum status service_phone_add(struct change *c, const struct service_phone *x,
                                       struct service_phone_id *ret);
MUST_USE enum status service_phone_update(struct change *c, const struct service_phone *x);
MUST_USE enum status service_phone_remove(struct change *c, struct service_phone_id id);
MUST_USE enum status service_phones_of(struct store *st, struct service_id service, struct arena *a,
                                       struct service_phone_list *ret);

MUST_USE enum status service_person_add(struct change *c, const struct service_person *x,
                                        struct service_person_id *ret);
MUST_USE enum status service_person_update(struct change *c, const struct service_person *x);
MUST_USE enum status service_person_remove(struct change *c, struct service_person_id id);
MUST_USE enum status service_people_of(struct store *st, struct service_id service, struct arena *a,
                                       struct service_person_list *ret);

MUST_USE enum status service_tag_add(struct change *c, const struct service_tag *x,
                                     struct service_tag_id *ret);
MUST_USE enum status service_tag_update(struct change *c, const struct service_tag *x);
MUST_USE enum status service_tag_remove(struct change *c, struct service_tag_id id);
MUST_USE enum status service_tags_of(struct store *st, struct service_id service, struct arena *a,
                                     struct service_tag_list *ret);

#endif
