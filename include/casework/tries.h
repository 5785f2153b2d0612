#ifndef CASEWORK_TRIES_H
#define CASEWORK_TRIES_H

#include "casework/strip.h"
#include "model/ladder.h"

/*
 * The try-again ladder of one person, as it stands: what was tried, what each step would be now, and
 * why not. Strings belong to the arena it was asked for with; none is NULL.
 */
struct tries_view {
	struct person_strip strip;
	int tries;               /* since they were last spoken to */
	const char *tried;       /* "Tue 17 Nov 09:40 no answer · …", "" */
	const char *hours_tried; /* "9 to 12 twice, 12 to 17 once, after 17 never", "" */
	struct ladder next;      /* the step that it has come to */
	const char *next_on;     /* "Wed 25 Nov after 12:00" */
	struct reminder_id open; /* the reminder of that step; 0: none stands */
	const char *no_try, *no_letter, *no_asking, *no_close; /* why not; "" when it may be done */
	const char *written;                                   /* "Tue 3 Nov": the letter; "" */
	const char *referrer; /* "Jo Hall, breast nurse · 0113 496 0199"; "nobody is named" */
	const char *answered; /* what whoever referred them said; "" */
};

/* Opening it is a look, on record before anything is painted. */
MUST_USE enum status casework_tries(struct session *s, struct person_id person, struct arena *a,
                                    struct tries_view *ret);

/* What whoever referred them said when they were asked for a safer way. */
struct referrer_answer {
	bool safer;        /* they know of one */
	const char *words; /* what they said; needed */
};

/*
 * They were asked: the step is done, with what they said, and the next one stands: to try the way
 * that they named, or to check what is left and close. said belongs to a. E_INVALID without words;
 * E_CONFLICT where nobody is to be tried any more.
 */
MUST_USE enum status casework_asked_referrer(struct session *s, struct person_id person,
                                             const struct referrer_answer *x, struct arena *a,
                                             const char **said);

#endif
