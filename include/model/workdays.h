#ifndef MODEL_WORKDAYS_H
#define MODEL_WORKDAYS_H

#include "model/holidays.h"

/* Monday to Friday, without bank holidays. h may be NULL: then only weekends are known. */
bool day_is_working(day d, const struct holidays *h);

/* d itself when it is a working day, else the first one after it. */
day day_next_working(day d, const struct holidays *h);

/*
 * n working days later, always a working day; the day itself is not counted. Negative counts back.
 * 0 is day_next_working(). "First contact within 5 working days" is day_add_working(received, 5, h).
 */
day day_add_working(day d, int n, const struct holidays *h);

/* How many working days lie in from < d <= to; 0 when to is not later. */
int day_count_working(day from, day to, const struct holidays *h);

/*
 * "Sat 28 Nov is a weekend", "Fri 25 Dec is Christmas Day": what to call a day that is none; NULL
 * when it is a working day. Belongs to a.
 */
const char *day_not_working_text(day d, day today, const struct holidays *h, struct arena *a);

#endif
