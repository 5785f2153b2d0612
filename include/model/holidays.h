#ifndef MODEL_HOLIDAYS_H
#define MODEL_HOLIDAYS_H

#include "base/day.h"
#include "base/status.h"
#include "model/nation.h"

#include <stdbool.h>

/* Bank holidays are data (data/holidays/): one-off days are added there, not here. */
struct holiday {
	day on;
	const char *name; /* "Christmas Day", "Boxing Day (substitute day)" */
	bool own;         /* a day off of the service, model/day_off.h */
};

struct holidays {
	enum nation nation;
	size_t n;
	struct holiday *at; /* by day */
};

/* Everything in *ret belongs to a. E_NOT_FOUND: NATION_NONE. E_DAMAGED: the data is not as it should. */
MUST_USE enum status holidays_load(enum nation nation, struct arena *a, struct holidays *ret);

/* The name of the holiday on that day; NULL when it is none. h may be NULL: none known. */
const char *holiday_name(const struct holidays *h, day d);

/* Is that day within the years the data covers? Beyond them only weekends are known. */
bool holidays_cover(const struct holidays *h, day d);

#endif
