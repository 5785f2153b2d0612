#ifndef STORE_REMINDERS_H
#define STORE_REMINDERS_H

#include "model/reminder.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status reminder_add(struct change *c, const struct reminder *x,
                                  struct reminder_id *ret);
MUST_USE enum status reminder_get(struct store *st, struct reminder_id id, struct arena *a,
                                  struct reminder *ret);
MUST_USE enum status reminder_update(struct change *c, const struct reminder *x);
MUST_USE enum status reminders_of_person(struct store *st, struct person_id p, struct arena *a,
                                         struct reminder_list *ret);

/* The open ones, the first due first. */
MUST_USE enum status reminders_open_of_person(struct store *st, struct person_id p, struct arena *a,
                                              struct reminder_list *ret);

/* What one worker ({ 0 }: whoever is on duty) has open of a person, checks of services apart, is to's. */
MUST_USE enum status reminders_hand_over(struct change *c, struct person_id p,
                                         struct account_id from, struct account_id to);

/* All that hang on a signpost, open or not, the newest first. */
MUST_USE enum status reminders_of_signpost(struct store *st, struct signpost_id id, struct arena *a,
                                           struct reminder_list *ret);

/* Open ones about a service, of that kind, or that rule where it is not NULL; the oldest first. */
MUST_USE enum status reminders_open_of_service(struct store *st, struct service_id id,
                                               enum reminder_kind kind, const char *rule,
                                               struct arena *a, struct reminder_list *ret);

/* The open ones of one worker that are due from that day to that, by day and time. */
MUST_USE enum status reminders_between(struct store *st, struct account_id worker, day from, day to,
                                       struct arena *a, struct reminder_list *ret);
/*
 * How many of them fall on each day: counts[0] is added to for from, and so on to the last of days.
 */
MUST_USE enum status reminders_count(struct store *st, struct account_id worker, day from,
                                     size_t days, int *counts);

/*
 * The open ones of a worker ({ 0 }: of whoever is on duty) that are due by that day, that day itself
 * with it, in the order in which they are due.
 */
MUST_USE enum status reminders_due(struct store *st, struct account_id worker, day by,
                                   struct arena *a, struct reminder_list *ret);

/* The same with those that are named early: so many days before they are due as each says itself. */
MUST_USE enum status reminders_named(struct store *st, struct account_id worker, day today,
                                     struct arena *a, struct reminder_list *ret);

/* Those of a worker that were done or dropped on that day or later, by day. */
MUST_USE enum status reminders_ended(struct store *st, struct account_id worker, day since,
                                     struct arena *a, struct reminder_list *ret);

/* Open ones about a worker's people that others have, made on that day or later; by day. */
MUST_USE enum status reminders_of_others(struct store *st, struct account_id worker, day from,
                                         struct arena *a, struct reminder_list *ret);

#endif
