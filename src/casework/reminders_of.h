#ifndef CASEWORK_REMINDERS_OF_H
#define CASEWORK_REMINDERS_OF_H

#include "casework/reminders.h"

/* A reminder with the names that stand beside it, as far as this account may know them. */
MUST_USE enum status agenda_row(struct session *s, const struct reminder *r, struct arena *a,
                                struct agenda_row *ret);

#endif
