#include "exchange/csv_read.h"

#include "base/die.h"
#include "base/words.h"
#include "csv_reader.h"
#include "csv_sniff.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum status csv_stop(struct csv_reader *r, enum status rc, uint64_t line, const char *why)
{
	r->rc = rc;
	r->fault_line = line;
	r->fault = why;
	return rc;
}

enum status csv_fill(struct csv_reader *r)
{
	enum status rc;
	size_t n;

	if (r->ended)
		return OK;
	rc = csv_source_read(&r->source, r->window, &n);
	if (rc != OK)
		return csv_stop(r, rc, r->source.fault_line, r->source.fault);
	r->window_at = 0;
	r->window_n = n;
	r->ended = n == 0;
	return OK;
}

/* A cell is shorter than what libcsv has taken for it, so it can stand where the row was. */
static void on_cell(void *text, size_t n, void *data)
{
	struct csv_reader *r = data;

	if (r->cells_n == CSV_COLUMN_LIMIT || n > r->scan.raw.n - r->text_n)
		return;
	if (n > 0)
		memcpy(r->scan.raw.at + r->text_n, text, n);
	r->text_n += n;
	r->cell_ends[r->cells_n++] = r->text_n;
}

static int no_blanks(unsigned char c)
{
	(void)c;
	return 0;
}

static void *more_memory(void *at, size_t n)
{
	at = realloc(at, n);
	if (!at)
		die("not enough memory. What was saved is safe; close other programs and start "
		    "again.");
	return at;
}

static enum status not_read(struct csv_reader *r)
{
	uint64_t line = r->scan.row_line;

	return csv_stop(r, E_INVALID, line,
	                arena_printf(r->a,
	                             _("Line %" PRIu64 ": the row that begins there cannot be "
	                               "read."),
	                             line));
}

/* Let libcsv cut the scanned row into cells. */
static enum status parse_row(struct csv_reader *r)
{
	struct str raw = buf_str(&r->scan.raw);

	r->cells_n = 0;
	r->text_n = 0;
	if (raw.n > 0 && csv_parse(&r->parser, raw.at, raw.n, on_cell, NULL, r) != raw.n)
		return not_read(r);
	if (csv_fini(&r->parser, on_cell, NULL, r) != 0)
		return not_read(r);
	return OK;
}

/* The cells as a row, as wide as the header at least. */
static void make_row(struct csv_reader *r)
{
	const size_t columns = r->header.n;
	struct csv_row *row = &r->row;
	size_t start = 0;

	*row = (struct csv_row){ .line = r->scan.row_line, .at = r->cells, .blank = true };
	for (size_t i = 0; i < r->cells_n; i++) {
		r->cells[i] =
			(struct str){ buf_text(&r->scan.raw) + start, r->cell_ends[i] - start };
		start = r->cell_ends[i];
		if (str_trim(r->cells[i]).n == 0)
			continue;
		row->blank = false;
		row->n = i + 1;
	}
	for (size_t i = r->cells_n; i < columns; i++)
		r->cells[i] = STR("");
	row->refused = r->scan.refused;
	row->column = r->scan.refused ? r->scan.refused_column : 0;
	row->blank = row->blank && !row->refused;
	if (columns > 0 && row->n > columns && !row->refused) {
		row->refused = _("The row has more cells than there are columns: perhaps a cell "
		                 "with a separator in it has no quotation marks.");
		row->column = columns + 1;
	}
	if (columns == 0)
		row->n = r->cells_n;
	else if (row->n < columns)
		row->n = columns;
}

enum status csv_next(struct csv_reader *r, const struct csv_row **ret)
{
	bool found;

	if (r->rc != OK)
		return r->rc;
	if (csv_scan_row(r, &found) != OK)
		return r->rc;
	if (found && parse_row(r) != OK)
		return r->rc;
	if (found)
		make_row(r);
	*ret = found ? &r->row : NULL;
	return OK;
}

static enum status find_separator(struct csv_reader *r, const struct csv_options *options)
{
	char doubt[2];
	size_t skip;
	enum status rc = csv_fill(r);

