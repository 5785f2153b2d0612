#include "model/day_load.h"

#include "base/words.h"
#include "model/workdays.h"

/* -1: that day is not among them. */
static int count_on(const struct day_counts *counts, day on)
{
	return on >= counts->from && on - counts->from < counts->n ? counts->at[on - counts->from]
	                                                           : -1;
}

static bool take(struct day_load *x, const struct day_counts *counts, day on, day today)
{
	int others = count_on(counts, on);

	if (on < today || on == x->on || others < 0 || others * 2 > x->others)
		return false;
	x->lighter = on;
	x->lighter_others = others;
	return true;
}

struct day_load day_load_of(day on, const struct day_counts *counts, int most, day today,
                            const struct holidays *h)
{
	struct day_load x = { .on = on, .lighter = DAY_NONE };

	x.others = count_on(counts, on) > 0 ? count_on(counts, on) : 0;
	x.full = x.others >= most;
	for (int i = 1; x.full && i <= LOAD_NEAR; i++)
		if (take(&x, counts, day_add_working(on, i, h), today) ||
		    take(&x, counts, day_add_working(on, -i, h), today))
			break;
	return x;
}

const char *day_load_text(const struct day_load *x, day today, struct arena *a)
{
	const char *text;

	if (x->others == 0)
		return "";
	text = arena_printf(a, x->others == 1 ? _("%d other that day") : _("%d others that day"),
	                    x->others);
	if (x->lighter == DAY_NONE)
		return text;
	if (x->lighter_others == 0)
		return arena_printf(a, _("%s, none on %s"), text, day_short(x->lighter, today, a));
	return arena_printf(a, _("%s, %d on %s"), text, x->lighter_others,
	                    day_short(x->lighter, today, a));
}
