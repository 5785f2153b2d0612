#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/day.h"

#include <stdint.h>

/* Read only by main, term and casework's session set-up: everybody else is given the time. */
int64_t clock_now(void);      /* UTC seconds since 1970 */
int64_t clock_boot_ms(void);  /* CLOCK_BOOTTIME, milliseconds: counts suspend, never steps */
day clock_day(int64_t at);    /* the local calendar day of an instant */
int clock_minute(int64_t at); /* minutes since local midnight, 0..1439 */

/*
 * The first instant at which the local clock has reached that minute of that day. In the hour that is
 * left out in spring that is when the clocks go forward (01:30 is reached as 02:00); of the hour that is
 * there twice in autumn it is the first. CLOCK_NEVER: no such day or minute.
 */
#define CLOCK_NEVER INT64_MIN
int64_t clock_at(day on, int minute);

/* The zone those two go by: "Europe/London +00:00". Belongs to a. */
const char *clock_zone(int64_t at, struct arena *a);

/*
 * What is wrong with the zone the environment names (TZ), as a sentence; "" when nothing is, or it
 * names none. The C library takes a name it does not know for UTC and says nothing: every time would
 * be wrong by hours. Belongs to a.
 */
const char *clock_zone_fault(struct arena *a);

#define MINUTE_NONE (-1)

/* "09:05"; MINUTE_NONE gives "". Strings belong to a. */
const char *minute_text(int minute, struct arena *a);
/* 9, 9:05, 09.05, 9am, 2pm, 1430: minutes since midnight; false when it is none of them. */
bool minute_parse(struct str s, int *ret);

#endif
