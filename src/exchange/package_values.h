#ifndef EXCHANGE_PACKAGE_VALUES_H
#define EXCHANGE_PACKAGE_VALUES_H

#include "base/arena.h"
#include "model/service_parts.h"

#include <stdbool.h>
#include <stdint.h>

/* "09:00", "9:00:00", "09:00Z": minutes since midnight. */
bool package_minute(const char *text, int *ret);
/* "12.50", "£12", "1,200.00", "free": pence. */
bool package_pence(const char *text, int64_t *ret);
/* "6", "6 weeks", "10 days", "2 months": whole weeks. */
bool package_weeks(const char *text, int *ret);
/* Years, 0 to 130; a part of a year is left out. */
bool package_age(const char *text, int *ret);
/*
 * "MO,WE", "Monday; Wednesday", "1MO": as struct service_time has days, those of the week in its order.
 * every day of the week may be what is meant by "daily". "" when it is none.
 */
const char *package_days(const char *text, struct arena *a);
/* "1,15" as "1;15": days of a month. "" when it is none. */
const char *package_month_days(const char *text, struct arena *a);
/* WEEKLY, MONTHLY, DAILY; TIME_EVERY_NONE: none of those. *daily: every day of the week. */
enum time_every package_every(const char *text, bool *daily);

#endif
