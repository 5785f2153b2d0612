#include "ics_read.h"

#include "base/buf.h"
#include "base/day.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define DEPTH 4

struct line {
	const char *name, *parameters, *value;
};

struct reading_ics {
	struct ics_entries found;
	const char *inside[DEPTH];
	size_t depth;
	bool zone, version, product, ended;
	struct arena *a;
};

static void fail(struct reading_ics *r, const char *what, const char *text)
{
	if (!r->found.fault)
		r->found.fault = arena_printf(r->a, "%s: %.80s", what, text);
}

/* The next line of the file, checked by itself; false at the end. */
static bool raw_line(struct reading_ics *r, struct str *rest, struct str *ret)
{
	const char *end;

	if (rest->n == 0)
		return false;
	end = memchr(rest->at, '\n', rest->n);
	if (!end || end == rest->at || end[-1] != '\r') {
		fail(r, "a line without CR LF", rest->at);
		return false;
	}
	*ret = (struct str){ rest->at, (size_t)(end - rest->at) - 1 };
	*rest = (struct str){ end + 1, rest->n - (size_t)(end - rest->at) - 1 };
	if (ret->n > 75)
		fail(r, "a line of more than 75 octets", arena_str(r->a, *ret));
	for (size_t i = 0; i < ret->n; i++)
		if ((unsigned char)ret->at[i] < 0x20 || ret->at[i] == 0x7F)
			fail(r, "a control character", arena_str(r->a, *ret));
	/* Whoever reads bytes before unfolding them must find whole characters. */
	if (ret->n > 0 && ((unsigned char)ret->at[ret->at[0] == ' '] & 0xC0) == 0x80)
		fail(r, "a fold inside a character", arena_str(r->a, *ret));
	return true;
}

static bool next_line(struct reading_ics *r, struct str *rest, const char **ret)
{
	struct buf whole = { 0 };
	struct str one;
	size_t bad;

	if (!raw_line(r, rest, &one))
		return false;
	buf_add(&whole, one);
	while (rest->n > 0 && rest->at[0] == ' ' && raw_line(r, rest, &one))
		buf_add(&whole, (struct str){ one.at + 1, one.n - 1 });
	*ret = arena_str(r->a, buf_str(&whole));
	buf_done(&whole);
	if (!text_valid(str_of(*ret), &bad))
		fail(r, "not UTF-8", *ret);
	return true;
}

static bool name_char(char c)
{
	return (c >= 'A' && c <= 'Z') || c == '-' || (c >= '0' && c <= '9');
}

static struct line taken_apart(struct reading_ics *r, const char *text)
{
	struct line line = { "", "", "" };
	size_t n = 0, p;

	while (name_char(text[n]))
		n++;
	p = n + strcspn(text + n, ":");
	if (n == 0 || text[p] != ':' || (text[n] != ':' && text[n] != ';'))
		fail(r, "no line of content", text);
	else
		line = (struct line){ arena_str(r->a, (struct str){ text, n }),
			              arena_str(r->a, (struct str){ text + n, p - n }),
			              text + p + 1 };
	return line;
}

/* Escaped text as it was meant. */
static const char *text_of(struct reading_ics *r, const char *value)
{
	struct buf out = { 0 };
	const char *all;

	for (const char *at = value; *at; at++) {
		if (*at == ';' || *at == ',')
			fail(r, "a mark that is not escaped", value);
		if (*at == '\\' && !strchr("\\;,nN", at[1]))
			fail(r, "an escape of nothing", value);
		if (*at == '\\' && at[1])
			at++;
		buf_putc(&out, *at);
	}
	all = arena_str(r->a, buf_str(&out));
	buf_done(&out);
	return all;
}

static bool digits(const char *text, size_t n)
{
	return strspn(text, "0123456789") >= n;
}

static bool is_date(const char *text)
{
	char iso[11];
	day d;

	if (!digits(text, 8))
		return false;
	snprintf(iso, sizeof(iso), "%.4s-%.2s-%.2s", text, text + 4, text + 6);
	return day_parse_iso(str_of(iso), &d);
}

static bool is_time(const char *text)
{
	return text[0] == 'T' && digits(text + 1, 6) && strncmp(text + 1, "24", 2) < 0 &&
	       text[3] < '6' && text[5] < '6';
}

