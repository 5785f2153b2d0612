#ifndef STORE_EXPORT_CELLS_H
#define STORE_EXPORT_CELLS_H

#include "store/export.h"

#include <sqlite3.h>

#define EXPORT_CELLS_MOST 40

/* The first n columns of the row that q stands on; kinds has a letter for each (export.c). */
void export_read_cells(sqlite3_stmt *q, const char *kinds, size_t n, struct export_cell *ret);

/* export_rows() of COLUMNS_PEOPLE, whose cells come from several tables. */
MUST_USE enum status export_people(struct store *st, const struct export_what *what,
                                   export_visit visit, void *about);

#endif
