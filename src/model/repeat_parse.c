#include "model/repeat.h"

#include "date_text.h"

#include "base/text.h"
#include "base/words.h"
#include "model/when.h"

#include <string.h>

#define WORDS_MOST 16

struct reading {
	struct arena *a;
	day today;
	struct str word[WORDS_MOST];
	size_t n, at;
	struct repeat r;
	const char *fault;
};

static struct str word_at(const struct reading *x, size_t ahead)
{
	return x->at + ahead < x->n ? x->word[x->at + ahead] : (struct str){ "", 0 };
}

/* The word, also with an s behind it. */
static bool is(struct str s, const char *word)
{
	size_t n = strlen(word);

	return str_is(s, word) || (s.n == n + 1 && s.at[n] == 's' && memcmp(s.at, word, n) == 0);
}

static bool in(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_is(s, *words))
			return true;
	return false;
}

/* Months that a unit stands for: month 1, quarter 3, year 12; else 0. */
static int months_of(struct str s)
{
	static const char *const month[] = { "month", "months", "mth", "mths", "monthly", NULL };
	static const char *const quarter[] = { "quarter", "quarters", "quarterly", NULL };
	static const char *const year[] = {
		"year", "years", "yr", "yrs", "yearly", "annually", NULL
	};

	return in(s, month) ? 1 : in(s, quarter) ? 3 : in(s, year) ? 12 : 0;
}

static int weeks_of(struct str s)
{
	static const char *const week[] = { "week", "weeks", "wk", "wks", "weekly", NULL };
	static const char *const two[] = { "fortnight", "fortnights", "fortnightly", NULL };

	return in(s, week) ? 1 : in(s, two) ? 2 : 0;
}

static int days_of(struct str s)
{
	static const char *const one[] = { "day", "days", "daily", NULL };

	return in(s, one);
}

static bool is_unit(struct str s)
{
	return months_of(s) || weeks_of(s) || days_of(s);
}

static int number_of(struct str s)
{
	static const char *const words[] = {
		"one",   "two",   "three", "four", "five",   "six",
		"seven", "eight", "nine",  "ten",  "eleven", "twelve"
	};
	long long n;

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_is(s, words[i]))
			return (int)i + 1;
	return str_int(s, &n) && n >= 1 && n <= REPEAT_EVERY_MOST ? (int)n : 0;
}

/* first to fourth, last: -1; else 0. */
static int nth_of(struct str s)
{
	static const char *const words[][3] = { { "first", "1st", NULL },
		                                { "second", "2nd", NULL },
		                                { "third", "3rd", NULL },
		                                { "fourth", "4th", NULL } };

	for (int i = 0; i < 4; i++)
		if (in(s, words[i]))
			return i + 1;
	return str_is(s, "last") ? -1 : 0;
}

/* 15th, 1st; else 0. */
static int mday_of(struct str s)
{
	long long n;

	if (s.n < 3 || !strchr("snrt", s.at[s.n - 2]) ||
	    !str_int((struct str){ s.at, s.n - 2 }, &n))
		return 0;
	return n >= 1 && n <= 31 ? (int)n : 0;
}

static int weekday_of(struct str s)
{
	int found = weekday_find(s);

	if (found < 0 && s.n > 3 && s.at[s.n - 1] == 's')
		found = weekday_find((struct str){ s.at, s.n - 1 });
	return found;
}

/* ---- each returns whether it took the word ---- */

static bool set_unit(struct reading *x, enum repeat_unit unit, int times)
{
	if (x->r.unit != REPEAT_NONE && x->r.unit != unit)
		x->fault = _("Days, weeks or months? Type “every 2 weeks on Friday”.");
	x->r.unit = unit;
	x->r.every = (x->r.every ? x->r.every : 1) * times;
	return true;
}

static bool take_unit(struct reading *x)
{
	struct str s = word_at(x, 0);
	bool again = x->r.unit == REPEAT_MONTHS; /* "the last Friday of the month" */

	if (is(s, "weekday") || (str_is(s, "working") && is(word_at(x, 1), "day"))) {
		x->at += 1 + str_is(s, "working");
		return set_unit(x, REPEAT_WEEKDAYS, 1);
	}
	if (!is_unit(s))
		return false;
	x->at++;
	if (months_of(s))
		return set_unit(x, REPEAT_MONTHS, again ? 1 : months_of(s));
	return weeks_of(s) ? set_unit(x, REPEAT_WEEKS, weeks_of(s)) : set_unit(x, REPEAT_DAYS, 1);
}

/* "every", "every 3 …", "every other …", "every second week". */
static bool take_every(struct reading *x)
{
	struct str next;
	int n;

	if (!str_is(word_at(x, 0), "every") && !str_is(word_at(x, 0), "each"))
		return false;
	x->at++;
	next = word_at(x, 0);
	n = str_is(next, "other")                        ? 2
	    : nth_of(next) > 0 && is_unit(word_at(x, 1)) ? nth_of(next)
	                                                 : number_of(next);
	if (n > 0) {
		x->r.every = n;
		x->at++;
	}
	return true;
}