static void check_start(struct reading_ics *r, const struct ics_entry *x)
{
	if (text_equal(x->parameters, ";VALUE=DATE")) {
		if (!is_date(x->start) || x->start[8] != '\0')
			fail(r, "no day", x->start);
		return;
	}
	if (!text_equal(x->parameters, ";TZID=Europe/London") || !r->zone)
		fail(r, "a zone that nobody described", x->parameters);
	if (!is_date(x->start) || !is_time(x->start + 8) || x->start[15] != '\0')
		fail(r, "no time", x->start);
}

static void check_event(struct reading_ics *r, const struct ics_entry *x)
{
	if (!x->uid || !x->stamp || !x->start || !x->summary || !x->sequence || !x->status) {
		fail(r, "an event lacks something", x->uid ? x->uid : "");
		return;
	}
	if (!is_date(x->stamp) || !is_time(x->stamp + 8) || strcmp(x->stamp + 15, "Z") != 0)
		fail(r, "no instant", x->stamp);
	check_start(r, x);
	for (size_t i = 0; i + 1 < r->found.n; i++)
		if (text_equal(r->found.at[i].uid, x->uid))
			fail(r, "two of one UID", x->uid);
}

static void set(struct reading_ics *r, const char **field, const char *value)
{
	if (*field)
		fail(r, "twice in one event", value);
	*field = value;
}

static void take_event(struct reading_ics *r, const struct line *line)
{
	struct ics_entry *x = &r->found.at[r->found.n - 1];

	if (text_equal(line->name, "UID"))
		set(r, &x->uid, text_of(r, line->value));
	else if (text_equal(line->name, "SUMMARY"))
		set(r, &x->summary, text_of(r, line->value));
	else if (text_equal(line->name, "DTSTAMP"))
		set(r, &x->stamp, line->value);
	else if (text_equal(line->name, "SEQUENCE"))
		set(r, &x->sequence, line->value);
	else if (text_equal(line->name, "STATUS"))
		set(r, &x->status, line->value);
	else if (text_equal(line->name, "CLASS"))
		set(r, &x->class, line->value);
	else if (text_equal(line->name, "TRANSP"))
		set(r, &x->transparent, line->value);
	else if (text_equal(line->name, "DURATION"))
		set(r, &x->duration, line->value);
	else if (text_equal(line->name, "DTSTART")) {
		set(r, &x->start, line->value);
		x->parameters = line->parameters;
	} else {
		fail(r, "a property that an event of ours has not", line->name);
	}
}

static void begin(struct reading_ics *r, const char *part)
{
	if (r->depth == DEPTH || (r->depth == 0) != text_equal(part, "VCALENDAR") || r->ended) {
		fail(r, "begins where it may not", part);
		return;
	}
	r->inside[r->depth++] = part;
	if (text_equal(part, "VEVENT"))
		*ARENA_PUSH(r->a, &r->found) = (struct ics_entry){ 0 };
}

static void end(struct reading_ics *r, const char *part)
{
	if (r->depth == 0 || !text_equal(r->inside[r->depth - 1], part)) {
		fail(r, "ends what did not begin", part);
		return;
	}
	r->depth--;
	if (text_equal(part, "VEVENT"))
		check_event(r, &r->found.at[r->found.n - 1]);
	r->ended = r->depth == 0;
}

static void take(struct reading_ics *r, const struct line *line)
{
	if (text_equal(line->name, "BEGIN"))
		begin(r, line->value);
	else if (text_equal(line->name, "END"))
		end(r, line->value);
	else if (r->depth == 0)
		fail(r, "outside of the calendar", line->name);
	else if (text_equal(r->inside[r->depth - 1], "VEVENT"))
		take_event(r, line);
	else if (text_equal(line->name, "TZID"))
		r->zone = text_equal(line->value, "Europe/London");
	else if (text_equal(line->name, "VERSION"))
		r->version = text_equal(line->value, "2.0");
	else if (text_equal(line->name, "PRODID"))
		r->product = true;
}

struct ics_entries ics_read(struct str text, struct arena *a)
{
	struct reading_ics r = { .a = a };
	const char *whole;

	while (!r.found.fault && next_line(&r, &text, &whole)) {
		struct line line = taken_apart(&r, whole);

		if (!r.found.fault)
			take(&r, &line);
	}
	if (!r.ended || !r.version || !r.product)
		fail(&r, "the calendar is not whole", "");
	return r.found;
}
