#ifndef UI_NOTE_H
#define UI_NOTE_H

#include "ui/line.h"

/* Where the cursor of a note stands among its rows, and the text of that row. */
struct note_spot {
	int row, column;
	struct str text;
};

size_t note_width(const struct line *l); /* of a row; a column is kept for the cursor */
struct note_spot note_spot(const struct line *l);

#endif
