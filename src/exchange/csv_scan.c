#include "base/words.h"
#include "csv_reader.h"

#include <inttypes.h>
#include <string.h>

static enum status stray_quote(struct csv_reader *r)
{
	uint64_t line = r->scan.line;

	return csv_stop(r, E_INVALID, line,
	                arena_printf(r->a,
	                             _("Line %" PRIu64 ": a quotation mark stands inside a cell "
	                               "that does not begin with one. Put "
	                               "the whole cell in quotation marks and double the one "
	                               "inside."),
	                             line));
}

static enum status text_behind_quote(struct csv_reader *r)
{
	uint64_t line = r->scan.quote_line;

	return csv_stop(r, E_INVALID, line,
	                arena_printf(r->a,
	                             _("Line %" PRIu64 ": the quotation mark that begins a cell "
	                               "there ends on line %" PRIu64 " with more text behind it. A "
	                               "quotation mark inside a cell is written twice."),
	                             line, r->scan.line));
}

static enum status open_quote(struct csv_reader *r)
{
	uint64_t line = r->scan.quote_line;

	return csv_stop(r, E_INVALID, line,
	                arena_printf(r->a,
	                             _("Line %" PRIu64 ": a quotation mark that begins a cell "
	                               "there is never closed."),
	                             line));
}

static enum status endless_row(struct csv_reader *r)
{
	uint64_t line = r->scan.row_line;

	if (r->scan.place == IN_QUOTES)
		line = r->scan.quote_line;
	return csv_stop(r, E_INVALID, line,
	                arena_printf(r->a,
	                             _("Line %" PRIu64 ": the row that begins there has no end in "
	                               "64 MiB, so a quotation mark may be missing."),
	                             line));
}

static void refuse_row(struct csv_scan *s, const char *why)
{
	if (s->refused)
		return;
	s->refused = why;
	s->refused_column = s->column + 1;
}

/* What was kept moves from the window into raw: before the window or the row changes. */
static void settle(struct csv_scan *s)
{
	if (s->tail.n > 0)
		buf_add(&s->raw, s->tail);
	s->tail = (struct str){ NULL, 0 };
}

static void extend(struct csv_scan *s, struct str bytes)
{
	if (s->tail.n > 0 && s->tail.at + s->tail.n == bytes.at) {
		s->tail.n += bytes.n;
		return;
	}
	settle(s);
	s->tail = bytes;
}

/* n bytes of the row; content of them belong to the cell, the others are its quotes. */
static void keep(struct csv_scan *s, struct str bytes, size_t content)
{
	s->row_bytes += bytes.n;
	s->cell_bytes += content;
	if (s->skip)
		return;
	if (s->cell_bytes > CSV_CELL_LIMIT) {
		refuse_row(s, _("The cell holds more than 64 KiB of text, and was left empty here; "
		                "shorten it."));
		settle(s);
		buf_remove(&s->raw, s->cell_at, s->raw.n - s->cell_at);
		s->skip = true;
		return;
	}
	extend(s, bytes);
}

static void count_lines(struct csv_scan *s, const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		s->line += at[i] == '\r' || (at[i] == '\n' && !s->cr);
		s->cr = at[i] == '\r';
	}
}

static void begin_cell(struct csv_scan *s)
{
	s->place = AT_CELL;
	s->cell_bytes = 0;
	s->cell_at = s->raw.n + s->tail.n;
}

static void begin_row(struct csv_scan *s)
{
	buf_clear(&s->raw);
	s->tail = (struct str){ NULL, 0 };
	s->place = AT_ROW;
	s->row_bytes = 0;
	s->column = 0;
	s->skip = false;
	s->refused = NULL;
	s->cell_bytes = 0;
	s->cell_at = 0;
}

static void take_separator(struct csv_scan *s, struct str c)
{
	s->row_bytes++;
	s->column++;
	s->skip = s->column >= CSV_COLUMN_LIMIT;
	if (s->skip)
		refuse_row(s, _("The row has more than 200 cells; those behind were left out "
		                "here."));
	else
		extend(s, c);
	begin_cell(s);
}

static bool is_row_end(char c)
{
	return c == '\r' || c == '\n';
}

/* One byte at the beginning of a cell, or behind a quotation mark that may have ended one. */
static enum status take_edge(struct csv_reader *r, const char *at, bool *found)
{
	const struct str byte = { at, 1 };
	const char c = *at;
	struct csv_scan *s = &r->scan;

	if (is_row_end(c)) {
		count_lines(s, at, 1);
		*found = s->place != AT_ROW;
		return OK;
	}
	s->cr = false;
	if (s->place == AT_ROW)
		s->row_line = s->line;
	if (c == r->separator) {
		take_separator(s, byte);
	} else if (c == '"') {
		bool doubled = s->place == BEHIND_QUOTE;

		if (!doubled)
			s->quote_line = s->line;
		s->place = IN_QUOTES;
		keep(s, byte, doubled);
	} else if (s->place == BEHIND_QUOTE) {
		return text_behind_quote(r);
	} else {
		s->place = IN_PLAIN;
		keep(s, byte, 1);
	}
	return OK;
}

/* As much of a cell without quotes as the window has. */
static enum status take_plain(struct csv_reader *r, struct str text, size_t *used, bool *found)
{
	size_t n = 0;

	while (n < text.n && !r->ends[(unsigned char)text.at[n]])
		n++;
	*used = n;
	keep(&r->scan, (struct str){ text.at, n }, n);
	if (n == text.n)
		return OK;
	if (text.at[n] == '"')
		return stray_quote(r);
	r->scan.place = AT_CELL;
	*used = n + 1;
	return take_edge(r, text.at + n, found);
}

static void take_quoted(struct csv_scan *s, struct str text, size_t *used)
{
	const char *quote = memchr(text.at, '"', text.n);
	size_t n = quote ? (size_t)(quote - text.at) : text.n;

	count_lines(s, text.at, n);
	keep(s, (struct str){ text.at, n }, n);
	*used = n;
	if (!quote)
		return;
	keep(s, (struct str){ quote, 1 }, 0);
	s->cr = false;
	s->place = BEHIND_QUOTE;
	*used = n + 1;
}

static enum status take(struct csv_reader *r, struct str text, size_t *used, bool *found)
{
	switch (r->scan.place) {
	case IN_PLAIN:
		return take_plain(r, text, used, found);
	case IN_QUOTES:
		take_quoted(&r->scan, text, used);
		return OK;
	case AT_ROW:
	case AT_CELL:
	case BEHIND_QUOTE:
		break;
	}
	*used = 1;
	return take_edge(r, text.at, found);
}

enum status csv_scan_row(struct csv_reader *r, bool *found)
{
	struct csv_scan *s = &r->scan;
	enum status rc = OK;

	*found = false;
	begin_row(s);
	while (rc == OK && !*found) {
		struct str text;
		size_t used = 0;

		if (r->window_at == r->window_n) {
			settle(s);
			rc = csv_fill(r);
		}
		if (rc != OK)
			break;
		if (r->ended) {
			if (s->place == IN_QUOTES)
				return open_quote(r);
			*found = s->place != AT_ROW;
			break;
		}
		text = (struct str){ r->window + r->window_at, r->window_n - r->window_at };
		rc = take(r, text, &used, found);
		r->window_at += used;
		if (rc == OK && s->row_bytes > CSV_ROW_LIMIT)
			rc = endless_row(r);
	}
	settle(s);
	return rc;
}
