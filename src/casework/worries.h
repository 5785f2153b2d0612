#ifndef CASEWORK_WORRIES_H
#define CASEWORK_WORRIES_H

#include "casework/session.h"
#include "model/safety_note.h"

/* What casework_safety_today() and Today itself share: whose list a worry is on, and its words. */
bool worry_on_today(const struct session *s, const struct safety_note *n);
/* May this account read what it says? Others are shown only that there is one. */
bool worry_readable(const struct session *s, const struct safety_note *n);
/* "not seen yet", "unseen 2 hours: ring Ann Reid 0113 496 0111". Belongs to a. */
const char *worry_waits(const struct session *s, const struct safety_note *n, struct arena *a);

#endif