	if (rc != OK)
		return rc;
	if (!csv_sniff((struct str){ r->window, r->window_n }, options, &r->separator, &skip,
	               doubt)) {
		return csv_stop(r, E_INVALID, 0,
		                arena_printf(r->a,
		                             _("The columns could be separated by %s or by %s. "
		                               "Say which it is."),
		                             csv_separator_name(doubt[0]),
		                             csv_separator_name(doubt[1])));
	}
	r->window_at = skip;
	r->ends[(unsigned char)r->separator] = 1;
	r->ends['"'] = r->ends['\r'] = r->ends['\n'] = 1;
	csv_set_delim(&r->parser, (unsigned char)r->separator);
	return OK;
}

static enum status read_header(struct csv_reader *r)
{
	const struct csv_row *row = NULL;
	struct str *cells;
	size_t n;
	enum status rc = csv_next(r, &row);

	if (rc != OK)
		return rc;
	if (!row || row->blank)
		return csv_stop(r, E_INVALID, row ? row->line : 0,
		                _("The file has no row of column names. It must begin with one."));
	if (row->refused)
		return csv_stop(r, E_INVALID, row->line,
		                arena_printf(r->a, _("Line %" PRIu64 ", the column names: %s"),
		                             row->line, row->refused));
	n = row->n;
	cells = ARENA_ARRAY(r->a, n, struct str);
	for (size_t i = 0; i < n; i++)
		cells[i] = (struct str){ arena_str(r->a, row->at[i]), row->at[i].n };
	r->header = (struct csv_row){ .line = row->line, .n = n, .at = cells };
	return OK;
}

static enum status begin(struct csv_reader *r, const struct csv_options *options)
{
	enum status rc;

	if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die("libcsv cannot be set up");
	csv_set_space_func(&r->parser, no_blanks);
	csv_set_realloc_func(&r->parser, more_memory);
	csv_set_blk_size(&r->parser, CSV_CELL_LIMIT / 16);
	r->scan.line = 1;
	r->window = arena_alloc(r->a, CSV_WINDOW);
	rc = find_separator(r, options);
	return rc == OK ? read_header(r) : rc;
}

static enum status open_source(const char *path, int fd, const struct csv_options *options,
                               struct arena *a, struct csv_reader **ret, const char **fault)
{
	const struct csv_options none = { 0 };
	struct csv_reader *r = ARENA_NEW(a, struct csv_reader);
	enum status rc;

	r->a = a;
	r->fault = "";
	options = options ? options : &none;
	rc = csv_source_open(&r->source, path, fd, options->encoding, a);
	if (rc != OK)
		csv_stop(r, rc, r->source.fault_line, r->source.fault);
	else
		rc = begin(r, options);
	if (rc != OK) {
		*fault = r->fault;
		csv_close(r);
		return rc;
	}
	*ret = r;
	return OK;
}

enum status csv_open(const char *path, const struct csv_options *options, struct arena *a,
                     struct csv_reader **ret, const char **fault)
{
	return open_source(path, -1, options, a, ret, fault);
}

enum status csv_open_fd(int fd, const struct csv_options *options, struct arena *a,
                        struct csv_reader **ret, const char **fault)
{
	return open_source(NULL, fd, options, a, ret, fault);
}

void csv_close(struct csv_reader *r)
{
	if (!r)
		return;
	csv_source_close(&r->source);
	csv_free(&r->parser);
	buf_done(&r->scan.raw);
}

const struct csv_row *csv_header(const struct csv_reader *r)
{
	return &r->header;
}

const char *csv_fault(const struct csv_reader *r)
{
	return r->fault;
}

uint64_t csv_fault_line(const struct csv_reader *r)
{
	return r->fault_line;
}

enum csv_encoding csv_encoding(const struct csv_reader *r)
{
	return r->source.encoding;
}

const char *csv_encoding_name(enum csv_encoding encoding)
{
	switch (encoding) {
	case CSV_UTF8:
	case CSV_SNIFF:
		break;
	case CSV_WINDOWS_1252:
		return "Windows-1252";
	case CSV_UTF16_LE:
	case CSV_UTF16_BE:
		return "UTF-16";
	}
	return "UTF-8";
}

bool csv_marked(const struct csv_reader *r)
{
	return r->source.mark;
}

char csv_separator(const struct csv_reader *r)
{
	return r->separator;
}

void csv_progress(const struct csv_reader *r, uint64_t *done, uint64_t *size)
{
	*done = r->source.at;
	*size = r->source.size;
}
