#include "date_text.h"

#include <string.h>
#include <strings.h>

/* One run of digits or of letters. */
struct run {
	struct str text;
	bool digits;
	char before; /* what separates it from the one before, 0 at the start */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_ordinal(struct str s)
{
	static const char *const endings[] = { "st", "nd", "rd", "th" };

	for (size_t i = 0; s.n == 2 && i < COUNT_OF(endings); i++)
		if (strncasecmp(s.at, endings[i], 2) == 0)
			return true;
	return false;
}

static struct str take_run(struct str *rest, bool digits)
{
	struct str run = { rest->at, 0 };

	while (run.n < rest->n && (digits ? is_digit(run.at[run.n]) : is_letter(run.at[run.n])))
		run.n++;
	rest->at += run.n;
	rest->n -= run.n;
	return run;
}

/* Splits into at most three runs; 0 when there are more, or anything else stands between. */
static size_t split_runs(struct str s, struct run runs[3])
{
	size_t n = 0;
	char before = 0;

	while (s.n > 0) {
		bool digits = is_digit(s.at[0]);
		struct str text;

		if (strchr(" /.-,", s.at[0])) {
			if (before && (before != ',' || s.at[0] != ' '))
				return 0;
			before = *s.at++;
			s.n--;
			continue;
		}
		if (!digits && !is_letter(s.at[0]))
			return 0;
		text = take_run(&s, digits);
		if (!digits && n > 0 && !before && is_ordinal(text))
			continue;
		if (n == 3)
			return 0;
		runs[n++] = (struct run){ text, digits, before };
		before = 0;
	}
	return before ? 0 : n;
}

static int name_find(struct str s, const char *const *names, int n)
{
	if (s.n < 3)
		return -1;
	for (int i = 0; i < n; i++)
		if (s.n <= strlen(names[i]) && strncasecmp(s.at, names[i], s.n) == 0)
			return i;
	return -1;
}

int month_find(struct str s)
{
	static const char *const names[] = { "january",   "february", "march",    "april",
		                             "may",       "june",     "july",     "august",
		                             "september", "october",  "november", "december" };

	if (s.n == 4 && strncasecmp(s.at, "sept", 4) == 0)
		return 9;
	return name_find(s, names, (int)COUNT_OF(names)) + 1;
}

int weekday_find(struct str s)
{
	static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
		                             "friday", "saturday", "sunday" };

	return name_find(s, names, (int)COUNT_OF(names));
}

static int number(struct str s)
{
	int value = 0;

	for (size_t i = 0; i < s.n && i < 4; i++)
		value = value * 10 + (s.at[i] - '0');
	return value;
}

static bool fits(const struct run *r, size_t least, size_t most)
{
	return r->digits && r->text.n >= least && r->text.n <= most;
}

static bool read_year(const struct run *r, struct date_text *d)
{
	if (!fits(r, 2, 4) || r->text.n == 3)
		return false;
	d->year = number(r->text);
	d->year_digits = (int)r->text.n;
	return true;
}

/* Numbers alone: the same separator throughout, and never a blank. */
static bool read_numbers(const struct run *runs, size_t n, struct date_text *d)
{
	if (n < 2 || runs[1].before == ' ' || runs[1].before == ',' || !runs[1].before)
		return false;
	if (n == 3 && runs[2].before != runs[1].before)
		return false;
	if (n == 3 && fits(&runs[0], 4, 4) && fits(&runs[1], 1, 2) && fits(&runs[2], 1, 2)) {
		d->month = number(runs[1].text);
		d->mday = number(runs[2].text);
		return read_year(&runs[0], d);
	}
	if (!fits(&runs[0], 1, 2) || !fits(&runs[1], 1, 2))
		return false;
	d->mday = number(runs[0].text);
	d->month = number(runs[1].text);
	return n == 2 || read_year(&runs[2], d);
}

static bool read_named(const struct run *runs, size_t n, struct date_text *d)
{
	const struct run *mday = &runs[runs[0].digits ? 0 : 1];
	const struct run *month = &runs[runs[0].digits ? 1 : 0];

	d->spaced = true;
	d->month = month_find(month->text);
	if (d->month == 0 || !fits(mday, 1, 2))
		return false;
	d->mday = number(mday->text);
	return n == 2 || (runs[2].before && read_year(&runs[2], d));
}

bool date_text_read(struct str s, struct date_text *ret)
{
	struct date_text d = { 0 };
	struct run runs[3] = { 0 };
	size_t n = split_runs(str_trim(s), runs);
	bool ok;

	if (n < 2)
		return false;
	if (runs[0].digits && runs[1].digits)
		ok = read_numbers(runs, n, &d);
	else
		ok = (runs[0].digits != runs[1].digits) && read_named(runs, n, &d);
	if (ok)
		*ret = d;
	return ok;
}

bool date_text_read_bare(struct str s, struct date_text *ret)
{
	long long value;

	s = str_trim(s);
	if ((s.n != 6 && s.n != 8) || !is_digit(s.at[0]) || !str_int(s, &value))
		return false;
	*ret = (struct date_text){
		.mday = number((struct str){ s.at, 2 }),
		.month = number((struct str){ s.at + 2, 2 }),
		.year = number((struct str){ s.at + 4, s.n - 4 }),
		.year_digits = (int)s.n - 4,
	};
	return true;
}
