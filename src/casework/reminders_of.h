#ifndef CASEWORK_REMINDERS_OF_H
#define CASEWORK_REMINDERS_OF_H

#include "casework/reminders.h"

/* A reminder with the names that stand beside it, as far as this account may know them. */
MUST_USE enum status agenda_row(struct session *s, const struct reminder *r, struct arena *a,
                                struct agenda_row *ret);

/*
 * Of one that comes again and is done: the next, after today, *again then the day it is due. Nothing
 * when its time is over, or the person died or asked us to stop.
 */
struct change;
MUST_USE enum status repeat_in(struct session *s, struct change *c, const struct reminder *r,
                               day *again);

/*
 * The one way in which something else than completing it answers a reminder: done today, with those
 * words, and the next of it is set where it comes again.
 */
MUST_USE enum status reminder_done_in(struct session *s, struct change *c, struct reminder *r,
                                      const char *words);

/* May reminders about that person be set? E_INVALID with its sentence: they died, or asked us to stop. */
MUST_USE enum status reminder_reachable(struct session *s, const struct reminder *r,
                                        struct arena *a);

#endif
