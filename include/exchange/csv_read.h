#ifndef EXCHANGE_CSV_READ_H
#define EXCHANGE_CSV_READ_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * CSV files as they come: one row at a time, in memory that does not grow with the file. What is
 * between the separators is handed on as it stands, blanks included; trimming, taking the guard
 * off (exchange/csv_guard.h) and judging values are the importer's.
 *
 * A mistake in quoting is never guessed at: it ends the reading, with its line. A row that is only
 * too much (a cell over CSV_CELL_LIMIT, more cells than the header has) is handed on as refused.
 */
#define CSV_CELL_LIMIT   ((size_t)64 * 1024)        /* bytes of UTF-8, without its quotes */
#define CSV_COLUMN_LIMIT ((size_t)200)              /* cells in a row */
#define CSV_ROW_LIMIT    ((size_t)64 * 1024 * 1024) /* bytes since the last row end */
#define CSV_FILE_LIMIT   ((uint64_t)4 * 1024 * 1024 * 1024)

enum csv_encoding { CSV_SNIFF, CSV_UTF8, CSV_WINDOWS_1252, CSV_UTF16_LE, CSV_UTF16_BE };

struct csv_options {
	char separator;             /* ',' ';' '\t'; 0: find out from the header */
	enum csv_encoding encoding; /* CSV_UTF8, CSV_WINDOWS_1252, or 0: find out */
	/*
	 * Is this the name of a column? Asked only when the header could be cut in more than one
	 * way. NULL: such a header is refused.
	 */
	bool (*known)(struct str name, const void *about);
	const void *about;
};

struct csv_row {
	uint64_t line; /* of the file, from 1, on which the row begins; blank lines count */
	size_t n;      /* cells: never fewer than the header has, missing ones are empty */
	const struct str *at;
	bool blank;          /* there is nothing in any cell */
	const char *refused; /* NULL, or why it cannot be taken: a sentence; lasts for ever */
	size_t column;       /* refused: the cell it is about, from 1; 0: the row */
};

struct csv_reader;

/*
 * Open a CSV file and read its header. Only a regular file will do; a link is followed. The whole
 * file is read through once where that is needed to know its encoding.
 *
 * The reader belongs to a and must be closed before a is reset. On failure *fault is one sentence
 * that belongs to a.
 *
 * Returns OK; E_NOT_FOUND; E_IO (cannot be opened or read); E_INVALID (no CSV we can take: empty,
 * a folder or device, over 4 GiB, an encoding or separator that is not clear, a NUL, a header with
 * a mistake).
 */
MUST_USE enum status csv_open(const char *path, const struct csv_options *options, struct arena *a,
                              struct csv_reader **ret, const char **fault);

/* The same from an open descriptor of a regular file, which stays the caller's. */
MUST_USE enum status csv_open_fd(int fd, const struct csv_options *options, struct arena *a,
                                 struct csv_reader **ret, const char **fault);

/* The header's cells; lasts as long as the reader. */
const struct csv_row *csv_header(const struct csv_reader *r);

/*
 * The next row, or NULL in *ret behind the last. The row lasts until the next call.
 *
 * Returns OK, E_INVALID (a mistake after which the rest cannot be trusted) or E_IO; csv_fault()
 * has the sentence. After a failure every further call gives the same.
 */
MUST_USE enum status csv_next(struct csv_reader *r, const struct csv_row **ret);
const char *csv_fault(const struct csv_reader *r);   /* "" when all is well */
uint64_t csv_fault_line(const struct csv_reader *r); /* the line that wants mending; 0: none */

/* How it was read, to be said to the user. */
enum csv_encoding csv_encoding(const struct csv_reader *r);
const char *csv_encoding_name(enum csv_encoding encoding); /* "Windows-1252" */
bool csv_marked(const struct csv_reader *r);               /* it began with a byte order mark */
char csv_separator(const struct csv_reader *r);

/* Bytes of the file read so far, and its size: for progress. */
void csv_progress(const struct csv_reader *r, uint64_t *done, uint64_t *size);

void csv_close(struct csv_reader *r); /* NULL is fine */

#endif
