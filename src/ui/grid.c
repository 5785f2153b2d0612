#include "ui/grid.h"

#include "ascii.h"
#include "base/buf.h"
#include "wrap.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void grid_begin(struct grid *g, int rows, int columns, struct arena *a)
{
	assert(rows >= 0 && columns >= 0);
	*g = (struct grid){
		.rows = rows, .columns = columns, .cursor_row = -1, .cursor_column = -1
	};
	g->cells = ARENA_ARRAY(a, (size_t)rows * (size_t)columns, struct cell);
}

struct cell *grid_cell(const struct grid *g, int row, int column)
{
	if (row < 0 || row >= g->rows || column < 0 || column >= g->columns)
		return NULL;
	return &g->cells[(size_t)row * (size_t)g->columns + (size_t)column];
}

/* Take away what stands there, and the other half of a wide character with it. */
static void cell_blank(struct grid *g, int row, int column)
{
	struct cell *c = grid_cell(g, row, column);
	struct cell *before = grid_cell(g, row, column - 1);
	struct cell *after = grid_cell(g, row, column + 1);

	if (c->half && before)
		before->n = 0;
	if (after && after->half)
		after->half = false;
	c->n = 0;
	c->half = false;
}

static void cell_put(struct grid *g, int row, int column, enum look look, struct str bytes)
{
	struct cell *c = grid_cell(g, row, column);

	assert(c);
	cell_blank(g, row, column);
	memcpy(c->at, bytes.at, bytes.n);
	c->n = (uint8_t)bytes.n;
	c->look = (uint8_t)look;
	if (c->dimmed)
		c->selected = false;
	c->dimmed = false;
}

static struct text_cell to_ascii(struct text_cell from)
{
	size_t len;
	char32_t c = text_decode((struct str){ from.at, from.n }, &len);

	if (from.n == from.width)
		return from;
	memset(from.at, c < 0x80 ? (int)c : ascii_for(c), from.width);
	from.n = from.width;
	return from;
}

/* A piece that fits, whole: a character, or the letters of a visible escape. */
static int put_piece(struct grid *g, int row, int column, enum look look,
                     const struct text_cell *piece)
{
	struct text_cell cell = g->ascii ? to_ascii(*piece) : *piece;

	if (cell.n == cell.width) {
		for (int i = 0; i < cell.width; i++)
			cell_put(g, row, column + i, look, (struct str){ &cell.at[i], 1 });
	} else {
		cell_put(g, row, column, look, (struct str){ cell.at, cell.n });
		if (cell.width == 2) {
			cell_put(g, row, column + 1, look, (struct str){ "", 0 });
			grid_cell(g, row, column + 1)->half = true;
		}
	}
	return column + cell.width;
}

/* Where a text of that many columns must end: the width asked for, within the margin or the grid. */
static int end_of(const struct grid *g, int column, int width)
{
	int most = width < 0 ? g->columns - GRID_MARGIN : g->columns;

	if (width < 0 || width > most - column)
		return most;
	return column + width;
}

static bool fits(struct str text, int room)
{
	struct text_cell cell;
	int width = 0;

	while (width <= room && wrap_cell(&text, &cell))
		width += cell.width;
	return width <= room;
}

int grid_put_str(struct grid *g, int row, int column, int width, enum look look, struct str text)
{
	int end = end_of(g, column, width);
	struct text_cell cell;
	bool whole;

	if (row < 0 || row >= g->rows || column < 0 || column >= end)
		return column;
	whole = fits(text, end - column);
	if (!whole)
		end--;
	while (wrap_cell(&text, &cell) && cell.width <= end - column)
		column = put_piece(g, row, column, look, &cell);
	if (!whole) {
		cell = (struct text_cell){ .at = "…", .n = sizeof("…") - 1, .width = 1 };
		column = put_piece(g, row, column, look, &cell);
	}
	return column;
}

int grid_put(struct grid *g, int row, int column, int width, enum look look, const char *text)
{
	return grid_put_str(g, row, column, width, look, str_of(text));
}

static int columns_of(struct str text)
{
	struct text_cell cell;
	int width = 0;

	while (wrap_cell(&text, &cell))
		width += cell.width;
	return width;
}

