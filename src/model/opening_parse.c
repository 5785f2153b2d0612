#include "model/opening.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/when.h"
#include "opening_days.h"

#include <string.h>

/* One line, word by word. */
struct reading {
	struct arena *a;
	struct service_time *x;
	struct str rest; /* of the folded line */
	int nth[8];      /* first, third: said and not yet of a day */
	size_t nth_n;
	int last;               /* weekday a range may begin with, or -1 */
	bool range;             /* "–" was read */
	bool monthly;           /* "of the month" */
	bool week[7];           /* days of the week */
	const char *month_days; /* "1MO;-1FR" */
	int minutes[2];
	size_t minutes_n;
	bool half; /* the first of the two has no am or pm */
};

static const struct {
	const char *word;
	int nth;
} ordinals[] = {
	{ "first", 1 },  { "1st", 1 }, { "second", 2 }, { "2nd", 2 }, { "third", 3 }, { "3rd", 3 },
	{ "fourth", 4 }, { "4th", 4 }, { "fifth", 5 },  { "5th", 5 }, { "last", -1 },
};

static const char *const joints[] = { "of", "the", "each", "in", "and", "&", "on", "at", "weekly" };

static int weekday_of(struct str word)
{
	static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
		                             "friday", "saturday", "sunday" };

	if (word.n > 3 && word.at[word.n - 1] == 's' && !str_is(word, "tues"))
		word.n--;
	if (str_is(word, "thur") || str_is(word, "tues") || str_is(word, "wed") || word.n == 3 ||
	    word.n > 5)
		for (int i = 0; i < 7; i++)
			if (word.n <= strlen(names[i]) && strncmp(names[i], word.at, word.n) == 0)
				return i;
	return -1;
}

static bool is_joint(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(joints); i++)
		if (str_is(word, joints[i]))
			return true;
	return false;
}

/* 15 of "15th". */
static int ordinal_of(struct str word)
{
	long long n;

	for (size_t i = 0; i < COUNT_OF(ordinals); i++)
		if (str_is(word, ordinals[i].word))
			return ordinals[i].nth;
	if (word.n < 3 || !str_int((struct str){ word.at, word.n - 2 }, &n) || n < 1 || n > 31)
		return 0;
	return word.at[word.n - 1] == 'h' || word.at[word.n - 1] == 't' ? (int)n : 0;
}

static void add_month_day(struct reading *r, int nth, const char *of)
{
	r->month_days =
		arena_printf(r->a, "%s%s%d%s", r->month_days, *r->month_days ? ";" : "", nth, of);
}

static void take_weekday(struct reading *r, int at)
{
	if (r->nth_n > 0) {
		for (size_t i = 0; i < r->nth_n; i++)
			add_month_day(r, r->nth[i], opening_day_code(at));
		r->nth_n = 0;
	} else if (r->range && r->last >= 0) {
		for (int i = r->last; i != at; i = (i + 1) % 7)
			r->week[i] = true;
		r->week[at] = true;
	} else {
		r->week[at] = true;
	}
	r->last = at;
	r->range = false;
}

static void take_week(struct reading *r, int first, int last)
{
	for (int i = first; i <= last; i++)
		r->week[i] = true;
}

static bool minute_of(struct str word, int *ret)
{
	if (str_is(word, "noon") || str_is(word, "midday"))
		*ret = 12 * 60;
	else if (str_is(word, "midnight"))
		*ret = 24 * 60;
	else
		return minute_parse(word, ret);
	return true;
}

static bool take_minute(struct reading *r, struct str word)
{
	int minute;

	if (r->minutes_n == 2 || !minute_of(word, &minute))
		return false;
	if (r->minutes_n == 0)
		r->half = word.at[word.n - 1] != 'm' && minute < 7 * 60;
	r->minutes[r->minutes_n++] = minute;
	r->range = false;
	return true;
}

/* "every other", "every 3 weeks", "every 2nd month", "every day". */
static bool take_every(struct reading *r)
{
	struct str word = { 0 };
	long long n;

	if (!str_cut(&r->rest, ' ', &word))
		return false;
	if (str_is(word, "day"))
		take_week(r, 0, 6);
	else if (str_is(word, "other"))
		r->x->step = 2;
	else if (weekday_of(word) >= 0)
		take_weekday(r, weekday_of(word));
	else if (str_is(word, "month"))
		r->monthly = true;
	else if (str_int(word, &n) && n >= 1 && n <= 52 && str_cut(&r->rest, ' ', &word) &&
	         (str_is(word, "weeks") || str_is(word, "months")))
		r->x->step = (int)n;
	else
		return str_is(word, "week");
	return true;
}

static bool take_word(struct reading *r, struct str word)
{
	int nth = ordinal_of(word);

	if (weekday_of(word) >= 0)
		take_weekday(r, weekday_of(word));
	else if (nth != 0 && r->nth_n < COUNT_OF(r->nth))
		r->nth[r->nth_n++] = nth;
	else if (str_is(word, "weekdays"))
		take_week(r, 0, 4);
	else if (str_is(word, "weekends"))
		take_week(r, 5, 6);
	else if (str_is(word, "daily"))
		take_week(r, 0, 6);
	else if (str_is(word, "fortnightly"))
		r->x->step = 2;
	else if (str_is(word, "month") || str_is(word, "monthly"))
		r->monthly = true;
	else if (str_is(word, "-") || str_is(word, "to"))
		r->range = true;
	else if (str_is(word, "every"))
		return take_every(r);
	else
		return is_joint(word) || take_minute(r, word);
	return true;
}

