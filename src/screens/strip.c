#include "strip.h"

#include "base/str.h"

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

int strip_put(struct grid *g, const char *what, const struct person_strip *strip, const char *right)
{
	int column = 1;

	if (!text_empty(what))
		column = grid_put(g, 0, column, -1, LOOK_HEAD, what) + (strlen(what) > 8 ? 2 : 3);
	column = put_identity(g, column, strip);
	if (!text_empty(right))
		grid_put_right(g, 0, g->columns - 1, g->columns - column - 2, LOOK_SECOND, right);
	column = grid_put(g, 1, 1, g->columns - 2, LOOK_ALARM, strip->safe);
	if (!text_empty(strip->safe_set))
		grid_put_right(g, 1, g->columns - 1, g->columns - column - 2, LOOK_SECOND,
		               strip->safe_set);
	return 2;
}
