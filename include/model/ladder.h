#ifndef MODEL_LADDER_H
#define MODEL_LADDER_H

#include "base/arena.h"
#include "model/contact.h"
#include "model/holidays.h"

#include <stdbool.h>

/*
 * The try-again ladder: what comes next when somebody could not be reached. Three tries, each on
 * another day and at another hour than the ones before; then a letter, where post is safe, else two
 * more tries at other hours in the weeks after; then whoever referred them is asked for a safer way;
 * only then is it said that they cannot be reached, and that asks first about hospital, a move and
 * death.
 */
#define LADDER_TRIES       3 /* before a letter, or other hours */
#define LADDER_OTHER_HOURS 2 /* more of them where post is not allowed */

#define LADDER_STEPS(X)                           \
	X(LADDER_TRY, "ladder.try")               \
	X(LADDER_LETTER, "ladder.letter")         \
	X(LADDER_ASK_REFERRER, "ladder.referrer") \
	X(LADDER_CLOSE, "ladder.close")
#define LADDER_ENUM(symbol, rule) symbol,
enum ladder_step { LADDER_NONE, LADDER_STEPS(LADDER_ENUM) };

/* The rule that a reminder of that step carries; "" for none. */
const char *ladder_rule(enum ladder_step step);

/* What the ladder looks at. */
struct ladder_from {
	const struct contact_list *contacts; /* of the person, the newest first */
	bool stopped;                        /* died, or asked us to stop: there is no ladder */
	bool may_ring, may_text, may_write;  /* by the rules of what is safe */
	bool has_number;                     /* one that may be tried is left */
	bool asked_referrer;                 /* for a safer way, and it is answered */
	const char *hours; /* when they may be rung, in their words; "" any time */
	day today;
	const struct holidays *holidays; /* NULL: only weekends are known */
};

struct ladder {
	enum ladder_step step;
	int nth;          /* LADDER_TRY: which try it will be */
	day on;           /* a working day */
	int minute;       /* from that minute on, or MINUTE_NONE: any time */
	const char *what; /* "Third try, after 17" */
};

/*
 * Tries since they were last spoken to. A letter is none. Strings of *ret belong to a; step is
 * LADDER_NONE, what "" when nothing is to be tried.
 */
int ladder_tries(const struct contact_list *contacts);
void ladder_next(const struct ladder_from *from, struct arena *a, struct ladder *ret);

/* "morning" "midday" "after 17": the thirds of a day that tries are spread over. */
enum ladder_hour { HOUR_MORNING, HOUR_MIDDAY, HOUR_LATE };
enum ladder_hour ladder_hour_of(int minute);

#endif
