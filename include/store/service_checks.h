#ifndef STORE_SERVICE_CHECKS_H
#define STORE_SERVICE_CHECKS_H

#include "model/service_check.h"
#include "model/service_due.h"
#include "store/kept.h"

/* As store/kept.h says; of one service the newest first. */
MUST_USE enum status service_check_add(struct change *c, const struct service_check *x,
                                       struct service_check_id *ret);
MUST_USE enum status service_checks_of(struct store *st, struct service_id service, struct arena *a,
                                       struct service_check_list *ret);

/*
 * What is to be checked on a day: whose next check has come, and of those without one whoever was never
 * checked or not since. Never what closed for good or asked not to be listed. What people wait on
 * stands first, then what is used most, then what was checked longest ago.
 */
MUST_USE enum status services_to_check(struct store *st, const struct checks_due *due, size_t limit,
                                       struct arena *a, struct service_id_list *ret);
/* Of them those on which open cases of a worker wait. */
MUST_USE enum status services_to_check_of_worker(struct store *st, const struct checks_due *due,
                                                 struct account_id worker, struct arena *a,
                                                 struct service_id_list *ret);

/* How many those are, and on how many of them somebody waits. */
MUST_USE enum status services_to_check_count(struct store *st, const struct checks_due *due,
                                             struct checks_count *ret);
/* How many entries have their next check on that day. */
MUST_USE enum status services_checks_on(struct store *st, day on, size_t *ret);
/* How many checks found out, on that day or later. */
MUST_USE enum status service_checks_since(struct store *st, day from, size_t *ret);

/* How fresh the directory is, counted. */
MUST_USE enum status services_health(struct store *st, day since, struct directory_health *ret);

MUST_USE enum status service_note_add(struct change *c, const struct service_note *x,
                                      struct service_note_id *ret);
MUST_USE enum status service_note_update(struct change *c, const struct service_note *x);
MUST_USE enum status service_note_remove(struct change *c, struct service_note_id id);
MUST_USE enum status service_notes_of(struct store *st, struct service_id service, struct arena *a,
                                      struct service_note_list *ret);

#endif
