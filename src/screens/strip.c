#include "strip.h"

#include "base/str.h"
#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define NAME_LEAST 8

/* " · text", 0 of nothing. */
static int part_width(const char *text)
{
	return text_empty(text) ? 0 : 3 + (int)text_width(str_of(text));
}

/* A name that is too long is cut itself: birth date and reference tell two people apart. */
static int put_identity(struct grid *g, int column, const struct person_strip *s)
{
	int others = part_width(s->born) + part_width(s->died) + part_width(s->ref);
	int room = g->columns - 1 - column - others;

	column =
		grid_put(g, 0, column, room > NAME_LEAST ? room : NAME_LEAST, LOOK_STRONG, s->name);
	if (!text_empty(s->born))
		column = grid_printf(g, 0, column, LOOK_PLAIN, " · %s", s->born);
	if (!text_empty(s->died))
		column = grid_printf(g, 0, column, LOOK_ATTENTION, " · %s", s->died);
	return grid_printf(g, 0, column, LOOK_SECOND, " · %s", s->ref);
}

/* In rows that end where a part does: none begins with the dot between two. */
static const char *in_rows(const char *safe, int width, struct arena *a)
{
	static const char dot[] = " · ";
	const char *rows = "", *end;
	int taken = 0;

	for (; *safe; safe = *end ? end + strlen(dot) : end) {
		const char *between = dot;
		struct str part;

		end = strstr(safe, dot);
		end = end ? end : safe + strlen(safe);
		part = (struct str){ safe, (size_t)(end - safe) };
		/* 3 before it, and 2 behind it where another row follows */
		if (taken + 3 + (int)text_width(part) + 2 > width) {
			between = " ·\n";
			taken = 0;
		}
		taken += (taken > 0 ? 3 : 0) + (int)text_width(part);
		rows = arena_printf(a, "%s%s%.*s", rows, *rows ? between : "", (int)part.n,
		                    part.at);
	}
	return rows;
}

/* What is safe is never cut short: it takes a second row where it has to. */
static int put_safe(struct grid *g, int row, const struct person_strip *s)
{
	struct arena a = { 0 };
	int width = g->columns - 2, taken = (int)text_width(str_of(s->safe));

	if (g->beside) {
		if (taken > 0)
			grid_put(g, row, 1, width, LOOK_SECOND, _("! note  (i)"));
		return row + 1;
	}
	if (taken <= width) {
		grid_put(g, row, 1, width, LOOK_ALARM, s->safe);
		if (taken + 2 + (int)text_width(str_of(s->safe_set)) <= width)
			grid_put_right(g, row, g->columns - 1, -1, LOOK_SECOND, s->safe_set);
		return row + 1;
	}
	row += grid_put_lines(g, row, 1, 3, width, LOOK_ALARM, in_rows(s->safe, width, &a));
	arena_reset(&a);
	return row;
}

int strip_put(struct grid *g, const char *what, const struct person_strip *strip, const char *right)
{
	int column = 1;

	if (!text_empty(what))
		column = grid_put(g, 0, column, -1, LOOK_HEAD, what) + (strlen(what) > 8 ? 2 : 3);
	column = put_identity(g, column, strip);
	if (!text_empty(right) && g->columns - column - 2 > 0)
		grid_put_right(g, 0, g->columns - 1, g->columns - column - 2, LOOK_SECOND, right);
	return put_safe(g, 1, strip);
}

struct grid strip_rest(const struct grid *g, int row)
{
	struct grid rest = *g;
	int more = row > STRIP_ROWS ? row - STRIP_ROWS : 0;

	rest.rows -= more;
	rest.cells += (size_t)more * (size_t)g->columns;
	return rest;
}

void strip_rest_cursor(struct grid *g, const struct grid *rest)
{
	if (rest->cursor_row >= 0)
		grid_cursor(g, rest->cursor_row + g->rows - rest->rows, rest->cursor_column);
}
