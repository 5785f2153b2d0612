#ifndef CASEWORK_IMPORT_RUN_H
#define CASEWORK_IMPORT_RUN_H

#include "act.h"
#include "import_map.h"

#include "base/buf.h"
#include "base/progress.h"
#include "casework/import.h"
#include "exchange/csv_read.h"
#include "model/columns.h"

enum import_fate { IMPORT_NEW, IMPORT_CHANGED, IMPORT_SAME, IMPORT_HELD };

/*
 * What every import does, whatever is in its rows: opens the file, makes out its columns, takes the
 * rows one by one within one change, keeps what was refused, and ends or takes back.
 *
 *	struct import_run r = { .s = s, .op = OP_IMPORT_PEOPLE, .table = COLUMNS_PEOPLE,
 *	                        .options = options, .progress = progress, .a = a, .take = take_row };
 *	return import_run(&r, ret);
 */
struct import_run {
	struct session *s;
	enum op op;
	enum column_table table;
	const struct import_options *options;
	const struct progress *progress; /* bytes; NULL is fine */
	struct arena *a;                 /* owns the report */

	/*
	 * Take one row: write it and say which it was, or import_refuse() it before anything of it is
	 * written. A failure ends the whole import.
	 */
	enum status (*take)(struct import_run *r, enum import_fate *ret);
	void *about; /* the taker's own */

	/* For take, while it lasts. */
	struct change c;
	struct column_map map;
	const struct csv_row *row;
	struct arena row_arena; /* reset before every row */
	bool refused;           /* this row */

	/* import_run()'s own. */
	struct import_mapping mapping;
	struct csv_reader *reader;
	struct csv_rejects *rejects;
	struct file_put *rejects_file;
	struct buf reasons;
	struct import_report report;
};

MUST_USE enum status import_run(struct import_run *r, struct import_report *ret);

/* The cell of that column (a place in columns_of()): trimmed, its guard taken off; "" where there
 * is none. Belongs to the row's arena. */
const char *import_cell(struct import_run *r, size_t column);

/* Say something of a cell, column NULL: of the row. A refused row is not taken. */
void import_refuse(struct import_run *r, const char *column, const char *value, const char *reason);
void import_note(struct import_run *r, const char *column, const char *value, const char *reason);

/* "4,958"; below 10,000,000,000, as rows are. */
const char *import_grouped(int64_t n, struct arena *a);

#endif
