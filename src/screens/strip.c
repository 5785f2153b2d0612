#include "strip.h"

#include "base/str.h"
#include "base/text.h"

#include <string.h>

static int put_identity(struct grid *g, int column, const struct person_strip *s)
{
	column = grid_put(g, 0, column, -1, LOOK_STRONG, s->name);
	if (!text_empty(s->born))
		column = grid_printf(g, 0, column, LOOK_PLAIN, " · %s", s->born);
	if (!text_empty(s->died))
		column = grid_printf(g, 0, column, LOOK_ATTENTION, " · %s", s->died);
	return grid_printf(g, 0, column, LOOK_SECOND, " · %s", s->ref);
}

/* What is safe is never cut short: it takes a second row where it has to. */
static int put_safe(struct grid *g, int row, const struct person_strip *s)
{
	int width = g->columns - 2, taken = (int)text_width(str_of(s->safe));

	if (taken <= width) {
		grid_put(g, row, 1, width, LOOK_ALARM, s->safe);
		if (taken + 2 + (int)text_width(str_of(s->safe_set)) <= width)
			grid_put_right(g, row, g->columns - 1, -1, LOOK_SECOND, s->safe_set);
		return row + 1;
	}
	return row + grid_put_lines(g, row, 1, 3, width, LOOK_ALARM, s->safe);
}

int strip_put(struct grid *g, const char *what, const struct person_strip *strip, const char *right)
{
	int column = 1;

	if (!text_empty(what))
		column = grid_put(g, 0, column, -1, LOOK_HEAD, what) + (strlen(what) > 8 ? 2 : 3);
	column = put_identity(g, column, strip);
	if (!text_empty(right))
		grid_put_right(g, 0, g->columns - 1, g->columns - column - 2, LOOK_SECOND, right);
	return put_safe(g, 1, strip);
}
