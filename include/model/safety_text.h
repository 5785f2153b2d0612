#ifndef MODEL_SAFETY_TEXT_H
#define MODEL_SAFETY_TEXT_H

#include "base/arena.h"
#include "base/status.h"
#include "model/nation.h"

/*
 * What the safety form says and whom it names (data/safety/NATION.tsv): a draft that a service's
 * safeguarding lead approves. No number is in the program itself.
 */
struct safety_say {
	const char *kind; /* "danger", or of what it is about: "ending_life" */
	const char *head; /* "Danger now"; "" where the text goes on */
	const char *text;
};

struct safety_number {
	const char *kind;   /* "emergency", "suicide-listening", "domestic-abuse" … */
	const char *name;   /* "Samaritans" */
	const char *number; /* "" when it is to be found */
	const char *hours;
	const char *note;
	const char *seen; /* how well: official page, own page, secondary page, public list only,
	                     number to be found */
	const char *source, *seen_in;
	bool ring_first; /* weakly sourced: safety_number_text() says so */
};

struct safety_text {
	size_t says;
	struct safety_say *say; /* in the order it is read */
	size_t numbers;
	struct safety_number *number;
};

/* Everything in *ret belongs to a. E_NOT_FOUND: NATION_NONE. */
MUST_USE enum status safety_lines(enum nation nation, struct arena *a, struct safety_text *ret);

/* "Hourglass 0808 808 8141 (ring to check first)", "GP out of hours (local): number to be found". */
const char *safety_number_text(const struct safety_number *n, struct arena *a);

#endif
