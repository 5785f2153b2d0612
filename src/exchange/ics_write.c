#include "exchange/ics_write.h"

#include "base/clock.h"
#include "base/text.h"

#define OCTETS  75
#define MINUTES 15 /* what a thing at a time takes in the calendar */

/* One line of content, folded. */
static void put_line(struct buf *out, struct str line)
{
	size_t room = OCTETS;

	while (line.n > room) {
		size_t n = room;

		while (n > 0 && ((unsigned char)line.at[n] & 0xC0) == 0x80)
			n--;
		buf_add(out, (struct str){ line.at, n });
		buf_puts(out, "\r\n ");
		line = (struct str){ line.at + n, line.n - n };
		room = OCTETS - 1; /* the blank counts */
	}
	buf_add(out, line);
	buf_puts(out, "\r\n");
}

static void put(struct buf *out, const char *name, const char *value)
{
	struct buf line = { 0 };

	buf_printf(&line, "%s:%s", name, value);
	put_line(out, buf_str(&line));
	buf_done(&line);
}

/* What others typed: made visible first, so that there is no control character left to escape. */
static void put_text(struct buf *out, const char *name, const char *text)
{
	struct arena a = { 0 };
	struct buf line = { 0 };

	buf_printf(&line, "%s:", name);
	for (const char *at = text_safe(str_of(text), &a); *at; at++) {
		if (*at == '\\' || *at == ';' || *at == ',')
			buf_putc(&line, '\\');
		buf_putc(&line, *at);
	}
	put_line(out, buf_str(&line));
	buf_done(&line);
	arena_reset(&a);
}

/* Since 1996 the clocks go forward on the last Sunday of March and back on that of October, at 01:00 UTC. */
static void put_zone(struct buf *out)
{
	static const char *const lines[] = {
		"BEGIN:VTIMEZONE",
		"TZID:Europe/London",
		"BEGIN:DAYLIGHT",
		"DTSTART:19960331T010000",
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"TZOFFSETFROM:+0000",
		"TZOFFSETTO:+0100",
		"TZNAME:BST",
		"END:DAYLIGHT",
		"BEGIN:STANDARD",
		"DTSTART:19961027T020000",
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
		"TZOFFSETFROM:+0100",
		"TZOFFSETTO:+0000",
		"TZNAME:GMT",
		"END:STANDARD",
		"END:VTIMEZONE",
	};

	for (size_t i = 0; i < COUNT_OF(lines); i++)
		put_line(out, str_of(lines[i]));
}

void ics_begin(struct buf *out, const char *name)
{
	put_line(out, STR("BEGIN:VCALENDAR"));
	put(out, "VERSION", "2.0");
	put(out, "PRODID", "-//clew//reminders//EN");
	put(out, "CALSCALE", "GREGORIAN");
	put(out, "METHOD", "PUBLISH");
	put_text(out, "X-WR-CALNAME", name);
	put_zone(out);
}

static const char *date(day d, struct arena *a)
{
	struct date x = day_to_date(d);

	return arena_printf(a, "%04d%02d%02d", x.year, x.month, x.mday);
}

static const char *instant(int64_t at, struct arena *a)
{
	int64_t days = at / 86400, second = at % 86400;

	return arena_printf(a, "%sT%02d%02d%02dZ", date((day)days, a), (int)(second / 3600),
	                    (int)(second / 60 % 60), (int)(second % 60));
}

static void put_when(struct buf *out, const struct ics_event *x, struct arena *a)
{
	if (x->minute == MINUTE_NONE) {
		put(out, "DTSTART;VALUE=DATE", date(x->on, a));
		return;
	}
	put(out, "DTSTART;TZID=Europe/London",
	    arena_printf(a, "%sT%02d%02d00", date(x->on, a), x->minute / 60, x->minute % 60));
	put(out, "DURATION", arena_printf(a, "PT%dM", MINUTES));
}

void ics_put(struct buf *out, const struct ics_event *x)
{
	struct arena a = { 0 };

	put_line(out, STR("BEGIN:VEVENT"));
	put_text(out, "UID", x->uid);
	put(out, "DTSTAMP", instant(x->now_at, &a));
	put_when(out, x, &a);
	put(out, "SEQUENCE", arena_printf(&a, "%d", x->sequence));
	put(out, "STATUS", x->cancelled ? "CANCELLED" : "CONFIRMED");
	put_text(out, "SUMMARY", x->summary);
	put(out, "CLASS", "PRIVATE");
	put(out, "TRANSP", "TRANSPARENT");
	put_line(out, STR("END:VEVENT"));
	arena_reset(&a);
}

void ics_end(struct buf *out)
{
	put_line(out, STR("END:VCALENDAR"));
}
