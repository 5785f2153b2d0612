#include "model/workdays.h"

#include "base/words.h"

static bool is_weekend(day d)
{
	return day_weekday(d) >= SATURDAY;
}

bool day_is_working(day d, const struct holidays *h)
{
	return !is_weekend(d) && !holiday_name(h, d);
}

day day_next_working(day d, const struct holidays *h)
{
	while (!day_is_working(d, h))
		d++;
	return d;
}

day day_add_working(day d, int n, const struct holidays *h)
{
	int step = n < 0 ? -1 : 1;

	if (n == 0)
		return day_next_working(d, h);
	for (; n != 0; n -= step) {
		do
			d += step;
		while (!day_is_working(d, h));
	}
	return d;
}

int day_count_working(day from, day to, const struct holidays *h)
{
	int n = 0;

	for (day d = from + 1; d <= to; d++)
		n += day_is_working(d, h);
	return n;
}

const char *day_not_working_text(day d, day today, const struct holidays *h, struct arena *a)
{
	const char *holiday = holiday_name(h, d);

	if (holiday)
		return arena_printf(a, _("%s is %s"), day_short(d, today, a), holiday);
	if (is_weekend(d))
		return arena_printf(a, _("%s is a weekend"), day_short(d, today, a));
	return NULL;
}
