#include "model/opening.h"

#include "base/clock.h"
#include "base/words.h"
#include "opening_days.h"

#include <stdlib.h>
#include <string.h>

static const char *const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

const char *opening_day_code(int weekday)
{
	return codes[weekday];
}

bool opening_day_read(struct str code, struct opening_day *ret)
{
	struct str number = code;
	long long n = 0;
	int weekday = -1;

	for (int i = 0; i < 7; i++)
		if (code.n >= 2 && strncmp(code.at + code.n - 2, codes[i], 2) == 0)
			weekday = i;
	if (weekday >= 0)
		number.n -= 2;
	if (number.n > 0 && (!str_int(number, &n) || n < -31 || n > 31 || n == 0))
		return false;
	*ret = (struct opening_day){ weekday, (int)n };
	return weekday >= 0 || n != 0;
}

/* ---- in words ---- */

static const char *add(const char *text, const char *between, const char *more, struct arena *a)
{
	return *text ? arena_printf(a, "%s%s%s", text, between, more) : more;
}

static const char *week_text(const char *days, struct arena *a)
{
	bool on[8] = { false };
	struct str rest = str_of(days), code;
	struct opening_day d;
	const char *text = "";

	while (str_cut(&rest, ';', &code))
		if (opening_day_read(code, &d) && d.weekday >= 0)
			on[d.weekday] = true;
	for (int i = 0; i < 7; i++) {
		int last = i;

		if (!on[i])
			continue;
		while (on[last + 1])
			last++;
		if (i == 0 && last == 6)
			return _("every day");
		if (last - i >= 2) {
			text = add(text, " ",
			           arena_printf(a, "%s–%s", weekday_short((enum weekday)i),
			                        weekday_short((enum weekday)last)),
			           a);
			i = last;
		} else {
			text = add(text, " ", weekday_short((enum weekday)i), a);
		}
	}
	return text;
}

static const char *ordinal_text(int n, bool of_weekday, struct arena *a)
{
	static const char *const words[] = { _("first"), _("second"), _("third"), _("fourth"),
		                             _("fifth") };
	int last = n % 10, teen = n % 100 - last == 10;

	if (n < 0)
		return _("last");
	if (of_weekday && n >= 1 && n <= 5)
		return words[n - 1];
	return arena_printf(a, "%d%s", n,
	                    teen        ? "th"
	                    : last == 1 ? "st"
	                    : last == 2 ? "nd"
	                    : last == 3 ? "rd"
	                                : "th");
}

/* "first and third Tue", "first Mon and last Fri", "15th". */
static const char *month_text(const char *days, struct arena *a)
{
	struct str rest = str_of(days), code;
	struct opening_day d, open = { -1, 0 };
	const char *text = "";

	while (str_cut(&rest, ';', &code)) {
		if (!opening_day_read(code, &d))
			continue;
		if (open.weekday >= 0 && open.weekday != d.weekday)
			text = arena_printf(a, "%s %s", text,
			                    weekday_short((enum weekday)open.weekday));
		text = add(text, _(" and "), ordinal_text(d.nth, d.weekday >= 0, a), a);
		open = d;
	}
	if (open.weekday >= 0)
		text = arena_printf(a, "%s %s", text, weekday_short((enum weekday)open.weekday));
	return arena_printf(a, _("%s of the month"), text);
}

static const char *days_text(const struct service_time *x, struct arena *a)
{
	if (x->every == EVERY_MONTH && x->step > 1)
		return arena_printf(a, _("%s, every %d months"), month_text(x->days, a), x->step);
	if (x->every == EVERY_MONTH)
		return month_text(x->days, a);
	if (x->step == 2)
		return arena_printf(a, _("every other %s"), week_text(x->days, a));
	if (x->step > 2)
		return arena_printf(a, _("every %d weeks %s"), x->step, week_text(x->days, a));
	return week_text(x->days, a);
}

/* "9:30": hours are not filled up, as on a door. */
static const char *door(int minute, struct arena *a)
{
	return minute == 24 * 60 ? _("midnight")
	                         : arena_printf(a, "%d:%02d", minute / 60, minute % 60);
}

