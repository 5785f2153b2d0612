#ifndef EXCHANGE_CSV_READER_H
#define EXCHANGE_CSV_READER_H

#include "base/buf.h"
#include "csv_source.h"
#include "exchange/csv_read.h"

#include <csv.h>

/* Where in a row the scanner stands. */
enum csv_place { AT_ROW, AT_CELL, IN_PLAIN, IN_QUOTES, BEHIND_QUOTE };

/*
 * The row in hand, as the scanner cuts it out of the text for libcsv: it finds the end of the row,
 * counts lines (libcsv drops blank ones), and leaves out what is over the limits.
 */
struct csv_scan {
	enum csv_place place;
	bool cr;             /* the byte before was a CR */
	uint64_t line;       /* of the next byte */
	uint64_t row_line;   /* where the row began */
	uint64_t quote_line; /* where the quoted cell in hand began */
	size_t row_bytes;    /* since the last row end */
	size_t cell_bytes;   /* of the cell in hand, without its quotes */
	size_t cell_at;      /* of raw, where it begins */
	size_t column;       /* from 0 */
	bool skip;           /* what comes is over a limit, and left out */
	struct buf raw;      /* the row so far, as it stands in the file */
	struct str tail;     /* what of it is still in the window alone */
	const char *refused;
	size_t refused_column;
};

struct csv_reader {
	struct csv_source source;
	struct arena *a;
	enum status rc; /* what every further csv_next() gives */
	const char *fault;
	uint64_t fault_line;
	char separator;
	unsigned char ends[256]; /* 1: ends a run of plain text */
	char *window;
	size_t window_at, window_n;
	bool ended;
	struct csv_scan scan;
	struct csv_parser parser;
	size_t text_n; /* of scan.raw, in which the cells take the place of the row */
	size_t cell_ends[CSV_COLUMN_LIMIT];
	size_t cells_n;
	struct str cells[CSV_COLUMN_LIMIT];
	struct csv_row row;
	struct csv_row header;
};

MUST_USE enum status csv_fill(struct csv_reader *r);

/* A mistake after which the rest cannot be trusted; the reader keeps it. */
enum status csv_stop(struct csv_reader *r, enum status rc, uint64_t line, const char *why);

/* Cut out the next row into r->scan.raw. *found is false behind the last. */
MUST_USE enum status csv_scan_row(struct csv_reader *r, bool *found);

#endif
