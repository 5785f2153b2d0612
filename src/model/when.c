#include "model/when.h"

#include "date_text.h"
#include "model/day_off.h"
#include "model/workdays.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define WORDS_MOST 7

/* What is being read: the words of the text, how far we are, and what was understood. */
struct reading {
	const struct when_from *from;
	struct arena *a;
	struct str word[WORDS_MOST];
	size_t n, at;
	day on;
	int minute;
	bool after;
	const char *fault; /* set: stop */
};

static struct str word_at(const struct reading *r, size_t ahead)
{
	return r->at + ahead < r->n ? r->word[r->at + ahead] : (struct str){ "", 0 };
}

static bool word_is(const struct reading *r, size_t ahead, const char *one)
{
	return str_is(word_at(r, ahead), one);
}

/* Takes n words as the day; false when the calendar clew keeps ends before it. */
static bool took(struct reading *r, size_t n, day on)
{
	r->at += n;
	r->on = on;
	if (!day_valid(on))
		r->fault = _("That is too far away. Type the day as 30/11/2026.");
	return true;
}

static const char *no_such_day(const struct date_text *d, int year, struct arena *a)
{
	if (d->month < 1 || d->month > 12)
		return arena_printf(a, _("There is no month %d. The day comes first: 30/11."),
		                    d->month);
	if (d->year_digits == 0 && d->month != 2)
		return arena_printf(a, _("There is no %d %s."), d->mday, month_long(d->month));
	return arena_printf(a, _("There is no %d %s %d."), d->mday, month_long(d->month), year);
}

static bool take_word(struct reading *r)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {
		{ "today", 0 }, { "tod", 0 },  { "tomorrow", 1 },   { "tom", 1 },
		{ "tmrw", 1 },  { "tomo", 1 }, { "yesterday", -1 }, { "now", 0 },
	};

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (word_is(r, 0, words[i].word))
			return took(r, 1, r->from->today + words[i].days);
	return false;
}

static bool take_near_weekday(struct reading *r)
{
	bool next = word_is(r, 0, "next"), last = word_is(r, 0, "last");
	int weekday = weekday_find(word_at(r, 1));
	day today = r->from->today, monday = today - (int)day_weekday(today);
	day on;

	if (!next && !last && !word_is(r, 0, "this"))
		return false;
	if (weekday < 0) {
		r->fault = _("Say which day: “next fri”, “+1w”, “+1m” or 30/11.");
		return true;
	}
	on = monday + weekday + (next ? 7 : 0);
	if (last && on >= today)
		on -= 7;
	return took(r, 2, on);
}

/* "Mon 30 Nov": the day that was shown can be typed again; another weekday is a slip. */
static bool take_date(struct reading *r, int weekday);

static bool take_weekday(struct reading *r)
{
	int weekday = weekday_find(word_at(r, 0));
	day today = r->from->today;
	int ahead = weekday - (int)day_weekday(today);

	if (weekday < 0)
		return false;
	r->at++;
	if (take_date(r, weekday))
		return true;
	if (word_is(r, 0, "week"))
		return took(r, 1, today + (ahead > 0 ? ahead : ahead + 7) + 7);
	if (r->from->way == WHEN_BACK)
		return took(r, 0, today + (ahead < 0 ? ahead : ahead - 7));
	return took(r, 0, today + (ahead > 0 ? ahead : ahead + 7));
}

/* d, w, m, y and the words for them; 0 when it is no unit. */
static char unit_of(struct str s)
{
	static const struct {
		const char *word;
		char unit;
	} units[] = {
		{ "d", 'd' },         { "day", 'd' },        { "days", 'd' }, { "w", 'w' },
		{ "wk", 'w' },        { "wks", 'w' },        { "week", 'w' }, { "weeks", 'w' },
		{ "m", 'm' },         { "mth", 'm' },        { "mths", 'm' }, { "month", 'm' },
		{ "months", 'm' },    { "y", 'y' },          { "yr", 'y' },   { "yrs", 'y' },
		{ "fortnight", 'f' }, { "fortnights", 'f' }, { "year", 'y' }, { "years", 'y' },
	};

	for (size_t i = 0; i < COUNT_OF(units); i++)
		if (str_is(s, units[i].word))
			return units[i].unit;
	return 0;
}

