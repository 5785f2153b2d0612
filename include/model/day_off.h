#ifndef MODEL_DAY_OFF_H
#define MODEL_DAY_OFF_H

#include "base/day.h"
#include "base/status.h"
#include "model/holidays.h"

/* A day on which this service is shut, or one-off holiday that the data does not have yet. */
#define DAY_OFF_NAME_MOST 60 /* bytes */
struct day_off {
	day date;
	int64_t ver;
	const char *name; /* "Day of national mourning", "Staff day" */
};

struct day_off_list {
	size_t n;
	struct day_off *at;
};

/*
 * The holidays of a nation and these days as one, by day: a day that is in both keeps its name in h.
 * Those that were not in h are own. Everything in *ret belongs to a.
 */
void holidays_with(const struct holidays *h, const struct day_off_list *off, struct arena *a,
                   struct holidays *ret);

/* The year up to which the data of the nation goes; what is own counts for nothing. 0: none. */
int holidays_until(const struct holidays *h);

#endif