int grid_put_right(struct grid *g, int row, int end, int width, enum look look, const char *text)
{
	struct str s = str_of(text);
	int column, takes = columns_of(s);

	if (end < 0)
		end = g->columns - GRID_MARGIN;
	if (width >= 0 && takes > width)
		takes = width;
	column = end - takes > 0 ? end - takes : 0;
	grid_put_str(g, row, column, end - column, look, s);
	return column;
}

int grid_printf(struct grid *g, int row, int column, enum look look, const char *fmt, ...)
{
	va_list args;
	char line[1024];

	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	return grid_put(g, row, column, -1, look, line);
}

/* NOLINTNEXTLINE(readability-function-size): a place, a look and a text, as its siblings take them. */
int grid_put_lines(struct grid *g, int row, int column, int rows, int width, enum look look,
                   const char *text)
{
	struct str rest = str_of(text), line;
	int end = end_of(g, column, width);
	int used = 0;

	if (rest.n == 0 || column >= end)
		return 0;
	while (used < rows) {
		struct str from = rest;

		if (!wrap_next(&rest, (size_t)(end - column), &line))
			break;
		if (used == rows - 1 && rest.at)
			line = from;
		else
			line = str_trim(line);
		grid_put_str(g, row + used, column, end - column, look, line);
		used++;
	}
	return used;
}

void grid_rule(struct grid *g, int row, int column, int end)
{
	if (end < 0)
		end = g->columns - GRID_MARGIN;
	for (; column < end; column++)
		grid_put(g, row, column, 1, LOOK_RULE, "─");
}

void grid_head(struct grid *g, int row, const char *head, const char *count)
{
	grid_head_note(g, row, head, NULL, count);
}

void grid_head_note(struct grid *g, int row, const char *head, const char *note, const char *count)
{
	int end = g->columns - GRID_MARGIN, left;

	if (!text_empty(count)) {
		end = grid_put_right(g, row, end, -1, LOOK_HEAD, count);
		end -= columns_of(str_of(count)) < 2 ? 2 : 1;
	}
	left = grid_put(g, row, GRID_MARGIN, end - GRID_MARGIN, LOOK_HEAD, head) + 1;
	if (!text_empty(note) && columns_of(str_of(note)) + 8 <= end - left) {
		grid_rule(g, row, end - 1, end);
		end = grid_put_right(g, row, end - 2, -1, LOOK_SECOND, note) - 1;
	}
	grid_rule(g, row, left, end);
}

int grid_bar(struct grid *g, int row, int column, int value)
{
	for (int i = 0; i < 10; i++)
		grid_put(g, row, column + i, 1, i < value ? LOOK_ACCENT : LOOK_EMPTY,
		         i < value ? "━" : "─");
	return column + 10;
}

void grid_select(struct grid *g, int row)
{
	for (int i = 0; i < g->columns; i++) {
		struct cell *c = grid_cell(g, row, i);

		if (c)
			c->selected = true;
	}
	grid_put(g, row, GRID_MARGIN, 1, LOOK_ACCENT, "▌");
	grid_cursor(g, row, GRID_TEXT);
}

void grid_cursor(struct grid *g, int row, int column)
{
	if (!grid_cell(g, row, column))
		return;
	g->cursor_row = row;
	g->cursor_column = column;
}

void grid_dim(struct grid *g)
{
	for (int i = 0; i < g->rows * g->columns; i++)
		g->cells[i].dimmed = true;
	g->cursor_row = g->cursor_column = -1;
}

void grid_clear(struct grid *g, int row, int column, int rows, int columns)
{
	for (int r = row; r < row + rows; r++) {
		for (int c = column; c < column + columns; c++) {
			if (!grid_cell(g, r, c))
				continue;
			cell_blank(g, r, c);
			*grid_cell(g, r, c) = (struct cell){ 0 };
		}
	}
}

const char *grid_text(const struct grid *g, struct arena *a)
{
	struct buf out = { 0 };
	const char *text;

	for (int row = 0; row < g->rows; row++) {
		size_t end = out.n;

		for (int column = 0; column < g->columns; column++) {
			const struct cell *c = grid_cell(g, row, column);

			if (c->half)
				continue;
			buf_add(&out, c->n > 0 ? (struct str){ c->at, c->n } : STR(" "));
			if (c->n > 1 || (c->n == 1 && c->at[0] != ' '))
				end = out.n;
		}
		buf_remove(&out, end, out.n - end);
		buf_putc(&out, '\n');
	}
	text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}
