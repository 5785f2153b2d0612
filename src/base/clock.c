#include "base/clock.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

int64_t clock_now(void)
{
	return (int64_t)time(NULL);
}

int64_t clock_boot_ms(void)
{
	struct timespec t = { 0 };

	clock_gettime(CLOCK_BOOTTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

day clock_day(int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;
	day d;

	if (!localtime_r(&t, &tm) ||
	    !day_from_date((struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday }, &d))
		return DAY_NONE;
	return d;
}

int clock_minute(int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;

	if (!localtime_r(&t, &tm))
		return MINUTE_NONE;
	return tm.tm_hour * 60 + tm.tm_min;
}

/* What /etc/localtime is a link to, behind "zoneinfo/". */
static const char *zone_name(struct arena *a)
{
	const char *name = getenv("TZ"), *found;
	char path[256];
	ssize_t n;

	if (!text_empty(name))
		return name[0] == ':' ? name + 1 : name;
	n = readlink("/etc/localtime", path, sizeof(path) - 1);
	if (n <= 0)
		return "UTC";
	path[n] = '\0';
	found = strstr(path, "zoneinfo/");
	return arena_strdup(a, found ? found + strlen("zoneinfo/") : path);
}

const char *clock_zone(int64_t at, struct arena *a)
{
	time_t t = (time_t)at;
	struct tm tm = { 0 };
	long minutes;

	localtime_r(&t, &tm);
	minutes = labs(tm.tm_gmtoff) / 60;
	return arena_printf(a, "%.64s %c%02ld:%02ld", zone_name(a), tm.tm_gmtoff < 0 ? '-' : '+',
	                    minutes / 60, minutes % 60);
}

const char *minute_text(int minute, struct arena *a)
{
	if (minute < 0 || minute >= 24 * 60)
		return "";
	return arena_printf(a, "%02d:%02d", minute / 60, minute % 60);
}

enum half { HALF_NONE, HALF_AM, HALF_PM };

/* Takes am or pm off the end. */
static enum half take_half(struct str *s)
{
	enum half half = HALF_NONE;

	if (s->n < 2)
		return HALF_NONE;
	if (strncasecmp(s->at + s->n - 2, "am", 2) == 0)
		half = HALF_AM;
	else if (strncasecmp(s->at + s->n - 2, "pm", 2) == 0)
		half = HALF_PM;
	else
		return HALF_NONE;
	s->n -= 2;
	*s = str_trim(*s);
	return half;
}

static bool number(struct str s, long long *ret)
{
	return s.n > 0 && s.at[0] != '-' && str_int(s, ret);
}

/* 9:05 and 09.05 by their mark, 930 and 1430 by their length, 9 is an hour. */
static bool split(struct str s, long long *hour, long long *minute)
{
	struct str rest = s, first;
	char mark = '\0';

	for (size_t i = 0; i < s.n && !mark; i++)
		if (s.at[i] == ':' || s.at[i] == '.')
			mark = s.at[i];
	if (mark) {
		if (!str_cut(&rest, mark, &first) || first.n > 2 || rest.n != 2)
			return false;
		return number(first, hour) && number(rest, minute);
	}
	*minute = 0;
	if (s.n <= 2)
		return number(s, hour);
	return s.n <= 4 && number((struct str){ s.at, s.n - 2 }, hour) &&
	       number((struct str){ s.at + s.n - 2, 2 }, minute);
}

bool minute_parse(struct str s, int *ret)
{
	long long hour, minute;
	enum half half;

	s = str_trim(s);
	half = take_half(&s);
	if (!split(s, &hour, &minute) || minute > 59)
		return false;
	if (half == HALF_NONE ? hour > 23 : (hour < 1 || hour > 12))
		return false;
	if (half != HALF_NONE)
		hour = hour % 12 + (half == HALF_PM ? 12 : 0);
	*ret = (int)(hour * 60 + minute);
	return true;
}
