#ifndef STORE_SERVICE_CHECKS_H
#define STORE_SERVICE_CHECKS_H

#include "model/service_check.h"
#include "store/kept.h"

/* As store/kept.h says; of one service the newest first. */
MUST_USE enum status service_check_add(struct change *c, const struct service_check *x,
                                       struct service_check_id *ret);
MUST_USE enum status service_checks_of(struct store *st, struct service_id service, struct arena *a,
                                       struct service_check_list *ret);

MUST_USE enum status service_note_add(struct change *c, const struct service_note *x,
                                      struct service_note_id *ret);
MUST_USE enum status service_note_update(struct change *c, const struct service_note *x);
MUST_USE enum status service_note_remove(struct change *c, struct service_note_id id);
MUST_USE enum status service_notes_of(struct store *st, struct service_id service, struct arena *a,
                                      struct service_note_list *ret);

#endif
