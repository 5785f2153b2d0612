#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * A day: whole days since 1970-01-01 in the proleptic Gregorian calendar, no time zone.
 * Valid days run from 1850-01-01 to 2199-12-31.
 */
typedef int32_t day;

#define DAY_NONE INT32_MIN

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct date {
	int year;
	int month; /* 1..12 */
	int mday;  /* 1..31 */
};

bool day_valid(day d);
bool day_from_date(struct date date, day *ret); /* false when there is no such date */
struct date day_to_date(day d);                 /* d must be valid, here and in day_weekday() */
enum weekday day_weekday(day d);

/*
 * Months later (or earlier), the day of the month clamped: 31 January + 1 month is 28 or 29
 * February. DAY_NONE when that is no valid day, or d is none.
 */
day day_add_months(day d, int months);

/*
 * Whole years between, as ages are counted; 29 February comes of age on 1 March. Negative when to
 * is before from, or either is no valid day.
 */
int day_years_between(day from, day to);

bool day_parse_iso(struct str s, day *ret); /* YYYY-MM-DD and nothing else */

/*
 * How days are written. Strings belong to a. DAY_NONE, and what is no day, give "".
 *
 * "2026-11-23" · "Mon 23 Nov", the year added when it is not today's · "12 Mar 1981"
 * · "Monday 23 November 2026" · day_short() without its weekday, "23 Nov"
 */
const char *day_iso(day d, struct arena *a);
const char *day_short(day d, day today, struct arena *a);
const char *day_birth(day d, struct arena *a);
const char *day_long(day d, struct arena *a);
const char *day_plain(day d, day today, struct arena *a);

/*
 * "today", "tomorrow", "yesterday", "3 days", "5 wks" (from 14 days), "14 months" (from 92 days),
 * "3 years" (from two): how long ago (days < 0) or ahead.
 */
const char *day_span(int days, struct arena *a);

const char *weekday_short(enum weekday w); /* "Mon" */
const char *month_short(int month);        /* "Nov" */
const char *month_long(int month);

#endif
