#include "model/list_file.h"

#include "list_read.h"

#include "base/embedded.h"
#include "base/text.h"
#include "base/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct words list_kinds = WORDS("kind of list", LIST_KINDS);
const struct words list_audiences = WORDS("audience of a list", LIST_AUDIENCES);

/* ---- faults ---- */

void list_fault_cell(struct list_read *r, size_t cell, const char *column, const char *text)
{
	if (r->faults->n == LIST_FAULTS) {
		r->faults->more++;
		return;
	}
	*ARENA_PUSH(r->a, r->faults) = (struct list_fault){ r->line, cell, column ? column : "",
		                                            text_safe(str_of(text), r->a) };
}

/* Where that column stands in the table in hand, from 1; 0: it has none. */
static size_t place_of(const struct list_read *r, const char *column)
{
	const struct list_column *columns = r->table ? r->table->columns : NULL;

	for (size_t i = 0; columns && columns[i].name; i++)
		if (text_equal(columns[i].name, column))
			return r->place[i];
	return 0;
}

void list_fault(struct list_read *r, const char *column, const char *fmt, ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	list_fault_cell(r, column ? place_of(r, column) : 0, column, text);
}

const char *list_fault_text(const struct list_fault *fault, struct arena *a)
{
	if (fault->cell == 0 && !*fault->column)
		return arena_printf(a, _("line %zu: %s"), fault->line, fault->text);
	if (fault->cell == 0)
		return arena_printf(a, _("line %zu (%s): %s"), fault->line, fault->column,
		                    fault->text);
	if (!*fault->column)
		return arena_printf(a, _("line %zu, cell %zu: %s"), fault->line, fault->cell,
		                    fault->text);
	return arena_printf(a, _("line %zu, cell %zu (%s): %s"), fault->line, fault->cell,
	                    fault->column, fault->text);
}

/* ---- cells ---- */

struct str list_cell(const struct list_read *r, const char *column)
{
	size_t at = place_of(r, column);

	return at == 0 || at > r->cells ? (struct str){ "", 0 } : r->cell[at - 1];
}

const char *list_text(const struct list_read *r, const char *column)
{
	return arena_str(r->a, list_cell(r, column));
}

bool list_number(struct list_read *r, const char *column, int least, int most, int *ret)
{
	long long n;

	if (!str_int(list_cell(r, column), &n) || n < least || n > most) {
		list_fault(r, column, _("a whole number from %d to %d is needed"), least, most);
		return false;
	}
	*ret = (int)n;
	return true;
}

bool list_hundredths(struct str text, int *ret)
{
	struct str rest = text, whole;
	long long units, part = 0;

	if (!str_cut(&rest, '.', &whole) || !str_int(whole, &units) || units < 0 || units > 10000)
		return false;
	if (rest.at && (rest.n == 0 || rest.n > 2 || !str_int(rest, &part) || part < 0))
		return false;
	*ret = (int)units * MEASURE_ONE + (int)part * (rest.at && rest.n == 1 ? 10 : 1);
	return true;
}

static size_t characters(struct str s)
{
	size_t n = 0, len;

	for (size_t i = 0; i < s.n; i += len, n++)
		(void)text_decode((struct str){ s.at + i, s.n - i }, &len);
	return n;
}

static bool is_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-_.", s.at[i]))
			return false;
	return s.n > 0 && s.n <= 60;
}

/* What holds for any cell: text that can be shown, and no more of it than fits. */
static const char *cell_fault(struct str s, unsigned flags, struct arena *a)
{
	size_t most = flags & LIST_LONG ? LIST_LONG_MOST : LIST_LABEL_MOST;

	if (s.n == 0)
		return flags & LIST_NEEDED ? _("is needed") : NULL;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.at[i] < ' ' || s.at[i] == 0x7f)
			return _("has a control character");
	if (s.at[0] == '"')
		return _("begins with a quotation mark: save it as text with tabs, without quotes");
	if (characters(s) > most)
		return arena_printf(a, _("is longer than %zu characters"), most);
	if (flags & LIST_CODE && !is_code(s))
		return _("is no code: small letters a to z, digits, - _ and one full stop");
	return NULL;
}

static void check_cells(struct list_read *r)
{
	const struct list_column *columns = r->table->columns;

	for (size_t i = 0; columns[i].name; i++) {
		struct str s = list_cell(r, columns[i].name);
		const char *fault = cell_fault(s, columns[i].flags, r->a);

		if (fault)
			list_fault(r, columns[i].name, "%s", fault);
	}
}

/* ---- the head ---- */

struct head_line {
	const char *name;
	enum list_kind kind; /* LIST_KIND_NONE: of both */
	unsigned flags;
};

