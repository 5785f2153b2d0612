#include "exchange/csv_rejects.h"

#include "base/buf.h"
#include "base/words.h"
#include "exchange/csv_guard.h"
#include "exchange/csv_write.h"

struct csv_rejects {
	struct csv_writer *out;
	struct buf reason;
	size_t source_columns;
	size_t columns; /* of those, without line and reason of the source's own */
};

bool csv_rejects_header(const struct csv_row *header)
{
	return header->n >= 2 && str_is(header->at[header->n - 2], "line") &&
	       str_is(header->at[header->n - 1], "reason");
}

/* Cells may carry the guard already; they end with one where they need it. */
static void put_cells(struct csv_rejects *x, const struct csv_row *row)
{
	for (size_t i = 0; i < x->columns && i < row->n; i++)
		csv_put_text(x->out, csv_unguard(row->at[i]));
}

struct csv_rejects *csv_rejects_open(struct file_put *to, const struct csv_reader *source,
                                     struct arena *a)
{
	const struct csv_row *header = csv_header(source);
	struct csv_rejects *x = ARENA_NEW(a, struct csv_rejects);
	bool spreadsheet = csv_marked(source) || csv_encoding(source) != CSV_UTF8;

	x->out = csv_write_put(
		to, (struct csv_style){ .separator = csv_separator(source), .mark = spreadsheet },
		a);
	x->source_columns = header->n;
	x->columns = header->n - (csv_rejects_header(header) ? 2 : 0);
	put_cells(x, header);
	csv_put_text(x->out, STR("line"));
	csv_put_text(x->out, STR("reason"));
	csv_end_row(x->out);
	return x;
}

/* The reason, and behind it the cells for which there is no column, so that none is lost. */
static struct str whole_reason(struct csv_rejects *x, const struct csv_row *row, struct str reason)
{
	if (row->n <= x->source_columns)
		return reason;
	buf_clear(&x->reason);
	buf_add(&x->reason, reason);
	buf_puts(&x->reason, _(" Cells left over:"));
	for (size_t i = x->source_columns; i < row->n; i++) {
		buf_puts(&x->reason, i == x->source_columns ? " " : " | ");
		buf_add(&x->reason, row->at[i]);
	}
	return buf_str(&x->reason);
}

void csv_reject(struct csv_rejects *x, const struct csv_row *row, struct str reason)
{
	put_cells(x, row);
	csv_put_int(x->out, (int64_t)row->line);
	csv_put_text(x->out, whole_reason(x, row, reason));
	csv_end_row(x->out);
}

enum status csv_rejects_end(struct csv_rejects *x)
{
	buf_done(&x->reason);
	return csv_write_end(x->out);
}
