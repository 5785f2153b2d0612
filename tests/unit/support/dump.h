#ifndef SUPPORT_DUMP_H
#define SUPPORT_DUMP_H

#include "base/arena.h"

struct store;

/*
 * Every row that is kept or derived, as text, but for how often it was written: what an undo brings
 * back to the byte. Not what no undo takes back (who was given leave to open whom), nor what is half
 * done. Belongs to a.
 */
const char *store_dump(struct store *st, struct arena *a);

#endif