static const struct head_line head_lines[] = {
	{ "name", LIST_KIND_NONE, LIST_NEEDED | LIST_CODE },
	{ "kind", LIST_KIND_NONE, LIST_NEEDED },
	{ "title", LIST_KIND_NONE, LIST_NEEDED },
	{ "licence", LIST_KIND_NONE, LIST_NEEDED },
	{ "source", LIST_KIND_NONE, LIST_NEEDED },
	{ "date", LIST_KIND_NONE, LIST_NEEDED },
	{ "language", LIST_KIND_NONE, LIST_NEEDED | LIST_CODE },
	{ "say", LIST_KIND_NONE, 0 },
	{ "for", LIST_CONCERNS, 0 },
	{ "answered", LIST_MEASURE, LIST_NEEDED },
	{ "better", LIST_MEASURE, LIST_NEEDED },
	{ "total", LIST_MEASURE, LIST_NEEDED },
	{ "change", LIST_MEASURE, 0 },
};

#define HEAD_LINES COUNT_OF(head_lines)

struct head_read {
	struct str value[HEAD_LINES];
	size_t line[HEAD_LINES]; /* 0: it is not there */
};

static size_t head_line_of(struct str name)
{
	size_t i = 0;

	while (i < HEAD_LINES && !str_is(name, head_lines[i].name))
		i++;
	return i;
}

static void take_head_line(struct list_read *r, struct head_read *h)
{
	size_t i = head_line_of(r->cell[0]);
	const char *fault;

	if (i == HEAD_LINES) {
		list_fault(r, NULL, _("“%s” is nothing that stands in the head of a list"),
		           arena_str(r->a, r->cell[0]));
		return;
	}
	if (h->line[i] != 0) {
		list_fault(r, NULL, _("%s stands in line %zu already"), head_lines[i].name,
		           h->line[i]);
		return;
	}
	h->line[i] = r->line;
	h->value[i] = r->cells > 1 ? r->cell[1] : (struct str){ "", 0 };
	fault = cell_fault(h->value[i], head_lines[i].flags, r->a);
	if (fault)
		list_fault_cell(r, 2, head_lines[i].name, fault);
	for (size_t j = 2; j < r->cells; j++)
		if (r->cell[j].n > 0)
			list_fault_cell(r, j + 1, NULL, _("nothing stands here in the head"));
}

static struct str head_value(const struct head_read *h, const char *name)
{
	struct str s = h->value[head_line_of(str_of(name))];

	return s.at ? s : (struct str){ "", 0 };
}

/* A fault of a line of the head that was read before. */
static void head_fault(struct list_read *r, const struct head_read *h, const char *name,
                       const char *text)
{
	size_t now = r->line, line = h->line[head_line_of(str_of(name))];

	r->line = line != 0 ? line : 1;
	list_fault_cell(r, line != 0 ? 2 : 0, name, text);
	r->line = now;
}

static int head_word(struct list_read *r, const struct head_read *h, const char *name,
                     const struct words *words)
{
	struct str s = head_value(h, name);
	const char *could = "";

	for (size_t i = 0; i < words->n; i++) {
		if (str_is(s, words->at[i].word))
			return words->at[i].value;
		could = arena_printf(r->a, i == 0 ? "%s%s" : _("%s or %s"), could,
		                     words->at[i].word);
	}
	if (s.n > 0)
		head_fault(r, h, name, arena_printf(r->a, _("is to be %s"), could));
	return 0;
}

/* "ours-2": a family and a version. */
static bool is_name(struct str s)
{
	size_t digits = 0;

	while (digits < s.n && s.at[s.n - 1 - digits] >= '0' && s.at[s.n - 1 - digits] <= '9')
		digits++;
	return is_code(s) && s.n <= 40 && !memchr(s.at, '.', s.n) && digits > 0 && digits <= 6 &&
	       digits + 2 <= s.n && s.at[s.n - 1 - digits] == '-';
}

static void head_missing(struct list_read *r, const struct head_read *h)
{
	for (size_t i = 0; i < HEAD_LINES; i++) {
		bool wanted =
			head_lines[i].kind == LIST_KIND_NONE || head_lines[i].kind == r->head->kind;

		if (wanted && head_lines[i].flags & LIST_NEEDED && h->line[i] == 0)
			head_fault(r, h, head_lines[i].name,
			           _("is needed in the head, before the first table"));
		if (!wanted && r->head->kind != LIST_KIND_NONE && h->line[i] != 0)
			head_fault(r, h, head_lines[i].name,
			           arena_printf(r->a, _("does not go with the kind %s"),
			                        words_word(&list_kinds, (int)r->head->kind)));
	}
}

