#include "package_values.h"

#include "base/clock.h"
#include "base/str.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DAYS_OF_WEEK 7

bool package_minute(const char *text, int *ret)
{
	struct str head = str_trim(str_of(text));
	size_t colons = 0, n = 0;

	while (n < head.n && head.at[n] != 'Z' && head.at[n] != '+') {
		colons += head.at[n] == ':';
		if (colons == 2)
			break;
		n++;
	}
	head.n = n;
	return n > 0 && minute_parse(str_trim(head), ret);
}

bool package_pence(const char *text, int64_t *ret)
{
	int64_t pounds = 0, pence = 0;
	int digits = 0;

	if (strcasecmp(text, "free") == 0) {
		*ret = 0;
		return true;
	}
	while (*text && !isdigit((unsigned char)*text) && *text != '.')
		text++;
	for (; isdigit((unsigned char)*text) || (*text == ',' && digits > 0); text++) {
		if (*text == ',')
			continue;
		if (++digits > 9)
			return false;
		pounds = 10 * pounds + (*text - '0');
	}
	if (*text == '.' && isdigit((unsigned char)text[1])) {
		pence = (int64_t)10 * (text[1] - '0');
		pence += isdigit((unsigned char)text[2]) ? text[2] - '0' : 0;
		digits++;
	}
	if (digits == 0)
		return false;
	*ret = 100 * pounds + pence;
	return true;
}

bool package_weeks(const char *text, int *ret)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || n < 0 || n > 520)
		return false;
	while (*end == ' ')
		end++;
	if (strncasecmp(end, "day", 3) == 0 || strncasecmp(end, "working", 7) == 0)
		n = (n + 6) / 7;
	else if (strncasecmp(end, "month", 5) == 0)
		n = (n * 52 + 6) / 12;
	else if (*end != '\0' && strncasecmp(end, "w", 1) != 0)
		return false;
	*ret = (int)n;
	return true;
}

bool package_age(const char *text, int *ret)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || n < 0 || n > 130)
		return false;
	*ret = (int)n;
	return true;
}

/* ---- days ---- */

static const char *const codes[DAYS_OF_WEEK] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* "MO", "mon", "Monday", "mondays". */
static bool is_day(struct str word, const char *code, const char *name)
{
	size_t n = strlen(name);

	if (word.n == n + 1 && tolower((unsigned char)word.at[n]) == 's')
		word.n = n;
	if (word.n == 2)
		return strncasecmp(word.at, code, 2) == 0;
	return word.n >= 3 && word.n <= n && strncasecmp(word.at, name, word.n) == 0;
}

/* The day of the week that a word means, -1 none. */
static int weekday_of(struct str word)
{
	static const char *const names[DAYS_OF_WEEK] = { "monday",   "tuesday", "wednesday",
		                                         "thursday", "friday",  "saturday",
		                                         "sunday" };

	for (int i = 0; i < DAYS_OF_WEEK; i++)
		if (is_day(word, codes[i], names[i]))
			return i;
	return -1;
}

static bool separates(char c)
{
	return c == ',' || c == ';' || c == ' ' || c == '/' || c == '&' || c == '|';
}

static bool next_word(const char **rest, struct str *ret)
{
	const char *at = *rest;
	size_t n = 0;

	while (*at && separates(*at))
		at++;
	while (at[n] && !separates(at[n]))
		n++;
	*ret = (struct str){ at, n };
	*rest = at + n;
	return n > 0;
}

/* "1MO", "-1FR", "MO": how many bytes are the number in front. */
static size_t ordinal(struct str word, int *ret)
{
	size_t n = 0;
	int sign = 1;

	if (n < word.n && (word.at[n] == '-' || word.at[n] == '+'))
		sign = word.at[n++] == '-' ? -1 : 1;
	*ret = 0;
	while (n < word.n && isdigit((unsigned char)word.at[n]) && *ret < 100)
		*ret = 10 * *ret + (word.at[n++] - '0');
	*ret *= sign;
	return n;
}

const char *package_days(const char *text, struct arena *a)
{
	bool week[DAYS_OF_WEEK] = { false };
	const char *list = "";
	struct str word;

	while (next_word(&text, &word)) {
		int nth, day_of_week;
		size_t n = ordinal(word, &nth);

		day_of_week = weekday_of((struct str){ word.at + n, word.n - n });
		if (day_of_week < 0 || nth < -5 || nth > 5)
			continue;
		if (nth == 0)
			week[day_of_week] = true;
		else
			list = arena_printf(a, "%s%s%d%s", list, *list ? ";" : "", nth,
			                    codes[day_of_week]);
	}
	for (int i = 0; i < DAYS_OF_WEEK; i++)
		if (week[i])
			list = arena_printf(a, "%s%s%s", list, *list ? ";" : "", codes[i]);
	return list;
}

const char *package_month_days(const char *text, struct arena *a)
{
	const char *list = "";
	struct str word;

	while (next_word(&text, &word)) {
		long long n;

		if (str_int(word, &n) && n >= 1 && n <= 31)
			list = arena_printf(a, "%s%s%lld", list, *list ? ";" : "", n);
	}
	return list;
}

enum time_every package_every(const char *text, bool *daily)
{
	*daily = strcasecmp(text, "daily") == 0;
	if (*daily || strcasecmp(text, "weekly") == 0 || strcasecmp(text, "week") == 0)
		return EVERY_WEEK;
	if (strcasecmp(text, "monthly") == 0 || strcasecmp(text, "month") == 0)
		return EVERY_MONTH;
	return TIME_EVERY_NONE;
}
