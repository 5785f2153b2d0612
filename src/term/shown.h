#ifndef TERM_SHOWN_H
#define TERM_SHOWN_H

#include "base/arena.h"
#include "ui/grid.h"

/* What was drawn last, so that only rows that changed are made into what the terminal takes. */
struct shown {
	int rows, columns;
	struct cell *cells;
	struct arena arena;
};

/* Does the row differ from the last one there? From now on it is the last one. */
bool shown_changes(struct shown *s, const struct grid *g, int row);
/* Nothing of it stands any more: every row will differ. */
void shown_forget(struct shown *s);

#endif
