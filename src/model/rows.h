#ifndef MODEL_ROWS_H
#define MODEL_ROWS_H

#include "base/table.h"

/*
 * The row of an embedded table whose first field is key, by binary search: the file is sorted
 * bytewise by its first column. False, and *ret left alone, when there is none.
 */
bool row_find(const char *file, struct str key, struct table *ret);

/* "-1.256" or "54.669" as thousandths, whatever the locale. Not a number: 0. */
int row_thousandths(struct str text);

#endif