/* In small letters, a blank round each dash, commas and the like as blanks. */
static const char *plain(struct str line, struct arena *a)
{
	const char *text = "";
	struct str rest = line;

	while (rest.n > 0) {
		size_t n;
		char32_t c = text_decode(rest, &n);
		bool dash = c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212;

		if (dash)
			text = arena_printf(a, "%s - ", text);
		else if (c == ',' || c == '\t' || c == ';')
			text = arena_printf(a, "%s ", text);
		else if (c >= 'A' && c <= 'Z')
			text = arena_printf(a, "%s%c", text, (char)(c - 'A' + 'a'));
		else
			text = arena_printf(a, "%s%.*s", text, (int)n, rest.at);
		rest.at += n;
		rest.n -= n;
	}
	return text;
}

/* What stands in brackets at the end are words, and no more is read of them. */
static struct str take_words(struct str line, struct arena *a, struct service_time *x)
{
	size_t at = line.n;

	if (line.n == 0 || line.at[line.n - 1] != ')')
		return line;
	while (at > 0 && line.at[at - 1] != '(')
		at--;
	if (at == 0)
		return line;
	x->words = arena_str(a, str_trim((struct str){ line.at + at, line.n - at - 1 }));
	return str_trim((struct str){ line.at, at - 1 });
}

/* "… until 31 Mar 2027": a day behind that word; a time is left where it is. */
static struct str take_day(struct str line, const char *word, day today, day *ret)
{
	size_t n = strlen(word);

	for (size_t at = line.n; at-- > 0;) {
		struct str behind = { line.at + at + n, line.n - at - n };

		if (line.n - at <= n || strncmp(line.at + at, word, n) != 0 ||
		    (at > 0 && line.at[at - 1] != ' '))
			continue;
		if (csv_day_parse(str_trim(behind), today, WHEN_AHEAD, ret))
			return str_trim((struct str){ line.at, at });
	}
	return line;
}

static const char *week_codes(const struct reading *r)
{
	const char *text = "";

	for (int i = 0; i < 7; i++)
		if (r->week[i])
			text = arena_printf(r->a, "%s%s%s", text, *text ? ";" : "",
			                    opening_day_code(i));
	return text;
}

static void set_minutes(struct reading *r)
{
	struct service_time *x = r->x;

	if (r->minutes_n == 0)
		return;
	x->opens = r->minutes[0];
	if (r->minutes_n == 1)
		return;
	x->closes = r->minutes[1];
	if (r->half && x->closes >= 13 * 60)
		x->opens += 12 * 60; /* 2–4pm */
	if (x->closes == 0)
		x->closes = 24 * 60;
	if (x->closes <= x->opens && x->closes < 12 * 60)
		x->closes += 12 * 60; /* 9–5 */
}

static bool settle(struct reading *r, const char **why)
{
	struct service_time *x = r->x;
	const char *week = week_codes(r);

	for (size_t i = 0; r->monthly && i < r->nth_n; i++)
		add_month_day(r, r->nth[i], "");
	if (*week && *r->month_days) {
		*why = _("Days of the week and of the month are two lines.");
		return false;
	}
	if (!*week && !*r->month_days) {
		*why = _("On which days? As Mon Wed 9:30–16:00, or first Fri of the month.");
		return false;
	}
	x->every = *week ? EVERY_WEEK : EVERY_MONTH;
	x->days = *week ? week : r->month_days;
	set_minutes(r);
	if (x->closes != MINUTE_NONE && x->closes <= x->opens) {
		*why = _("It would close before it opens.");
		return false;
	}
	if (x->from_on != DAY_NONE && x->until_on != DAY_NONE && x->until_on < x->from_on) {
		*why = _("It would end before it begins.");
		return false;
	}
	return true;
}

bool opening_parse(struct str line, day today, struct arena *a, struct service_time *ret,
                   const char **why)
{
	struct service_time x = service_time_blank;
	struct reading r = { .a = a, .x = &x, .last = -1, .month_days = "" };
	struct str word;

	line = take_words(str_trim(line), a, &x);
	line = take_day(line, "until ", today, &x.until_on);
	line = take_day(line, "from ", today, &x.from_on);
	r.rest = str_of(plain(line, a));
	while (str_cut(&r.rest, ' ', &word)) {
		if (word.n == 0 || take_word(&r, word))
			continue;
		*why = arena_printf(a,
		                    _("“%s” is not understood. As Mon Wed 9:30–16:00; what else "
		                      "there is to say in brackets."),
		                    text_safe(word, a));
		return false;
	}
	if (!settle(&r, why))
		return false;
	*ret = x;
	return true;
}

struct service_time_list opening_read(const char *hours, day today, struct arena *a)
{
	struct service_time_list list = { 0 };
	struct str rest = str_of(hours), part;
	const char *why;

	while (str_cut(&rest, ';', &part)) {
		struct service_time x;

		if (str_trim(part).n == 0)
			continue;
		if (!opening_parse(part, today, a, &x, &why))
			return (struct service_time_list){ 0 };
		*ARENA_PUSH(a, &list) = x;
	}
	return list;
}
