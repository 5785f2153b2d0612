#ifndef MODEL_DAY_LOAD_H
#define MODEL_DAY_LOAD_H

#include "base/arena.h"
#include "model/holidays.h"

#include <stdbool.h>

#define LOAD_NEAR 5 /* working days on either side that are looked at for a lighter one */

/* How full a day is that somebody is about to choose, and whether one near by is lighter. */
struct day_load {
	day on;
	int others; /* open reminders of that worker on that day */
	bool full;  /* as many as a day holds, or more */
	day lighter; /* when it is full: the nearest working day with half of that at most; DAY_NONE */
	int lighter_others;
};

/*
 * on is among the days of counts: from is the first of them, n how many. most: how many a day holds.
 * Nothing before today is offered; of two that are as near the later is.
 */
struct day_counts {
	day from;
	int n;
	const int *at;
};
struct day_load day_load_of(day on, const struct day_counts *counts, int most, day today,
                            const struct holidays *h);

/* "6 others that day"; full: "14 others that day, 3 on Wed 2 Dec"; "" for none. Belongs to a. */
const char *day_load_text(const struct day_load *x, day today, struct arena *a);

#endif
