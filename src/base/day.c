#include "base/day.h"

#include "base/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define DAY_FIRST  (-43829) /* 1850-01-01 */
#define DAY_LAST   84005    /* 2199-12-31 */
#define YEAR_FIRST 1850
#define YEAR_LAST  2199

#define DAYS_IN_400_YEARS 146097
#define DAYS_TO_1970      719468 /* from 1 March of the year 0 */

static const char *const weekdays_short[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
static const char *const weekdays_long[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
	                                     "Friday", "Saturday", "Sunday" };
static const char *const months_short[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
	                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
static const char *const months_long[] = { "January",   "February", "March",    "April",
	                                   "May",       "June",     "July",     "August",
	                                   "September", "October",  "November", "December" };

static bool leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool day_valid(day d)
{
	return d >= DAY_FIRST && d <= DAY_LAST;
}

/* Years are counted from March, so that the leap day is the last of its year. */
bool day_from_date(struct date date, day *ret)
{
	int year, day_of_year;

	if (date.year < YEAR_FIRST || date.year > YEAR_LAST || date.month < 1 || date.month > 12 ||
	    date.mday < 1 || date.mday > month_days(date.year, date.month))
		return false;
	year = date.month > 2 ? date.year : date.year - 1;
	day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.mday - 1;
	*ret = year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_1970;
	return true;
}

struct date day_to_date(day d)
{
	int n, in_era, year, day_of_year, month;

	assert(day_valid(d));
	n = d + DAYS_TO_1970;
	in_era = n % DAYS_IN_400_YEARS;
	year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	day_of_year = in_era - (365 * year + year / 4 - year / 100);
	month = (5 * day_of_year + 2) / 153; /* from March, which is 0 */
	year += n / DAYS_IN_400_YEARS * 400 + (month >= 10 ? 1 : 0);
	return (struct date){ year, (month + 2) % 12 + 1, day_of_year - (153 * month + 2) / 5 + 1 };
}

enum weekday day_weekday(day d)
{
	return (enum weekday)(((d + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

day day_add_months(day d, int months)
{
	const int reach = 12 * (YEAR_LAST - YEAR_FIRST + 1);
	struct date date;
	int month;
	day later;

	if (!day_valid(d) || months > reach || months < -reach)
		return DAY_NONE;
	date = day_to_date(d);
	month = date.year * 12 + date.month - 1 + months;
	date.year = month / 12;
	date.month = month % 12 + 1;
	if (date.mday > month_days(date.year, date.month))
		date.mday = month_days(date.year, date.month);
	return day_from_date(date, &later) ? later : DAY_NONE;
}

int day_years_between(day from, day to)
{
	struct date a, b;
	bool short_of_it;

	if (!day_valid(from) || !day_valid(to))
		return -1;
	a = day_to_date(from);
	b = day_to_date(to);
	short_of_it = b.month < a.month || (b.month == a.month && b.mday < a.mday);
	return b.year - a.year - (short_of_it ? 1 : 0);
}

static bool digits(struct str s, int *ret)
{
	int value = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		value = value * 10 + (s.at[i] - '0');
	}
	*ret = value;
	return true;
}

bool day_parse_iso(struct str s, day *ret)
{
	struct date date;

	return s.n == 10 && s.at[4] == '-' && s.at[7] == '-' &&
	       digits((struct str){ s.at, 4 }, &date.year) &&
	       digits((struct str){ s.at + 5, 2 }, &date.month) &&
	       digits((struct str){ s.at + 8, 2 }, &date.mday) && day_from_date(date, ret);
}

const char *day_iso(day d, struct arena *a)
{
	struct date date;

	if (!day_valid(d))
		return "";
	date = day_to_date(d);
	return arena_printf(a, "%04d-%02d-%02d", date.year, date.month, date.mday);
}

const char *day_short(day d, day today, struct arena *a)
{
	struct date date;
	const char *weekday;

	if (!day_valid(d))
		return "";
	date = day_to_date(d);
	weekday = weekday_short(day_weekday(d));
	if (day_valid(today) && day_to_date(today).year == date.year)
		return arena_printf(a, "%s %d %s", weekday, date.mday, month_short(date.month));
	return arena_printf(a, "%s %d %s %d", weekday, date.mday, month_short(date.month),
	                    date.year);
}

const char *day_plain(day d, day today, struct arena *a)
{
	const char *text = day_short(d, today, a);

	return text_empty(text) ? "" : text + strlen("Mon ");
}

const char *day_birth(day d, struct arena *a)
{
	struct date date;

	if (!day_valid(d))
		return "";
	date = day_to_date(d);
	return arena_printf(a, "%d %s %d", date.mday, month_short(date.month), date.year);
}

const char *day_long(day d, struct arena *a)
{
	struct date date;

	if (!day_valid(d))
		return "";
	date = day_to_date(d);
	return arena_printf(a, "%s %d %s %d", weekdays_long[day_weekday(d)], date.mday,
	                    month_long(date.month), date.year);
}

/* Months of 30.4 days: 365 of them are 12, and 92 (a quarter at its longest) are 3. */
const char *day_span(int days, struct arena *a)
{
	long long n = llabs((long long)days);
	long long months = n * 10 / 304;

	if (days == 0)
		return _("today");
	if (days == 1)
		return _("tomorrow");
	if (days == -1)
		return _("yesterday");
	if (n < 14)
		return arena_printf(a, _("%lld days"), n);
	if (months < 3)
		return arena_printf(a, _("%lld wks"), n / 7);
	if (months < 24)
		return arena_printf(a, _("%lld months"), months);
	return arena_printf(a, _("%lld years"), months / 12);
}

const char *weekday_short(enum weekday w)
{
	return weekdays_short[w];
}

const char *month_short(int month)
{
	assert(month >= 1 && month <= 12);
	return months_short[month - 1];
}

const char *month_long(int month)
{
	assert(month >= 1 && month <= 12);
	return months_long[month - 1];
}