static int count_of(struct str s)
{
	static const char *const words[] = { "a",   "one",   "two",   "three", "four", "five",
		                             "six", "seven", "eight", "nine",  "ten" };
	long long n;

	if (str_is(s, "an"))
		return 1;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_is(s, words[i]))
			return i == 0 ? 1 : (int)i;
	return str_int(s, &n) && n >= 0 && n <= 5000 ? (int)n : -1;
}

static day shifted(day from, int n, char unit)
{
	switch (unit) {
	case 'd':
		return from + n;
	case 'w':
		return from + 7 * n;
	case 'f':
		return from + 14 * n;
	case 'm':
		return day_add_months(from, n);
	default:
		return day_add_months(from, 12 * n);
	}
}

/* A span as it stands in the text, before it is known whether it can be used. */
struct span {
	int sign;      /* -1 or 1 */
	bool signedly; /* began with + or - */
	int count;     /* -1: none */
	char unit;     /* 0: none */
	size_t words;  /* it takes */
};

static struct span span_at(const struct reading *r, size_t ahead)
{
	struct str word = word_at(r, ahead), digits;
	struct span s = { .sign = 1, .words = ahead + 1 };

	if (word.n > 0 && (word.at[0] == '+' || word.at[0] == '-')) {
		s.signedly = true;
		s.sign = word.at[0] == '-' ? -1 : 1;
		word = (struct str){ word.at + 1, word.n - 1 };
	}
	digits = (struct str){ word.at, 0 };
	while (digits.n < word.n && word.at[digits.n] >= '0' && word.at[digits.n] <= '9')
		digits.n++;
	if (digits.n == 0)
		digits = word;
	s.count = count_of(digits);
	if (digits.n < word.n)
		s.unit = unit_of((struct str){ word.at + digits.n, word.n - digits.n });
	else
		s.unit = unit_of(word_at(r, s.words++));
	return s;
}

/* "+2w", "-3d", "2w", "in 6 weeks", "6 weeks", "3 days ago". */
static bool take_span(struct reading *r)
{
	bool in = word_is(r, 0, "in");
	struct span s = span_at(r, in);

	if (s.count < 0 || s.unit == 0) {
		if (s.signedly || in)
			r->fault = _("Say days, weeks or months: +10d, +2w, +1m.");
		return s.signedly || in;
	}
	if (word_is(r, s.words, "ago")) {
		s.words++;
		s.sign = -s.sign;
	}
	return took(r, s.words, shifted(r->from->today, s.sign * s.count, s.unit));
}

/* The year that a day without one means; false when there is no such day in it. */
static bool date_near(const struct date_text *d, const struct when_from *from, int *year, day *ret)
{
	day on;

	*year = day_to_date(from->today).year;
	if (!day_from_date((struct date){ *year, d->month, d->mday }, &on))
		return false;
	if (from->way == WHEN_AHEAD && on < from->today)
		++*year;
	else if (from->way == WHEN_BACK && on > from->today)
		--*year;
	return day_from_date((struct date){ *year, d->month, d->mday }, ret);
}

static bool take_this_date(struct reading *r, const struct date_text *d, size_t words, int weekday)
{
	int year = d->year_digits == 2 ? 2000 + d->year : d->year;
	day on;
	bool there;

	if (d->year_digits == 0)
		there = date_near(d, r->from, &year, &on);
	else
		there = day_from_date((struct date){ year, d->month, d->mday }, &on);
	if (!there) {
		r->fault = no_such_day(d, year, r->a);
		return true;
	}
	if (d->spaced && d->year_digits == 2 && d->year < 24) {
		r->fault = arena_printf(
			r->a, _("“%02d” could be a year or a time. Type 20%02d or %d:00."), d->year,
			d->year, d->year);
		return true;
	}
	if (weekday >= 0 && (int)day_weekday(on) != weekday) {
		r->fault = arena_printf(r->a, _("%s is not a %s. Which is it?"),
		                        day_short(on, DAY_NONE, r->a),
		                        weekday_short((enum weekday)weekday));
		return true;
	}
	return took(r, words, on);
}

