#ifndef MODEL_SERVICE_DUE_H
#define MODEL_SERVICE_DUE_H

#include "model/holidays.h"
#include "model/listing.h"

/*
 * When an entry of the directory is to be checked, and what to ask. Checked is not edited: what
 * counts here is when somebody last found out, never when the entry was last written.
 */

/* May it be on the list of what to check at all: it has not closed for good, nor asked not to stand. */
bool service_checkable(const struct service *x);

/* Its time has come: its next check is due, or none is set and none was made since that day. */
bool service_check_due(const struct service *x, day today, day since);

/* What is asked for: due on today; since: half a year ago, for those that have no day set. */
struct checks_due {
	day today, since;
};
struct checks_count {
	size_t due;
	size_t waited; /* on which somebody waits */
	size_t begun;  /* to which somebody was ever sent, or which was checked before */
};

/*
 * How fresh the directory is. listed: what stands in it, so neither closed for good nor taken off; the
 * others are parts of it. fresh: checked since the day that was asked for.
 */
struct directory_health {
	size_t listed, listed_fresh;
	size_t used, used_fresh;     /* somebody was ever sent there */
	size_t waited, waited_fresh; /* somebody waits on it now */
	size_t never;                /* nobody ever checked it */
	size_t tried;                /* nobody was there the last time */
};

/*
 * The next check after one that found out: every so many days, half of that for one that people wait
 * on or that was used by SERVICE_MUCH_USED and more; the day that a closed one opens again; four weeks
 * for one that takes nobody. Always a working day after today.
 */
#define SERVICE_MUCH_USED 10
#define SERVICE_FULL_DAYS 28
struct check_every {
	day today;
	int days; /* the setting: 26 weeks */
	const struct holidays *holidays;
};
day service_next_check(const struct service *x, const struct service_use *use,
                       const struct check_every *every);

/*
 * Nobody was there: another day, and another hour, so that whoever only works mornings is found. tries
 * counts this one too. Until the third the days are near; from then on they are two weeks apart,
 * and something else is worth trying: service_tried_enough().
 */
struct check_try {
	day on;
	int after; /* minute of the day from which on to ring */
};
#define SERVICE_TRIES 3
struct check_try service_next_try(int tries, int minute, const struct check_every *every);
static inline bool service_tried_enough(const struct service *x)
{
	return x->check_tries >= SERVICE_TRIES;
}

/* What to ask, as one says it. Each belongs to a. */
struct check_questions {
	size_t n;
	const char **at;
};
/* areas: names, "Leeds; Bradford", or "". */
struct check_questions service_questions(const struct service *x, const char *areas, day today,
                                         struct arena *a);

#endif