static void take_head(struct list_read *r, const struct head_read *h)
{
	struct list_head *head = r->head;
	struct str change = head_value(h, "change"), name = head_value(h, "name");

	head->name = arena_str(r->a, name);
	head->title = arena_str(r->a, head_value(h, "title"));
	head->licence = arena_str(r->a, head_value(h, "licence"));
	head->source = arena_str(r->a, head_value(h, "source"));
	head->language = arena_str(r->a, head_value(h, "language"));
	head->say = arena_str(r->a, head_value(h, "say"));
	head->kind = (enum list_kind)head_word(r, h, "kind", &list_kinds);
	head->audience = (enum list_audience)head_word(r, h, "for", &list_audiences);
	if (head->audience == LIST_AUDIENCE_NONE)
		head->audience = LIST_FOR_PEOPLE;
	r->measure.answerer =
		(enum measure_answerer)head_word(r, h, "answered", &measure_answerers);
	r->measure.better = (enum measure_way)head_word(r, h, "better", &measure_ways);
	r->measure.total = (enum measure_total)head_word(r, h, "total", &measure_totals);
	head_missing(r, h);
	if (name.n > 0 && is_code(name) && !is_name(name))
		head_fault(r, h, "name", _("ends in a version: ours-1"));
	if (head_value(h, "date").n > 0 && !day_parse_iso(head_value(h, "date"), &head->date))
		head_fault(r, h, "date", _("is to be a day such as 2026-11-23"));
	if (change.n > 0 && !list_hundredths(change, &r->measure.change))
		head_fault(r, h, "change", _("is to be a number such as 1 or 2.5"));
}

/* ---- lines ---- */

static const struct list_table *const tables[] = { &list_concern_table, &list_item_table,
	                                           &list_band_table, &list_step_table };

/* The table that begins with the line in hand: its first cell is named like its first column. */
static const struct list_table *table_beginning(const struct list_read *r)
{
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		if (str_is(r->cell[0], tables[i]->columns[0].name) &&
		    (tables[i]->kind == r->head->kind || r->head->kind == LIST_KIND_NONE))
			return tables[i];
	return NULL;
}

static void take_names(struct list_read *r)
{
	const struct list_column *columns = r->table->columns;
	bool known[LIST_CELLS] = { false };

	memset(r->place, 0, sizeof(r->place));
	for (size_t i = 0; columns[i].name; i++) {
		for (size_t cell = 0; cell < r->cells; cell++) {
			if (!str_is(r->cell[cell], columns[i].name))
				continue;
			known[cell] = true;
			if (r->place[i] != 0)
				list_fault_cell(r, cell + 1, columns[i].name,
				                _("this column stands there twice"));
			else
				r->place[i] = cell + 1;
		}
		if (r->place[i] == 0 && columns[i].flags & LIST_NEEDED)
			list_fault_cell(r, 0, columns[i].name, _("this column is needed"));
	}
	for (size_t cell = 0; cell < r->cells; cell++)
		if (!known[cell] && r->cell[cell].n > 0)
			list_fault_cell(r, cell + 1, NULL,
			                arena_printf(r->a, _("there is no column “%s” here"),
			                             arena_str(r->a, r->cell[cell])));
}

static void take_row(struct list_read *r)
{
	size_t columns = 0;

	for (size_t i = 0; i < LIST_CELLS; i++)
		columns = r->place[i] > columns ? r->place[i] : columns;
	for (size_t cell = columns; cell < r->cells; cell++)
		if (r->cell[cell].n > 0)
			list_fault_cell(r, cell + 1, NULL, _("is beyond the last column"));
	check_cells(r);
	if (++r->rows <= LIST_ROWS_MOST)
		r->table->row(r);
	else if (r->rows == LIST_ROWS_MOST + 1)
		list_fault(r, NULL, _("a list has at most %d rows"), LIST_ROWS_MOST);
}

static void split(struct list_read *r, struct str line)
{
	struct str one;

	r->cells = 0;
	while (str_cut(&line, '\t', &one)) {
		if (r->cells == LIST_CELLS) {
			list_fault(r, NULL, _("has more than %d cells"), LIST_CELLS);
			return;
		}
		r->cell[r->cells++] = str_trim(one);
	}
}

static bool is_empty_row(const struct list_read *r)
{
	for (size_t i = 0; i < r->cells; i++)
		if (r->cell[i].n > 0)
			return false;
	return true;
}

