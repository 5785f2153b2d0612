#ifndef UI_GRID_H
#define UI_GRID_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * What a screen looks like, as data: cells with a look, and where the cursor is. Everything that
 * is put on it passes through text_next_cell(), so stored text can never move the cursor, hide or
 * overflow its place. Rows and columns count from 0; putting outside the grid does nothing.
 */
enum look {
	LOOK_PLAIN,
	LOOK_STRONG,    /* names, now-values, keys: bold */
	LOOK_SECOND,    /* codes, past values, hints: 245, dim */
	LOOK_ACCENT,    /* counts, good news: 35 green */
	LOOK_HEAD,      /* section heads: accent, bold */
	LOOK_ATTENTION, /* soon, missing, stale: 214 amber */
	LOOK_ALARM,     /* overdue, danger, contact safety: 203 red, bold */
	LOOK_WORDS,     /* people's own words: italic 252 */
	LOOK_RULE,      /* 240 */
	LOOK_EMPTY,     /* empty part of a bar: 238 */
	LOOK_BAR,       /* the top bar: on 236 */
	LOOK_BAR_STRONG,
	LOOK_TAB,   /* the active tab: 232 on accent */
	LOOK_FIELD, /* a place to type: underlined */
	LOOK_COUNT,
};

struct cell {
	char at[28]; /* UTF-8, n bytes; n 0 is blank, or the right half of a wide character */
	uint8_t n;
	uint8_t look;  /* enum look */
	bool selected; /* on the selection bar */
	bool dimmed;   /* behind an overlay */
	bool half;     /* right half of the wide character before it */
};

struct grid {
	int rows, columns;
	struct cell *cells;
	int cursor_row, cursor_column; /* -1: nowhere */
	bool ascii;                    /* plain characters for lines, bars, marks and quotes */
	bool beside; /* the person sees it too: only their name, concerns and plan, no note */
};

/* A part of a grid, in cells. */
struct rect {
	int row, column, rows, columns;
};

/*
 * Every row keeps one column free on either side. A row that can be chosen has its mark in the left
 * margin's neighbour and its text two columns further on, as in the drawings: " ▌ 09:30 …".
 */
#define GRID_MARGIN 1
#define GRID_TEXT   3

/* Blank, ascii false, no cursor; the cells belong to a. */
void grid_begin(struct grid *g, int rows, int columns, struct arena *a);
/* NULL outside the grid. */
struct cell *grid_cell(const struct grid *g, int row, int column);

/*
 * Put text from column on, in at most width columns (< 0: to the right margin), cut with an ellipsis
 * and never in the middle of a character. Newlines and tabs are shown as a blank. Returns the column
 * after it. What is put over something dimmed is not dimmed; the selection bar stays.
 */
int grid_put(struct grid *g, int row, int column, int width, enum look look, const char *text);
int grid_put_str(struct grid *g, int row, int column, int width, enum look look, struct str text);
/* The same, ending before column end (< 0: the right margin). Returns the column it starts at. */
int grid_put_right(struct grid *g, int row, int end, int width, enum look look, const char *text);
int grid_printf(struct grid *g, int row, int column, enum look look, const char *fmt, ...)
	PRINTF_LIKE(5, 6);

/*
 * Text in lines of at most width columns, broken at blanks and newlines; how many rows it took, at
 * most rows, the last one cut with an ellipsis when there is more.
 */
int grid_put_lines(struct grid *g, int row, int column, int rows, int width, enum look look,
                   const char *text);

void grid_rule(struct grid *g, int row, int column, int end); /* before end; < 0: right margin */
/*
 * " HEAD ───── note ─ count": a section's head, from margin to margin. note and count may be NULL;
 * where there is no room the note goes first, then the rule, the count never.
 */
void grid_head(struct grid *g, int row, const char *head, const char *count);
void grid_head_note(struct grid *g, int row, const char *head, const char *note, const char *count);
/* Ten cells of ━ and ─: value of 10, kept within 0..10. Returns the column after it. */
int grid_bar(struct grid *g, int row, int column, int value);

/* Selection bar over the row, ▌ in column GRID_MARGIN, cursor on the first letter (GRID_TEXT). */
void grid_select(struct grid *g, int row);
void grid_cursor(struct grid *g, int row, int column);
/* Everything so far goes behind an overlay: dimmed, its cursor taken away. */
void grid_dim(struct grid *g);
/* Blank, plain, neither selected nor dimmed. */
void grid_clear(struct grid *g, int row, int column, int rows, int columns);

/*
 * As lines of text without trailing blanks, each row ended by a newline, the cursor not shown.
 * Belongs to a.
 */
const char *grid_text(const struct grid *g, struct arena *a);

#endif