/* "9.30" behind a day is a time: there is no month 30. */
static bool only_a_time(struct str word, const struct date_text *d)
{
	int minute;

	return d->month > 12 && minute_parse(word, &minute);
}

static bool take_date(struct reading *r, int weekday)
{
	struct date_text d;

	for (size_t words = 3; words > 0; words--) {
		struct str first = word_at(r, 0), last = word_at(r, words - 1), all;

		if (r->at + words > r->n)
			continue;
		all = (struct str){ first.at, (size_t)(last.at + last.n - first.at) };
		if (date_text_read(all, &d) && !only_a_time(all, &d))
			return take_this_date(r, &d, words, weekday);
	}
	return false;
}

/* "9.12" is two things; "9.30" and "14:00" are times of today. */
static bool take_lone_time(struct reading *r)
{
	struct str word = word_at(r, 0);
	struct date_text d;
	bool date = date_text_read(word, &d) && d.month >= 1 && d.month <= 12 && d.mday >= 1;
	long long n;
	int minute;

	if (word_is(r, 0, "after") || word_is(r, 0, "at"))
		return took(r, 0, r->from->today);
	if (!minute_parse(word, &minute))
		return false;
	if (word.n <= 2 && str_int(word, &n)) {
		if (r->n > 1)
			return false;
		r->fault = arena_printf(r->a,
		                        _("“%lld” could be a day or a time. Type %lld/12, %lld:00 "
		                          "or +%lldd."),
		                        n, n, n, n);
		return true;
	}
	if (date && memchr(word.at, '.', word.n)) {
		r->fault = arena_printf(
			r->a, _("That could be %d %s or %s. Type %d/%d, or the time with a colon."),
			d.mday, month_long(d.month), minute_text(minute, r->a), d.mday, d.month);
		return true;
	}
	return !date && took(r, 0, r->from->today);
}

static bool take_day(struct reading *r)
{
	return take_word(r) || take_near_weekday(r) || take_lone_time(r) || take_weekday(r) ||
	       take_span(r) || take_date(r, -1);
}

static void take_time(struct reading *r)
{
	bool said;

	r->after = word_is(r, 0, "after") || word_is(r, 0, "from");
	said = r->after || word_is(r, 0, "at");
	r->at += said;
	if (r->at == r->n) {
		if (said)
			r->fault = _("At what time? Type “mon 9:30” or “mon after 17”.");
		return;
	}
	if (!minute_parse(word_at(r, 0), &r->minute))
		r->fault =
			arena_printf(r->a, _("“%s” is not a time. Type 9:30, 2pm or “after 17”."),
		                     text_safe(word_at(r, 0), r->a));
	else if (++r->at < r->n)
		r->fault = arena_printf(r->a, _("“%s” at the end is not understood."),
		                        text_safe(word_at(r, 0), r->a));
}

