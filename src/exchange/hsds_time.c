#include "hsds_rows.h"

#include "base/clock.h"
#include "base/words.h"

/* "09:30:00"; midnight at the end of a day is its last minute, for HSDS has no 24:00. */
static void put_minute(struct hsds *h, const char *field, int minute)
{
	if (minute == MINUTE_NONE)
		return;
	if (minute >= 24 * 60)
		minute = 24 * 60 - 1;
	package_put(h->package, field,
	            arena_printf(&h->row, "%02d:%02d:00", minute / 60, minute % 60));
}

/* "MO;WE" is "MO,WE"; of a month the numbers alone are days of it, the others stand with a weekday. */
static const char *days_in(const char *days, bool numbers, struct arena *a)
{
	struct str rest = str_of(days), one;
	const char *list = "";
	long long n;

	while (str_cut(&rest, ';', &one)) {
		one = str_trim(one);
		if (one.n == 0 || str_int(one, &n) != numbers)
			continue;
		list = text_empty(list) ? arena_str(a, one)
		                        : arena_printf(a, "%s,%s", list, arena_str(a, one));
	}
	return list;
}

/* The first day of what comes every so many weeks: without one nobody can tell which weeks. */
static void put_repeat(struct hsds *h, const struct service_time *t)
{
	struct package *p = h->package;

	package_put(p, "freq", t->every == EVERY_MONTH ? "MONTHLY" : "WEEKLY");
	package_put_int(p, "interval", t->step < 1 ? 1 : t->step);
	package_put(p, "wkst", "MO");
	package_put(p, "byday", days_in(t->days, false, &h->row));
	package_put(p, "bymonthday", days_in(t->days, true, &h->row));
	if (t->step > 1)
		hsds_put_day(h, "dtstart", t->from_on);
}

static void put_time(struct hsds *h, const struct hsds_entry *x, const struct service_time *t,
                     const char *id)
{
	const char *row_id = hsds_id_of(h, "schedule", t->external_id, t->id.n, "");
	const char *link = hsds_place_link(h, x, t->place.n);
	struct package *p = h->package;

	package_row(p, "schedule");
	package_put(p, "id", row_id);
	if (t->place.n != 0)
		package_put(p, "service_at_location_id", link);
	else
		package_put(p, "service_id", id);
	hsds_put_day(h, "valid_from", t->from_on);
	hsds_put_day(h, "valid_to", t->until_on);
	put_repeat(h, t);
	put_minute(h, "opens_at", t->opens);
	put_minute(h, "closes_at", t->closes);
	package_put(p, "description", t->words);
	package_end_row(p);
}

void hsds_put_times(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	struct package *p = h->package;

	for (size_t i = 0; i < x->times.n; i++)
		put_time(h, x, &x->times.at[i], id);
	if (text_empty(x->service->hours))
		return;
	package_row(p, "schedule");
	package_put(p, "id",
	            uuid_made(h->identity, "schedule", x->service->id.n, "hours", &h->row));
	package_put(p, "service_id", id);
	package_put(p, "description", x->service->hours);
	package_end_row(p);
}
