#include "package_reading.h"
#include "package_values.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/service_ways.h"
#include "model/when.h"

#include <stdlib.h>
#include <string.h>

#define MIDNIGHT 1440

static day read_day(const struct package_reader *p, const char *text)
{
	struct str head = str_of(text);
	day on;

	if (head.n > 10)
		head.n = 10;
	return head.n > 0 && csv_day_parse(head, p->o.today, WHEN_AHEAD, &on) ? on : DAY_NONE;
}

static void read_minutes(const struct package_when *w, struct service_time *t)
{
	if (!package_minute(w->opens, &t->opens))
		t->opens = MINUTE_NONE;
	if (!package_minute(w->closes, &t->closes))
		t->closes = MINUTE_NONE;
	if (t->closes == 0)
		t->closes = MIDNIGHT;
}

/* "Closed 24 Dec to 2 Jan", "9:00 to 17:00, ask first": what has no days is kept in words. */
static const char *in_words(const struct service_time *t, struct arena *a)
{
	const char *text = minute_text(t->opens, a);

	if (t->closes != MINUTE_NONE)
		text = arena_printf(a, _("%s to %s"), text, minute_text(t->closes % MIDNIGHT, a));
	return package_join(text, ", ", t->words, a);
}

static const char *days_of(const struct package_when *w, bool daily, enum time_every every,
                           struct arena *a)
{
	const char *days = package_days(w->days, a);

	if (daily && !*days)
		return "MO;TU;WE;TH;FR;SA;SU";
	if (every == EVERY_MONTH && !*days)
		return package_month_days(w->month_days, a);
	return days;
}

bool package_add_time(struct package_reader *p, const struct package_when *w, struct arena *a)
{
	struct service_time t = service_time_blank;
	bool daily;
	char *end;
	long step = strtol(w->step, &end, 10);

	t.every = package_every(w->freq, &daily);
	t.external_id = w->id;
	t.words = w->words;
	t.place.n = (int64_t)w->place;
	t.from_on = read_day(p, w->from);
	t.until_on = read_day(p, w->until);
	t.step = end != w->step && step >= 1 && step <= 52 ? (int)step : 1;
	read_minutes(w, &t);
	t.days = days_of(w, daily, t.every, a);
	if (t.every == TIME_EVERY_NONE && *t.days)
		t.every = strpbrk(t.days, "0123456789") ? EVERY_MONTH : EVERY_WEEK;
	if (t.every != TIME_EVERY_NONE && *t.days) {
		*ARENA_PUSH(a, &p->entry.times) = t;
		return true;
	}
	p->entry.service.hours = package_join(p->entry.service.hours, "; ", in_words(&t, a), a);
	return *in_words(&t, a) != '\0';
}

static void add_schedule(struct package_reader *p, const struct package_file *f,
                         const struct package_row *row, size_t place, struct arena *a)
{
	const char *from = package_cell(f, row, TIME_FROM),
		   *until = package_cell(f, row, TIME_UNTIL);
	const char *meeting = package_cell(f, row, TIME_ATTENDING);
	struct service *x = &p->entry.service;
	bool unknown = false;
	const struct package_when w = {
		.id = package_cell(f, row, TIME_ID),
		.freq = package_cell(f, row, TIME_FREQ),
		.step = package_cell(f, row, TIME_INTERVAL),
		.days = package_cell(f, row, TIME_DAYS),
		.month_days = package_cell(f, row, TIME_MONTHDAY),
		.opens = package_cell(f, row, TIME_OPENS),
		.closes = package_cell(f, row, TIME_CLOSES),
		.from = *from ? from : package_cell(f, row, TIME_START),
		.until = *until ? until : package_cell(f, row, TIME_LAST),
		.words = package_join(package_cell(f, row, TIME_WORDS), ". ",
		                      package_cell(f, row, TIME_NOTES), a),
		.place = place,
	};

	x->attendance = service_ways_add(WAYS_OF_MEETING, x->attendance, meeting, a, &unknown);
	if (!package_add_time(p, &w, a))
		package_note(p, f, row->line,
		             &(struct package_wrong){ TIME_FREQ, w.freq,
		                                      _("No days and no hours: left out.") });
}

static void add_holiday(struct package_reader *p, const struct package_file *f,
                        const struct package_row *row, struct arena *a)
{
	day from = read_day(p, package_cell(f, row, TIME_FROM));
	day until = read_day(p, package_cell(f, row, TIME_UNTIL));
	bool closed = text_yes_or_no(package_cell(f, row, TIME_CLOSED), a) != SAID_NO;
	const char *text;

	if (until == DAY_NONE)
		until = from;
	if (from == DAY_NONE || until < p->o.today)
		return; /* what is over is of no use */
	text = from == until
	               ? day_birth(from, a)
	               : arena_printf(a, _("%s to %s"), day_birth(from, a), day_birth(until, a));
	text = arena_printf(a, closed ? _("closed %s") : _("open %s"), text);
	p->entry.service.hours = package_join(p->entry.service.hours, "; ", text, a);
}

void package_times_read(struct package_reader *p, enum package_kind kind, uint32_t number,
                        size_t place, struct arena *a)
{
	const struct package_file *f = &p->files[TABLE_SCHEDULE], *h = &p->files[TABLE_HOLIDAY];
	size_t n;
	const struct package_row *row = package_rows_of(f, kind, number, &n);

	for (size_t i = 0; i < n; i++)
		add_schedule(p, f, &row[i], place, a);
	row = package_rows_of(h, kind, number, &n);
	for (size_t i = 0; i < n; i++)
		add_holiday(p, h, &row[i], a);
}
