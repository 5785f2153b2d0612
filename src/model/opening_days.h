#ifndef MODEL_OPENING_DAYS_H
#define MODEL_OPENING_DAYS_H

#include "base/arena.h"
#include "base/str.h"

/* "MO" of Monday, 0. */
const char *opening_day_code(int weekday);

/* One of "MO", "1MO", "-1FR", "15": the weekday, -1 for a day of the month; which of them, 0: each. */
struct opening_day {
	int weekday;
	int nth;
};
bool opening_day_read(struct str code, struct opening_day *ret);

#endif
