#ifndef MODEL_LEVEL_H
#define MODEL_LEVEL_H

#include "base/arena.h"
#include "model/concern.h"

/*
 * How great a need is, beside the published tests (data/levels/). A level is judged by a person: nothing
 * here proposes one.
 */
#define LEVELS_JUDGED 4 /* low, moderate, substantial, critical: the digits 1 to 4 */

struct level_tests {
	enum need_level level;
	size_t n;
	const char **at; /* a sentence each */
};

struct levels {
	struct level_tests at[LEVELS_JUDGED]; /* in the order of the digits */
	const char *note;                     /* where they were used, and until when */
};

/* Strings belong to a. */
struct levels levels_load(struct arena *a);

/* The level of a digit: 1 to 4 as above, 0 not judged; NEED_LEVEL_NONE for any other. */
enum need_level level_of_digit(int digit);

/* "substantial need", "" where nobody has judged it. */
const char *level_text(enum need_level level);

#endif
