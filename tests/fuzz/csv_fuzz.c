/*
 * Whatever bytes come as a CSV file: they are rows within the limits, of valid text without NUL,
 * lines going up; and what was read, written and read again is the same.
 */
#include "base/buf.h"
#include "base/text.h"
#include "exchange/csv_guard.h"
#include "exchange/csv_read.h"
#include "exchange/csv_write.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void check_row(const struct csv_row *row, size_t columns, uint64_t *line)
{
	size_t bad;

	must(row->line > *line);
	*line = row->line;
	must(row->n >= columns && row->n <= CSV_COLUMN_LIMIT);
	must(!row->refused || !row->blank);
	for (size_t i = 0; i < row->n; i++) {
		must(row->at[i].n <= CSV_CELL_LIMIT);
		must(text_valid(row->at[i], &bad));
	}
}

static void write_row(struct csv_writer *w, const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		csv_put_text(w, row->at[i]);
	csv_end_row(w);
}

/* Read fd, writing good rows to out; how many they were. */
static size_t pass_on(int fd, int out, struct arena *a)
{
	struct csv_options comma = { .separator = out < 0 ? ',' : 0 };
	struct csv_writer *w = out < 0 ? NULL : csv_write_fd(out, (struct csv_style){ 0 }, a);
	const struct csv_row *row;
	struct csv_reader *r;
	const char *fault = NULL;
	uint64_t line = 0;
	size_t rows = 0;

	if (csv_open_fd(fd, &comma, a, &r, &fault) != OK) {
		must(out >= 0 && fault && *fault);
		return 0;
	}
	check_row(csv_header(r), 1, &line);
	if (str_starts(csv_header(r)->at[0], "sep="))
		w = NULL; /* written first in a file, that would name the separator */
	if (w)
		write_row(w, csv_header(r));
	while (csv_next(r, &row) == OK && row) {
		check_row(row, csv_header(r)->n, &line);
		rows += !row->refused;
		if (w && !row->refused)
			write_row(w, row);
	}
	must(out >= 0 || !*csv_fault(r));
	must(!w || csv_write_end(w) == OK);
	csv_close(r);
	return rows;
}

/* What is guarded is risky still, and comes back as it was. */
static void check_guard(struct str text)
{
	struct buf guarded = { 0 };

	buf_puts(&guarded, "'");
	buf_add(&guarded, text);
	must(csv_risky(text) == csv_risky(buf_str(&guarded)));
	if (csv_risky(text))
		must(str_equal(csv_unguard(buf_str(&guarded)), text));
	else
		must(csv_unguard(text).n == text.n);
	buf_done(&guarded);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	int in = memfd_create("in", MFD_CLOEXEC), out = memfd_create("out", MFD_CLOEXEC);
	size_t rows;

	must(in >= 0 && out >= 0 && write(in, at, n) == (ssize_t)n);
	rows = pass_on(in, out, &a);
	if (lseek(out, 0, SEEK_END) > 0)
		must(pass_on(out, -1, &a) == rows);
	check_guard((struct str){ (const char *)at, n });
	close(in);
	close(out);
	arena_reset(&a);
	return 0;
}
