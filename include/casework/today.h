#ifndef CASEWORK_TODAY_H
#define CASEWORK_TODAY_H

#include "casework/session.h"
#include "model/today.h"

/* What somebody must do now. What is shown is computed, not typed. Strings belong to a. */
struct today_view {
	struct today today;
	size_t open;      /* cases */
	size_t late;      /* reminders that are overdue */
	size_t timed;     /* at a time today */
	size_t notes;     /* messages for them */
	const char *next; /* "09:30 Pritchard, Dylan": the next at a time, "" */
};

struct today_of {
	struct account_id worker; /* { 0 }: the session's own */
	bool everyone;            /* of everybody who works here */
};

MUST_USE enum status casework_today(struct session *s, const struct today_of *of, struct arena *a,
                                    struct today_view *ret);

/* The account of that login, to look at its Today. E_NOT_FOUND with its sentence. */
MUST_USE enum status casework_worker(struct session *s, const char *login, struct account *ret);

#endif
