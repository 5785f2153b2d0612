#ifndef MODEL_REMINDER_FORM_H
#define MODEL_REMINDER_FORM_H

#include "base/arena.h"
#include "base/field.h"
#include "model/reminder.h"
#include "model/when.h"

/* What a reminder asks: what*, on*, time, repeat, early, kind, worker (a login; empty: one's own). */
extern const struct field reminder_fields[];

/*
 * The values as a reminder; on and time as people type them. What is wrong is added to problems, by
 * field. The worker is looked up by casework. Strings belong to a.
 */
struct reminder_typed {
	struct reminder reminder;
	const char *worker; /* login as typed */
	const char *note;   /* of the day: "Sat 28 Nov is a weekend"; "" */
	const char *again;  /* "every 2 weeks on Friday: then Fri 11 Dec, Tue 29 Dec, …"; "" */
};
void reminder_typed(const struct values *v, const struct when_from *from, struct arena *a,
                    struct problems *problems, struct reminder_typed *ret);

#endif
