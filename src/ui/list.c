#include "ui/list.h"

#include "base/words.h"

#include <stdio.h>

static void move(struct list_view *v, size_t steps, bool up)
{
	if (up)
		v->at = steps > v->at ? 0 : v->at - steps;
	else
		v->at = steps >= v->n - v->at ? v->n - 1 : v->at + steps;
}

/* The act as a move: how many rows, and which way. */
static bool move_of(const struct list_view *v, enum act act, size_t *steps, bool *up)
{
	size_t page = v->page > 1 ? v->page - 1 : 1;

	*up = act == ACT_UP || act == ACT_PAGE_UP || act == ACT_HOME;
	if (act == ACT_UP || act == ACT_DOWN)
		*steps = 1;
	else if (act == ACT_PAGE_UP || act == ACT_PAGE_DOWN)
		*steps = page;
	else if (act == ACT_HOME || act == ACT_END)
		*steps = v->n;
	else
		return false;
	return true;
}

bool list_take(struct list_view *v, enum act act)
{
	size_t steps;
	bool up;

	if (!move_of(v, act, &steps, &up))
		return false;
	if (v->n > 0)
		move(v, steps, up);
	return true;
}

void list_wheel(struct list_view *v, int steps)
{
	if (v->n > 0)
		move(v, (size_t)(steps < 0 ? -steps : steps), steps < 0);
}

void list_resize(struct list_view *v, size_t n)
{
	v->n = n;
	if (v->at >= n)
		v->at = n > 0 ? n - 1 : 0;
}

void list_reload(struct list_view *v, size_t n, int64_t (*id)(const void *rows, size_t i),
                 const void *rows, int64_t was)
{
	size_t above = v->at > v->top ? v->at - v->top : 0;

	list_resize(v, n);
	for (size_t i = 0; i < n; i++) {
		if (id(rows, i) != was)
			continue;
		v->at = i;
		v->top = i > above ? i - above : 0;
		return;
	}
}

struct list_window list_window(struct list_view *v, int room)
{
	struct list_window w = { 0 };
	size_t fit = room > 0 ? (size_t)room : 0;

	if (v->n > fit && fit > 1)
		fit--;
	w.shown = v->n < fit ? v->n : fit;
	if (v->at < v->top)
		v->top = v->at;
	if (w.shown > 0 && v->at >= v->top + w.shown)
		v->top = v->at - w.shown + 1;
	if (v->top > v->n - w.shown)
		v->top = v->n - w.shown;
	v->page = w.shown;
	w.first = w.above = v->top;
	w.below = v->n - w.first - w.shown;
	w.rows = (int)w.shown;
	if (w.above + w.below > 0 && w.rows < room)
		w.rows++;
	return w;
}

void list_more(struct grid *g, int row, int column, const struct list_window *w)
{
	if (w->above > 0 && w->below > 0)
		grid_printf(g, row, column, LOOK_SECOND, _("%zu above ↑ · %zu more ↓"), w->above,
		            w->below);
	else if (w->below > 0)
		grid_printf(g, row, column, LOOK_SECOND, _("%zu more ↓"), w->below);
	else if (w->above > 0)
		grid_printf(g, row, column, LOOK_SECOND, _("%zu above ↑"), w->above);
}

bool list_hit(const struct list_window *w, int row, int at_row, size_t *ret)
{
	if (at_row < row || (size_t)(at_row - row) >= w->shown)
		return false;
	*ret = w->first + (size_t)(at_row - row);
	return true;
}
