#ifndef CASEWORK_LEDGER_H
#define CASEWORK_LEDGER_H

#include "casework/signposts.h"
#include "casework/strip.h"
#include "model/chase.h"
#include "model/reminder.h"

/*
 * The ledger of one signpost: for whom, what and where, what left on whose word, every state with its
 * day and each time that somebody was asked, what comes next and why. Strings belong to the arena it
 * was asked for with; none is NULL.
 */
struct ledger_row {
	const char *when;  /* "Mon 23 Nov 10:05" */
	const char *what;  /* "rang, no answer", "waiting" */
	const char *words; /* what was said, and why; "" */
	const char *who;   /* whoever wrote it down */
	bool unanswered;
};

struct ledger_rows {
	size_t n;
	struct ledger_row *at; /* the newest first */
};

struct ledger_view {
	struct person_strip strip;
	struct signpost signpost;
	struct listing listing;   /* its service */
	const char *phone;        /* of the service, spaced; "" */
	const char *label;        /* of the concern, "" */
	const char *given;        /* "referred on Mon 2 Nov, Priya Shah" */
	const char *taken_back;   /* "They took their yes back on 3 Oct."; "" */
	const char *now;          /* "waiting since Wed 4 Nov · asked twice, no answer" */
	const char *next;         /* "Mon 30 Nov · Ask Citizens Advice: has she been seen?"; "" */
	const char *why;          /* the rule, and what is not asked and why */
	const char *copy;         /* where the next step is to write: words to copy; "" */
	enum chase_step step;     /* which step comes next */
	struct reminder reminder; /* of it; id 0: none stands */
	bool may[SIGNPOST_SERVICE_GONE + 1]; /* the states that it can go on to */
	enum unmet_reason proposed;          /* where it came to nothing */
	struct ledger_rows steps;
	struct unmet_need unmet; /* noted of it; id 0: none */
};

/*
 * The share of which the outcome is known, of what was given from one day to another, both with them.
 * rule: what counts, for whoever reads the figure. Of everybody; nobody is named. OP_SEE_CASELOAD.
 */
struct outcome_share {
	int64_t known, given;
	const char *rule;
};
MUST_USE enum status casework_outcomes_known(struct session *s, day from, day to,
                                             struct outcome_share *ret);

/* Opening it is a look, on record before anything is painted. OP_OPEN_PERSON. */
MUST_USE enum status casework_ledger(struct session *s, struct signpost_id id, struct arena *a,
                                     struct ledger_view *ret);

#endif