const char *opening_text(const struct service_time *x, struct arena *a)
{
	const char *text = days_text(x, a);

	if (x->opens != MINUTE_NONE)
		text = arena_printf(a, "%s %s", text, door(x->opens, a));
	if (x->opens != MINUTE_NONE && x->closes != MINUTE_NONE)
		text = arena_printf(a, "%s–%s", text, door(x->closes, a));
	if (x->from_on != DAY_NONE)
		text = arena_printf(a, _("%s from %s"), text, day_birth(x->from_on, a));
	if (x->until_on != DAY_NONE)
		text = arena_printf(a, _("%s until %s"), text, day_birth(x->until_on, a));
	return text_empty(x->words) ? text : arena_printf(a, "%s (%s)", text, x->words);
}

/* ---- is it open ---- */

static bool of_week(const struct service_time *x, day on)
{
	if (x->step <= 1)
		return true;
	return x->from_on != DAY_NONE &&
	       ((on - (int)day_weekday(on)) - (x->from_on - (int)day_weekday(x->from_on))) / 7 %
	                       x->step ==
	               0;
}

static bool of_month(const struct service_time *x, struct date on)
{
	struct date from;

	if (x->step <= 1)
		return true;
	if (x->from_on == DAY_NONE)
		return false;
	from = day_to_date(x->from_on);
	return ((on.year - from.year) * 12 + on.month - from.month) % x->step == 0;
}

/* Is it that day of its month: the third Friday, the last one, the 15th? */
static bool is_nth(struct opening_day d, day on, struct date date)
{
	day next = day_add_months(on - date.mday + 1, 1);

	if (d.weekday < 0)
		return d.nth > 0 ? date.mday == d.nth : next - on == -d.nth;
	if ((int)day_weekday(on) != d.weekday)
		return false;
	return d.nth > 0 ? (date.mday - 1) / 7 + 1 == d.nth : (next - on - 1) / 7 + 1 == -d.nth;
}

static bool opens_on(const struct service_time *x, day on)
{
	struct str rest = str_of(x->days), code;
	struct date date = day_to_date(on);
	struct opening_day d;

	if ((x->from_on != DAY_NONE && on < x->from_on) ||
	    (x->until_on != DAY_NONE && on > x->until_on))
		return false;
	if (x->every == EVERY_WEEK ? !of_week(x, on) : !of_month(x, date))
		return false;
	while (str_cut(&rest, ';', &code)) {
		if (!opening_day_read(code, &d))
			continue;
		if (x->every == EVERY_WEEK ? (int)day_weekday(on) == d.weekday
		                           : is_nth(d, on, date))
			return true;
	}
	return false;
}

/* The next time from that minute of that day on at which it is open, or opens. */
struct found {
	const struct service_time *x;
	day on;
};

static struct found next_of(const struct service_time_list *times, day on, int minute)
{
	struct found best = { NULL, on };

	for (size_t i = 0; i < times->n; i++) {
		const struct service_time *x = &times->at[i];
		bool over = x->closes != MINUTE_NONE ? x->closes <= minute
		                                     : x->opens != MINUTE_NONE && x->opens < minute;

		if (!over && opens_on(x, on) && (!best.x || x->opens < best.x->opens))
			best.x = x;
	}
	return best;
}

static const char *today_text(const struct service_time *x, int minute, struct arena *a)
{
	if (x->opens == MINUTE_NONE)
		return _("open today");
	if (x->opens > minute || x->closes == MINUTE_NONE)
		return arena_printf(a, _("opens %s"), door(x->opens, a));
	return arena_printf(a, _("open now until %s"), door(x->closes, a));
}

static const char *later_text(const struct found *f, day today, struct arena *a)
{
	const char *on = f->on == today + 1  ? _("tomorrow")
	                 : f->on < today + 7 ? weekday_short(day_weekday(f->on))
	                                     : day_short(f->on, today, a);

	return f->x->opens == MINUTE_NONE
	               ? arena_printf(a, _("opens %s"), on)
	               : arena_printf(a, _("opens %s %s"), on, door(f->x->opens, a));
}

#define LOOK_AHEAD 62

const char *opening_now(const struct service_time_list *times, const struct opening_now *now,
                        struct arena *a)
{
	struct found f = next_of(times, now->today, now->minute);
	const char *holiday = holiday_name(now->holidays, now->today);

	if (f.x && holiday)
		return arena_printf(a, _("usually %s; it is %s, ring first"),
		                    today_text(f.x, now->minute, a), holiday);
	if (f.x)
		return today_text(f.x, now->minute, a);
	for (day on = now->today + 1; !f.x && on <= now->today + LOOK_AHEAD; on++)
		f = next_of(times, on, -1);
	return f.x ? later_text(&f, now->today, a) : "";
}
