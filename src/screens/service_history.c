#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/entries.h"
#include "ui/list.h"

/* Who changed what of an entry, and when: what it said and what it says. id[0]: the service. */
struct history_state {
	struct entry_history all;
	struct list_view view;
};

static enum status history_load(struct screen *s)
{
	struct history_state *v = s->state;
	enum status rc = casework_entry_history(
		screen_session(s), (struct service_id){ s->target.id[0] }, &s->arena, &v->all);

	if (rc == OK)
		list_resize(&v->view, v->all.n);
	return rc;
}

static int put_change(const struct entry_change *c, struct grid *g, int row)
{
	int column = grid_put(g, row, GRID_TEXT, -1, LOOK_STRONG, c->when) + 2;

	column = grid_put(g, row, column, -1, LOOK_PLAIN, c->who) + 2;
	grid_put(g, row, column, -1, LOOK_SECOND, c->what);
	return row + 1;
}

/* "Phone  0113 496 0301 → 0113 496 0302"; what was not there before has only the second. */
static int put_difference(const struct entry_difference *d, struct grid *g, int row)
{
	const char *arrow = g->ascii ? "->" : "→";
	struct arena a = { 0 };
	const char *text;

	if (text_empty(d->before))
		text = arena_printf(&a, _("new: %s"), d->after);
	else if (text_empty(d->after))
		text = arena_printf(&a, _("no more: %s"), d->before);
	else
		text = arena_printf(&a, "%s %s %s", d->before, arrow, d->after);
	grid_put(g, row, GRID_TEXT + 2, 18, LOOK_SECOND, d->label);
	row += grid_put_lines(g, row, GRID_TEXT + 21, 3, g->columns - GRID_TEXT - 22, LOOK_PLAIN,
	                      text);
	arena_reset(&a);
	return row;
}

static void history_render(const struct screen *s, struct grid *g)
{
	struct history_state *v = s->state;
	int row = 1;

	grid_head(g, 0, _("WHO CHANGED WHAT"), NULL);
	grid_cursor(g, 1, GRID_MARGIN);
	if (v->all.n == 0)
		grid_put(g, 1, GRID_MARGIN, -1, LOOK_SECOND,
		         _("Nothing of it was changed here since it came. Esc goes back."));
	v->view.page = 0;
	for (size_t i = v->view.at; i < v->all.n && row < g->rows - 1; i++, v->view.page++) {
		const struct entry_change *c = &v->all.at[i];

		if (i == v->view.at)
			grid_select(g, row);
		row = put_change(c, g, row);
		for (size_t k = 0; k < c->n && row < g->rows - 1; k++)
			row = put_difference(&c->at[k], g, row);
	}
	if (v->view.at + v->view.page < v->all.n)
		grid_printf(g, g->rows - 1, GRID_TEXT, LOOK_SECOND, _("%zu more ↓"),
		            v->all.n - v->view.at - v->view.page);
	else if (v->all.more)
		grid_put(g, g->rows - 1, GRID_TEXT, -1, LOOK_SECOND,
		         _("What is older stands in the record of changes."));
}

static enum outcome history_take(struct screen *s, enum act act, const struct input *in)
{
	struct history_state *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	return list_take(&v->view, act) ? REDRAW : PASS;
}

static const struct binding history_bindings[] = {
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops service_history_screen = {
	.name = "service-history",
	.title = "Who changed an entry",
	.state_size = sizeof(struct history_state),
	.bindings = history_bindings,
	.load = history_load,
	.render = history_render,
	.take = history_take,
};
