#include "model/repeat.h"

#include "base/words.h"
#include "model/workdays.h"

#define PREVIEW   3
#define MONDAY_OF ((day)4) /* 1970-01-05: weeks are counted from a Monday */

/* ---- when it comes ---- */

static int week_of(day d)
{
	day since = d - MONDAY_OF;

	return since >= 0 ? since / 7 : -((6 - since) / 7);
}

static day next_in_weeks(const struct repeat *r, day last, day after)
{
	int first = week_of(last);

	for (day d = last + 1; day_valid(d); d++)
		if (d > after && (week_of(d) - first) % r->every == 0 &&
		    (r->weekdays & (1u << day_weekday(d))))
			return d;
	return DAY_NONE;
}

static day on_mday(int year, int month, int mday)
{
	day d;

	while (!day_from_date((struct date){ year, month, mday }, &d))
		if (--mday < 28)
			return DAY_NONE;
	return d;
}

static day on_nth(int year, int month, int nth, enum weekday weekday)
{
	day d = on_mday(year, month, nth < 0 ? REPEAT_LAST_DAY : 1);

	if (d == DAY_NONE)
		return d;
	if (nth < 0)
		return d - (day)(((int)day_weekday(d) - (int)weekday + 7) % 7);
	return d + (day)(((int)weekday - (int)day_weekday(d) + 7) % 7) + 7 * (nth - 1);
}

static day next_in_months(const struct repeat *r, day last, day after)
{
	struct date from = day_to_date(last);
	int month = from.year * 12 + from.month - 1;
	day d;

	do {
		d = r->nth ? on_nth(month / 12, month % 12 + 1, r->nth, r->weekday)
		           : on_mday(month / 12, month % 12 + 1, r->mday);
		month += r->every;
	} while (d != DAY_NONE && (d <= last || d <= after));
	return d;
}

day repeat_next(const struct repeat *r, day last, day after, const struct holidays *h)
{
	day next = DAY_NONE, beyond = after > last ? after : last;

	if (!day_valid(last) || !day_valid(after))
		return DAY_NONE;
	switch (r->unit) {
	case REPEAT_NONE:
		return DAY_NONE;
	case REPEAT_WEEKDAYS:
		next = day_next_working(beyond + 1, h);
		break;
	case REPEAT_DAYS:
		next = last + ((beyond - last) / r->every + 1) * r->every;
		break;
	case REPEAT_WEEKS:
		next = next_in_weeks(r, last, beyond);
		break;
	case REPEAT_MONTHS:
		next = next_in_months(r, last, beyond);
		break;
	}
	if (!day_valid(next) || (r->until != DAY_NONE && next > r->until))
		return DAY_NONE;
	return next;
}

const char *repeat_preview(const struct repeat *r, day on, day today, const struct holidays *h,
                           struct arena *a)
{
	const char *text = "";
	day next = repeat_next(r, on, on, h);

	for (int i = 0; i < PREVIEW && next != DAY_NONE; i++) {
		text = arena_printf(a, "%s%s%s", text, i ? ", " : "",
		                    day_short(day_next_working(next, h), today, a));
		next = repeat_next(r, next, next, h);
	}
	return text;
}

/* ---- how it is said ---- */

static const char *const weekday_names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
	                                     "Friday", "Saturday", "Sunday" };

static const char *weekdays_text(unsigned weekdays, struct arena *a)
{
	const char *text = "";

	for (int i = MONDAY; i <= SUNDAY; i++) {
		bool more = (weekdays >> (i + 1)) != 0;

		if (weekdays & (1u << i))
			text = arena_printf(a, "%s%s%s", text,
			                    !*text ? ""
			                    : more ? ", "
			                           : _(" and "),
			                    weekday_names[i]);
	}
	return text;
}

static const char *mday_text(int mday, struct arena *a)
{
	const char *ending = "th";

	if (mday == REPEAT_LAST_DAY)
		return _("last day");
	if (mday < 11 || mday > 13)
		ending = mday % 10 == 1   ? "st"
		         : mday % 10 == 2 ? "nd"
		         : mday % 10 == 3 ? "rd"
		                          : "th";
	return arena_printf(a, "%d%s", mday, ending);
}

static const char *every_text(int every, const char *one, const char *many, struct arena *a)
{
	return every == 1 ? arena_printf(a, _("every %s"), one)
	                  : arena_printf(a, _("every %d %s"), every, many);
}

const char *repeat_text(const struct repeat *r, struct arena *a)
{
	static const char *const nths[] = { "", "first", "second", "third", "fourth" };

	switch (r->unit) {
	case REPEAT_NONE:
		return "";
	case REPEAT_WEEKDAYS:
		return _("every weekday");
	case REPEAT_DAYS:
		return every_text(r->every, _("day"), _("days"), a);
	case REPEAT_WEEKS:
		return arena_printf(a, _("%s on %s"),
		                    every_text(r->every, _("week"), _("weeks"), a),
		                    weekdays_text(r->weekdays, a));
	case REPEAT_MONTHS:
		break;
	}
	if (r->nth == 0)
		return arena_printf(a, _("%s on the %s"),
		                    every_text(r->every, _("month"), _("months"), a),
		                    mday_text(r->mday, a));
	return arena_printf(a, _("%s on the %s %s"),
	                    every_text(r->every, _("month"), _("months"), a),
	                    r->nth < 0 ? _("last") : nths[r->nth], weekday_names[r->weekday]);
}
