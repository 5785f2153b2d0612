#ifndef CASEWORK_TIMES_H
#define CASEWORK_TIMES_H

#include "casework/happened.h"
#include "casework/strip.h"
#include "model/time_step.h"

/*
 * Somebody's times with us: from each referral to its end, and what can come next. Strings belong to
 * the arena they were asked for with.
 */
struct time_row {
	struct referral referral;
	bool open;
	const char *worker; /* name, "" */
	bool worker_gone;   /* their account is closed */
	const char *state;  /* "active", "on hold until Mon 7 Dec", "closed 5 Feb: plan done" */
	const char *from;   /* "GP, Dr Smith", "themselves" */
	const char *tell;   /* who is to be answered: "Sr Jones, 0113 496 0155"; "" */
};

struct times {
	struct person_strip strip;
	const char *stopped; /* why nothing begins any more: died, asked us to stop; "" */
	size_t n;
	struct time_row *at; /* the open ones first, then the newest */
};

MUST_USE enum status casework_times(struct session *s, struct person_id id, struct arena *a,
                                    struct times *ret);

/* Why that row does not take the step; NULL: it does. row NULL: nobody referred them yet. */
const char *times_step_off(const struct times *t, const struct time_row *row, enum time_step step);

/*
 * What is still open, and one list of all that the step will change. Nothing is written. E_CONFLICT:
 * the step does not apply (any more). What is still missing from x is no fault here.
 */
struct step_preview {
	struct effect_list effects;
	struct open_things open;
	struct time_row row; /* as it is */
};
MUST_USE enum status casework_step_preview(struct session *s, const struct new_step *x,
                                           struct arena *a, struct step_preview *ret);

/*
 * Do exactly that, in one change. *said is one sentence of what was saved and follows. E_INVALID:
 * something is missing; E_CONFLICT: it does not apply, or there is an open time with us beside it.
 */
MUST_USE enum status casework_step(struct session *s, const struct new_step *x, struct arena *a,
                                   const char **said);

#endif
