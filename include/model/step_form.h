#ifndef MODEL_STEP_FORM_H
#define MODEL_STEP_FORM_H

#include "base/field.h"
#include "model/signpost.h"
#include "model/unmet_need.h"
#include "model/when.h"

/* Why a service turned somebody down: of the reasons of an unmet need those that it can have. */
extern const struct words refusals;

/* Which of the ends that are the person's or nobody's own: changed their mind, cancelled. */
extern const struct words stops;

/* helped, why, which, reason, on, asked, words: what a step needs of them is the screen's to show. */
#define STEP_FIELDS 7 /* without the row that ends the table */
extern const struct field step_form[STEP_FIELDS + 1];

/* What was typed of one step. Strings belong to the arena. */
struct step_typed {
	enum signpost_status status; /* as it was given, or the one that which says */
	day on;
	enum step_ask asked;
	enum helped helped;
	const char *reason; /* why it was turned down or opened again */
	const char *words;
};

/* Problems are by field. from looks back; given_on is the first day it can have been. */
void step_fill(struct step_typed *x, const struct values *v, const struct when_from *from,
               struct arena *a, struct problems *problems);

/*
 * Why nothing fits, as what came of a signpost has it: full where it was turned down as full, said no
 * where they changed their mind. UNMET_REASON_NONE while it is open, or when it helped.
 */
enum unmet_reason unmet_reason_of(const struct signpost *x);

#endif
