#ifndef SCREENS_PARTS_H
#define SCREENS_PARTS_H

#include "base/field.h"
#include "ui/form.h"
#include "ui/grid.h"

/*
 * The bar of a form in parts: every part, the one in hand as a tab, and under it its head with how
 * much of it is there. short names stand where the whole ones do not fit. A part in which something
 * is wrong says so with a "!". v NULL: how much is there is not counted. Returns the next row.
 */
int parts_put(const struct form *f, const struct values *v, struct grid *g, int row);

/* "4 of 9"; "" where nothing is asked of the part. Belongs to a. */
const char *part_filled_text(const struct field *heading, const struct values *v, struct arena *a);

#endif