static void split_words(struct reading *r, const char *text)
{
	char *copy = arena_strdup(r->a, text), *plus = strchr(copy, '+');
	struct str rest, word;

	while (plus && plus[1] == ' ') /* "+ 2w" */
		memmove(plus + 1, plus + 2, strlen(plus + 1));
	for (char *c = copy; *c; c++) {
		if (*c == '\t' || *c == ',')
			*c = ' ';
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	rest = str_of(copy);
	while (str_cut(&rest, ' ', &word)) {
		if (word.n == 0 || (r->n == 0 && str_is(word, "on")))
			continue;
		if (r->n == WORDS_MOST) {
			r->fault = _("Type only a day and a time: fri 9:30, +2w, 30/11.");
			return;
		}
		r->word[r->n++] = word;
	}
}

static const char *note_of(const struct reading *r, day working)
{
	day today = r->from->today;
	const char *not_working;

	if (r->from->way == WHEN_BACK)
		return r->on > today ? _("That day is still to come.") : "";
	if (r->on < today)
		return _("That day is past.");
	not_working = day_not_working_text(r->on, today, r->from->holidays, r->a);
	if (not_working)
		return arena_printf(r->a, _("%s. Next working day: %s."), not_working,
		                    day_short(working, today, r->a));
	if (r->from->holidays && holidays_until(r->from->holidays) < day_to_date(r->on).year)
		return arena_printf(r->a, _("Bank holidays are known to %d only."),
		                    holidays_until(r->from->holidays));
	return r->on - today > 731 ? _("That is more than two years away.") : "";
}

enum status when_parse(const char *text, const struct when_from *from, struct arena *a,
                       struct when *ret, const char **fault)
{
	struct reading r = { .from = from, .a = a, .minute = MINUTE_NONE };
	day working;

	split_words(&r, text);
	if (!r.fault && r.n == 0)
		r.fault = _("Type a day: fri, +2w, 30/11.");
	if (!r.fault && !take_day(&r))
		r.fault = arena_printf(a, _("“%s” is not a day. Type fri, +2w, 30/11 or tomorrow."),
		                       text_safe(str_trim(str_of(text)), a));
	if (!r.fault)
		take_time(&r);
	if (r.fault) {
		*fault = r.fault;
		return E_INVALID;
	}
	working = from->way == WHEN_AHEAD ? day_next_working(r.on, from->holidays) : r.on;
	*ret = (struct when){ r.on, r.minute, r.after, working, note_of(&r, working) };
	return OK;
}

/* The latest year ending in those two digits in which the date is not ahead of today. */
static bool date_past(const struct date_text *d, day today, day *ret)
{
	int this_year = day_to_date(today).year;
	int year = this_year - this_year % 100 + d->year;
	day on;

	if (year > this_year)
		year -= 100;
	if (!day_from_date((struct date){ year, d->month, d->mday }, &on) || on > today)
		return day_from_date((struct date){ year - 100, d->month, d->mday }, ret);
	*ret = on;
	return true;
}

enum status birth_parse(const char *text, day today, struct arena *a, day *ret, const char **fault)
{
	struct date_text d;
	bool there;
	day on;

	if (!date_text_read(str_of(text), &d) && !date_text_read_bare(str_of(text), &d)) {
		*fault = _("Type a birth date as 12/3/81, 12 Mar 1981 or 120381.");
		return E_INVALID;
	}
	if (d.year_digits == 0) {
		*fault = _("A birth date needs its year: 12/3/81.");
		return E_INVALID;
	}
	if (d.year_digits == 2)
		there = date_past(&d, today, &on);
	else
		there = day_from_date((struct date){ d.year, d.month, d.mday }, &on);
	if (!there)
		*fault = no_such_day(&d, d.year, a);
	else if (on > today)
		*fault = _("A birth date cannot lie ahead.");
	else if (day_years_between(on, today) > 120)
		*fault = _("That is more than 120 years ago. Is the year right?");
	else {
		*ret = on;
		return OK;
	}
	return E_INVALID;
}

/* Without the midnight that spreadsheets put behind a day. */
static struct str without_midnight(struct str s)
{
	static const char *const endings[] = { " 00:00",     "T00:00",        " 0:00",
		                               " 00:00:00",  "T00:00:00",     " 0:00:00",
		                               "T00:00:00Z", "T00:00:00.000Z" };

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(endings); i++) {
		size_t n = strlen(endings[i]);

		if (s.n > n && memcmp(s.at + s.n - n, endings[i], n) == 0)
			return (struct str){ s.at, s.n - n };
	}
	return s;
}

bool csv_day_parse(struct str text, day today, enum when_way way, day *ret)
{
	struct date_text d;

	if (!date_text_read(without_midnight(text), &d) || d.year_digits == 0)
		return false;
	if (d.year_digits == 2 && way == WHEN_BACK)
		return date_past(&d, today, ret);
	if (d.year_digits == 2)
		d.year += 2000;
	return day_from_date((struct date){ d.year, d.month, d.mday }, ret);
}
