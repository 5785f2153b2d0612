#ifndef TERM_LOOKS_H
#define TERM_LOOKS_H

#include "ui/grid.h"

#include <stdbool.h>

/* What a terminal can show. */
enum depth { DEPTH_MONO, DEPTH_16, DEPTH_256 };

/* How a cell is shown: colours -1 are the terminal's own. */
struct paint {
	short fore, back;
	bool bold, underline, reverse, italic, dim;
};

/* The design's table of looks: one for every cell, whatever the terminal. */
struct paint paint_of(const struct cell *c, enum depth depth, bool light);

/* Without colours the active tab stands in brackets: what to show for its blank cell there. */
const char *tab_bracket(const struct grid *g, int row, int column);

#endif
