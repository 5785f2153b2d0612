#ifndef UI_LINE_H
#define UI_LINE_H

#include "base/buf.h"
#include "ui/grid.h"
#include "ui/terminal.h"

/*
 * Text that is being typed: one line, or the many of a note. All zero is an empty line. The text
 * is always valid UTF-8 without control characters; newlines only in a note. The cursor moves by
 * what stands in one cell, never into the middle of a character.
 */
struct line {
	struct buf text;
	size_t at;    /* the cursor: bytes before it */
	size_t limit; /* bytes; 0: LINE_LIMIT, in a note NOTE_LIMIT */
	bool note;
	bool secret; /* shown as dots, wiped when done */
	int width;   /* columns it was last shown in, for Up and Down in a note */
	int from;    /* the first column, in a note the first row, that is shown */
	int goal;    /* the column Up and Down keep to, + 1; 0: none */
};

#define LINE_LIMIT 1024
#define NOTE_LIMIT 65536

enum line_did {
	LINE_PASS,    /* not a key for text, or it could not move: somebody else's */
	LINE_MOVED,   /* the cursor */
	LINE_CHANGED, /* the text */
	LINE_FULL,    /* as much as fitted was taken, the rest was not: say so */
};

void line_done(struct line *l);
/* Take the text as typed: what cannot stand in it is left out. The cursor goes behind it. */
void line_set(struct line *l, const char *text);
const char *line_text(const struct line *l); /* until the next change */
bool line_empty(const struct line *l);       /* nothing but blanks */

/*
 * Characters, paste, Backspace, Del, Left, Right, Home, End, Ctrl-Left, Ctrl-Right (words), Ctrl-A
 * E K U W; in a note Enter, Up, Down too. Up and Down pass where there is no row to go to.
 */
enum line_did line_take(struct line *l, const struct input *in);

/*
 * Show it in width columns of one row, scrolled so that the cursor is seen; the cursor is put when
 * focused.
 */
void line_put(struct line *l, struct grid *g, int row, int column, int width, bool focused);

/* Rows the text of a note takes when it is width columns wide: at least 1. */
int note_rows(const struct line *l, int width);
/* Show at most rows of it, scrolled to the cursor; how many rows it took. */
int note_put(struct line *l, struct grid *g, struct rect where, bool focused);

#endif