static void take_line(struct list_read *r, struct head_read *h, struct str line)
{
	const struct list_table *begins;

	if (line.n > 0 && line.at[line.n - 1] == '\r')
		line.n--;
	if (line.n > 0 && line.at[0] == '#')
		return;
	split(r, line);
	if (r->cells == 0 || is_empty_row(r))
		return;
	if (!r->table && str_is(r->cell[0], "code"))
		take_head(r, h);
	begins = r->table || r->head->name ? table_beginning(r) : NULL;
	if (begins) {
		r->table = begins;
		take_names(r);
	} else if (r->table) {
		take_row(r);
	} else {
		take_head_line(r, h);
	}
}

/* The first line says what the file is, so that nothing else is ever taken for a list. */
static bool take_format(struct list_read *r, struct str *body)
{
	struct str line, word;
	long long version = 0;
	size_t bad;

	if (body->n >= 3 && memcmp(body->at, "\xEF\xBB\xBF", 3) == 0) {
		body->at += 3;
		body->n -= 3;
	}
	r->line = 1;
	if (body->n > LIST_BYTES_MOST) {
		list_fault(r, NULL, _("the file is larger than %d kB"), LIST_BYTES_MOST / 1024);
		return false;
	}
	if (!text_valid(*body, &bad)) {
		for (size_t i = 0; i < bad; i++)
			r->line += body->at[i] == '\n';
		list_fault(r, NULL, _("is not UTF-8 text"));
		return false;
	}
	if (!str_cut(body, '\n', &line))
		line = (struct str){ "", 0 };
	line = str_trim(line);
	if (line.n > 0 && line.at[line.n - 1] == '\r')
		line.n--;
	if (!str_cut(&line, '\t', &word) || !str_is(word, "clew-list") || !line.at ||
	    !str_int(str_trim(line), &version)) {
		list_fault(r, NULL, _("a list begins with the line clew-list, a tab, and %d"),
		           LIST_FORMAT);
		return false;
	}
	if (version != LIST_FORMAT)
		list_fault(r, NULL, _("this is format %lld; this clew reads %d"), version,
		           LIST_FORMAT);
	return version == LIST_FORMAT;
}

static void read_lines(struct list_read *r, struct str body)
{
	struct head_read h = { 0 };
	struct str line;

	while (str_cut(&body, '\n', &line)) {
		r->line++;
		take_line(r, &h, line);
	}
	if (!r->table && r->faults->n == 0)
		list_fault(r, NULL,
		           _("there is no table: it begins with a line of column names, "
		             "the first of them code"));
	if (r->head->kind == LIST_CONCERNS)
		list_concerns_end(r);
	else if (r->head->kind == LIST_MEASURE)
		list_measure_end(r);
}

enum status list_read(struct str body, struct arena *a, struct list_file *ret,
                      struct list_faults *faults)
{
	struct list_read r = { .a = a, .faults = faults };

	*faults = (struct list_faults){ 0 };
	r.head = ARENA_NEW(a, struct list_head);
	r.head->date = DAY_NONE;
	r.measure.head = r.head;
	if (take_format(&r, &body))
		read_lines(&r, body);
	if (faults->n > 0)
		return E_INVALID;
	*ret = (struct list_file){ .head = r.head };
	if (r.head->kind == LIST_CONCERNS) {
		ret->concerns = (struct concern_set){ r.head->name, r.head,      r.items.n,
			                              r.items.at,   r.domains.n, r.domains.at };
	} else {
		ret->measure = r.measure;
	}
	return OK;
}

/* ---- what clew brings with it ---- */

static const char *const folders[] = {
	[LIST_CONCERNS] = "concerns/", [LIST_MEASURE] = "measures/"
};

void list_names_built_in(enum list_kind kind, struct arena *a, struct list_names *ret)
{
	static const struct str suffix = { ".tsv", 4 };

	*ret = (struct list_names){ 0 };
	for (size_t i = 0; i < embedded_count; i++) {
		struct str name = str_of(embedded_table[i].name);

		if (!str_starts(name, folders[kind]))
			continue;
		name.at += strlen(folders[kind]);
		name.n -= strlen(folders[kind]) + suffix.n;
		*ARENA_PUSH(a, ret) = arena_str(a, name);
	}
}

struct str list_built_in(const char *name, struct arena *a)
{
	struct str body = embedded_file(arena_printf(a, "concerns/%s.tsv", name));

	return body.at ? body : embedded_file(arena_printf(a, "measures/%s.tsv", name));
}

struct str list_family(const char *name)
{
	struct str s = str_of(name);

	while (s.n > 0 && s.at[s.n - 1] >= '0' && s.at[s.n - 1] <= '9')
		s.n--;
	if (s.n > 0 && s.at[s.n - 1] == '-')
		s.n--;
	return s;
}
