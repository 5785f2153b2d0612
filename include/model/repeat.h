#ifndef MODEL_REPEAT_H
#define MODEL_REPEAT_H

#include "base/arena.h"
#include "base/status.h"
#include "model/holidays.h"

#include <stdbool.h>

/*
 * How something comes again, in words both ways: "every 2 weeks on Friday", "every weekday", "every
 * month on the last Friday". What repeat_text() says, repeat_parse() reads as the same.
 */
enum repeat_unit {
	REPEAT_NONE,
	REPEAT_WEEKDAYS, /* every working day */
	REPEAT_DAYS,
	REPEAT_WEEKS,  /* on weekdays */
	REPEAT_MONTHS, /* on mday, or on the nth weekday */
};

#define REPEAT_EVERY_MOST 99
#define REPEAT_LAST_DAY   31 /* mday: the last of a month that is shorter */

struct repeat {
	enum repeat_unit unit;
	int every;            /* 1..REPEAT_EVERY_MOST; of weekdays 1 */
	unsigned weekdays;    /* REPEAT_WEEKS: 1 << MONDAY …, at least one */
	int mday;             /* REPEAT_MONTHS: 1..31, or 0: nth */
	int nth;              /* 1..4, or -1: the last */
	enum weekday weekday; /* of nth */
	day until;            /* the last day on which it may fall; DAY_NONE: for good */
};

/*
 * As people type it: fortnightly, monthly, every other tue, every 3 months, last friday of the month,
 * the 15th of every month, mondays and thursdays, … until 30 nov. What is left open (which day of the
 * week, of the month) is that of on, the day it begins; today is what until is counted from.
 * E_INVALID: not understood, or it could mean two things; *fault says so and belongs to a.
 */
MUST_USE enum status repeat_parse(const char *text, day on, day today, struct arena *a,
                                  struct repeat *ret, const char **fault);

/* In full, without until: "every 2 weeks on Monday and Thursday". "" for none. Belongs to a. */
const char *repeat_text(const struct repeat *r, struct arena *a);

/*
 * The first time after both last and after, counted from last: a day that was missed does not come back
 * late, and every other week stays the same weeks. DAY_NONE when it has ended. It may be a day off:
 * what is due then is due on the next working day, and the next is counted from the day itself.
 */
day repeat_next(const struct repeat *r, day last, day after, const struct holidays *h);

/* The next three after on as they will be due: "Fri 4 Dec, Fri 18 Dec, Mon 4 Jan 2027". Belongs to a. */
const char *repeat_preview(const struct repeat *r, day on, day today, const struct holidays *h,
                           struct arena *a);

#endif
