#include "base/clock.h"

#include "base/text.h"
#include "base/words.h"

#include <stdio.h>
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

static bool reached(int64_t at, day on, int minute)
{
	day now = clock_day(at);

	return now > on || (now == on && clock_minute(at) >= minute);
}

int64_t clock_at(day on, int minute)
{
	struct date date;
	int64_t at = CLOCK_NEVER;

	if (!day_valid(on) || minute < 0 || minute >= 24 * 60)
		return CLOCK_NEVER;
	date = day_to_date(on);
	for (int summer = 1; summer >= 0; summer--) {
		struct tm tm = { .tm_year = date.year - 1900,
			         .tm_mon = date.month - 1,
			         .tm_mday = date.mday,
			         .tm_hour = minute / 60,
			         .tm_min = minute % 60,
			         .tm_isdst = summer };

		at = (int64_t)mktime(&tm);
		if (clock_day(at) == on && clock_minute(at) == minute)
			return at;
	}
	/* No clock shows it: back to when they went forward. */
	while (reached(at - 60, on, minute))
		at -= 60;
	return at;
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

/* A file of zone rules begins so. */
static bool is_zone_file(const char *path)
{
	char magic[4];
	FILE *f = fopen(path, "re");
	bool is = f && fread(magic, 1, sizeof(magic), f) == sizeof(magic) &&
	          memcmp(magic, "TZif", sizeof(magic)) == 0;

	if (f)
		fclose(f);
	return is;
}

/* "GMT0BST,M3.5.0/1": three letters or more, or <+01>, and then how far it is off. */
static bool is_zone_rule(const char *name)
{
	size_t n = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	const char *off = name + n;

	if (*name == '<' && strchr(name, '>'))
		off = strchr(name, '>') + 1;
	else if (n < 3)
		return false;
	off += *off == '+' || *off == '-';
	return *off >= '0' && *off <= '9';
}

static bool zone_known(const char *name, struct arena *a)
{
	const char *folder = getenv("TZDIR");

	if (name[0] == '/')
		return is_zone_file(name);
	if (strstr(name, "..") || strcmp(name, "") == 0)
		return false;
	return strcmp(name, "UTC") == 0 || strcmp(name, "UTC0") == 0 || is_zone_rule(name) ||
	       is_zone_file(arena_printf(
		       a, "%s/%s", text_empty(folder) ? "/usr/share/zoneinfo" : folder, name));
}

const char *clock_zone_fault(struct arena *a)
{
	const char *name = getenv("TZ");

	if (text_empty(name) || zone_known(name + (name[0] == ':'), a))
		return "";
	return arena_printf(a,
	                    _("the time zone %.60s is not known on this computer, and every time "
	                      "would be wrong by hours. Nothing was opened. Set TZ to "
	                      "Europe/London, or take it out of the environment."),
	                    text_safe(str_of(name), a));
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
