#include "ui/line.h"

#include "note.h"
#include "wrap.h"

size_t note_width(const struct line *l)
{
	return l->width > 1 ? (size_t)l->width - 1 : 76; /* a column is kept for the cursor */
}

static int columns_of(struct str text)
{
	struct text_cell cell;
	int width = 0;

	while (wrap_cell(&text, &cell))
		width += cell.width;
	return width;
}

struct note_spot note_spot(const struct line *l)
{
	const char *text = line_text(l);
	struct str rest = { text, l->text.n }, row;
	struct note_spot spot = { 0 };

	for (int i = 0; wrap_next(&rest, note_width(l), &row); i++) {
		if ((size_t)(row.at - text) > l->at)
			break;
		spot.row = i;
		spot.text = row;
	}
	spot.column =
		columns_of((struct str){ spot.text.at, l->at - (size_t)(spot.text.at - text) });
	return spot;
}

static void put_blank(struct grid *g, int row, int column, int width)
{
	for (int i = 0; i < width; i++)
		grid_put(g, row, column + i, 1, LOOK_FIELD, " ");
}

/* One cell of the text as it is shown. */
static bool shown_cell(const struct line *l, struct str *rest, struct text_cell *cell)
{
	if (!wrap_cell(rest, cell))
		return false;
	if (l->secret)
		*cell = (struct text_cell){ .at = "•", .n = sizeof("•") - 1, .width = 1 };
	return true;
}

static int shown_columns(const struct line *l, struct str text)
{
	struct text_cell cell;
	int width = 0;

	while (shown_cell(l, &text, &cell))
		width += cell.width;
	return width;
}

/* Keep the cursor in sight, with some text before it. */
static void scroll(struct line *l, int cursor, int width)
{
	if (shown_columns(l, buf_str(&l->text)) < width || cursor < width / 2)
		l->from = 0;
	else if (cursor <= l->from || cursor >= l->from + width - 1)
		l->from = cursor - width / 2;
}

void line_put(struct line *l, struct grid *g, int row, int column, int width, bool focused)
{
	enum look look = focused ? LOOK_FIELD : LOOK_PLAIN;
	int cursor = shown_columns(l, (struct str){ line_text(l), l->at });
	struct str rest = buf_str(&l->text);
	struct text_cell cell;
	int x = 0;

	if (width <= 0)
		return;
	if (focused) {
		put_blank(g, row, column, width);
		scroll(l, cursor, width);
		grid_cursor(g, row, column + cursor - l->from);
	} else {
		l->from = 0;
	}
	while (x < l->from + width && shown_cell(l, &rest, &cell)) {
		if (x > l->from && x + cell.width <= l->from + width)
			grid_put_str(g, row, column + x - l->from, cell.width, look,
			             (struct str){ cell.at, cell.n });
		else if (x == l->from)
			grid_put_str(g, row, column, cell.width, look,
			             l->from > 0 ? STR("…") : (struct str){ cell.at, cell.n });
		x += cell.width;
	}
	if (rest.n > 0 && !(focused && cursor == l->from + width - 1))
		grid_put(g, row, column + width - 1, 1, look, "…");
}

int note_rows(const struct line *l, int width)
{
	struct str rest = { line_text(l), l->text.n }, row;
	int rows = 0;

	while (wrap_next(&rest, width > 1 ? (size_t)width - 1 : 1, &row))
		rows++;
	return rows;
}

/* Scroll to the cursor; what is not being typed is seen from its beginning. */
static void note_scroll(struct line *l, const struct note_spot *spot, int rows, bool focused)
{
	if (!focused)
		l->from = 0;
	else if (spot->row < l->from)
		l->from = spot->row;
	else if (spot->row >= l->from + rows)
		l->from = spot->row - rows + 1;
}

static void note_cursor(const struct line *l, struct grid *g, struct rect where,
                        const struct note_spot *spot)
{
	int column = spot->column < where.columns ? spot->column : where.columns - 1;

	grid_cursor(g, where.row + spot->row - l->from, where.column + column);
}

int note_put(struct line *l, struct grid *g, struct rect where, bool focused)
{
	struct str rest = { line_text(l), l->text.n }, row;
	enum look look = focused ? LOOK_FIELD : LOOK_PLAIN;
	struct note_spot spot;
	int used = 0;

	l->width = where.columns;
	spot = note_spot(l);
	note_scroll(l, &spot, where.rows, focused);
	for (int i = 0; focused && i < where.rows; i++)
		put_blank(g, where.row + i, where.column, where.columns);
	for (int i = 0; used < where.rows && wrap_next(&rest, note_width(l), &row); i++) {
		if (i < l->from)
			continue;
		if (!focused && used == where.rows - 1 && rest.at)
			row = (struct str){ row.at, (size_t)(line_text(l) + l->text.n - row.at) };
		grid_put_str(g, where.row + used, where.column, where.columns, look,
		             focused ? row : str_trim(row));
		used++;
	}
	if (focused)
		note_cursor(l, g, where, &spot);
	return focused ? where.rows : used;
}
