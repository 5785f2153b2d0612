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

#endif
