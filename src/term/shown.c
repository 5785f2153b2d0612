#include "shown.h"

#include <string.h>

void shown_forget(struct shown *s)
{
	arena_reset(&s->arena);
	*s = (struct shown){ 0 };
}

/* No cell has that many bytes: each differs from whatever comes. */
static void begin(struct shown *s, const struct grid *g)
{
	size_t n = (size_t)g->rows * (size_t)g->columns;

	shown_forget(s);
	s->rows = g->rows;
	s->columns = g->columns;
	s->cells = ARENA_ARRAY(&s->arena, n, struct cell);
	for (size_t i = 0; i < n; i++)
		s->cells[i].n = UINT8_MAX;
}

bool shown_changes(struct shown *s, const struct grid *g, int row)
{
	size_t bytes = (size_t)g->columns * sizeof(struct cell);
	struct cell *last;

	if (!s->cells || s->rows != g->rows || s->columns != g->columns)
		begin(s, g);
	last = &s->cells[(size_t)row * (size_t)g->columns];
	if (memcmp(last, grid_cell(g, row, 0), bytes) == 0)
		return false;
	memcpy(last, grid_cell(g, row, 0), bytes);
	return true;
}