static bool take_nth(struct reading *x)
{
	struct str s = word_at(x, 0), next = word_at(x, 1);
	int nth = nth_of(s), mday = mday_of(s);

	if (nth && weekday_of(next) >= 0) {
		x->r.nth = nth;
		x->r.weekday = (enum weekday)weekday_of(next);
		x->at += 2;
	} else if ((nth == 1 || nth == -1) && str_is(next, "day")) {
		x->r.mday = nth == 1 ? 1 : REPEAT_LAST_DAY;
		x->at += 2;
	} else if (mday) {
		x->r.mday = mday;
		x->at++;
	} else if (x->r.unit == REPEAT_MONTHS && number_of(s) > 0 && number_of(s) <= 31) {
		x->r.mday = number_of(s);
		x->at++;
	} else {
		return false;
	}
	if (x->r.unit == REPEAT_NONE)
		set_unit(x, REPEAT_MONTHS, 1);
	return true;
}

static bool take_weekday(struct reading *x)
{
	int weekday = weekday_of(word_at(x, 0));

	if (weekday < 0)
		return false;
	x->r.weekdays |= 1u << weekday;
	if (x->r.unit == REPEAT_NONE)
		set_unit(x, REPEAT_WEEKS, 1);
	x->at++;
	return true;
}

static bool take_until(struct reading *x)
{
	const char *text = "", *fault = "";
	struct when_from from = { x->today, NULL, WHEN_AHEAD };
	struct when when;

	if (!str_is(word_at(x, 0), "until") && !str_is(word_at(x, 0), "till"))
		return false;
	while (++x->at < x->n)
		text = arena_printf(x->a, "%s%s%.*s", text, *text ? " " : "", (int)word_at(x, 0).n,
		                    word_at(x, 0).at);
	if (when_parse(text, &from, x->a, &when, &fault) != OK)
		x->fault = fault;
	else
		x->r.until = when.on;
	return true;
}

static bool take_noise(struct reading *x)
{
	static const char *const noise[] = { "on", "the", "of", "and", "&", "in", "a", "at", NULL };

	if (!in(word_at(x, 0), noise))
		return false;
	x->at++;
	return true;
}

static void split_words(struct reading *x, const char *text)
{
	char *copy = arena_strdup(x->a, text);
	struct str rest, word;

	for (char *c = copy; *c; c++) {
		if (*c == '\t' || *c == ',')
			*c = ' ';
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	rest = str_of(copy);
	while (str_cut(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		if (x->n == WORDS_MOST) {
			x->fault = _("That is too long. Type “every 2 weeks on Friday”.");
			return;
		}
		x->word[x->n++] = word;
	}
}

/* What does not go together. */
static const char *clash(const struct repeat *r)
{
	bool months = r->unit == REPEAT_MONTHS, weeks = r->unit == REPEAT_WEEKS;

	if (r->unit == REPEAT_NONE)
		return _("How often? Type “every week”, “monthly” or “every 2 weeks on Friday”.");
	if (months && r->weekdays)
		return _("Which one of the month? Type “last Friday of the month”.");
	if (!months && (r->nth || r->mday))
		return _("A day of the month goes with months: “every month on the 1st”.");
	if (r->nth && r->mday)
		return _("One day of the month: “every month on the 1st”.");
	if (!weeks && r->weekdays)
		return _("A day of the week goes with weeks: “every 2 weeks on Friday”.");
	if (r->every > REPEAT_EVERY_MOST || (r->unit == REPEAT_WEEKDAYS && r->every > 1))
		return _("Type “every weekday”, or how many days: “every 3 days”.");
	return NULL;
}

/* What was left open is that of the day it begins. */
static void settle(struct repeat *r, day on)
{
	if (r->unit == REPEAT_WEEKS && !r->weekdays)
		r->weekdays = 1u << day_weekday(on);
	if (r->unit == REPEAT_MONTHS && !r->nth && !r->mday)
		r->mday = day_to_date(on).mday;
}

static bool take(struct reading *x)
{
	return take_every(x) || take_until(x) || take_noise(x) || take_nth(x) || take_weekday(x) ||
	       take_unit(x);
}

enum status repeat_parse(const char *text, day on, day today, struct arena *a, struct repeat *ret,
                         const char **fault)
{
	struct reading x = { .a = a, .today = today, .r = { .until = DAY_NONE } };

	split_words(&x, text);
	while (!x.fault && x.at < x.n) {
		if (!take(&x))
			x.fault = arena_printf(
				a,
				_("“%s” is not understood here. Type “every 2 weeks on Friday”."),
				text_safe(word_at(&x, 0), a));
	}
	if (!x.fault)
		x.fault = clash(&x.r);
	if (x.fault) {
		*fault = x.fault;
		return E_INVALID;
	}
	settle(&x.r, on);
	*ret = x.r;
	return OK;
}
