#include "desk.h"
#include "screens.h"
#include "tabs.h"

#include "base/words.h"
#include "ui/keys.h"
#include "ui/list.h"

/*
 * What can be done here: the keys of the screen below, then those that work everywhere, then the
 * places behind g. Made from the key tables, so it cannot be wrong.
 */
struct help {
	struct help_lines lines;
	size_t top;
};

/* A key that is for others is no help. */
static const struct binding *mine(const struct binding *table, unsigned has, struct arena *a)
{
	struct binding *copy;
	size_t n = 0, kept = 0;

	while (table[n].key)
		n++;
	copy = ARENA_ARRAY(a, n + 1, struct binding);
	for (size_t i = 0; i < n; i++)
		if ((table[i].needs & NEEDS_WHOSE & ~has) == 0)
			copy[kept++] = table[i];
	copy[kept] = (struct binding){ 0 };
	return copy;
}

static void add_part(struct help *h, struct arena *a, const char *head, const struct binding *table,
                     unsigned has)
{
	struct help_lines part = { 0 };

	if (!table || !table[0].key)
		return;
	if (h->lines.n > 0)
		*ARENA_PUSH(a, &h->lines) = (struct help_line){ "", "" };
	*ARENA_PUSH(a, &h->lines) = (struct help_line){ head, "" };
	keys_help(mine(table, has, a), a, &part);
	for (size_t i = 0; i < part.n; i++)
		*ARENA_PUSH(a, &h->lines) = part.at[i];
}

static enum status help_load(struct screen *s)
{
	struct help *h = s->state;
	const struct desk *d = s->desk;
	const struct screen *below = desk_top(d);
	unsigned has = tab_has(d->session);

	h->lines = (struct help_lines){ 0 };
	if (below && below != s)
		add_part(h, &s->arena, below->ops->title, below->ops->bindings, has);
	add_part(h, &s->arena, _("Everywhere"), desk_bindings, has);
	add_part(h, &s->arena, _("After g"), desk_chords, has);
	return OK;
}

static void help_render(const struct screen *s, struct grid *g)
{
	const struct help *h = s->state;
	struct rect r = panel_put(g, _("What can be done here"), g->rows);
	int rows = keys_help_put(g, r.row, r.column, r.rows, &h->lines, h->top);

	grid_cursor(g, r.row, r.column);
	if (h->top + (size_t)rows < h->lines.n)
		grid_put_right(g, r.row + r.rows - 1, r.column + r.columns, 12, LOOK_SECOND,
		               _("more ↓"));
}

static enum outcome help_take(struct screen *s, enum act act, const struct input *in)
{
	struct help *h = s->state;
	struct list_view view = { .n = h->lines.n, .at = h->top, .page = 12 };

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (!list_take(&view, act))
		return PASS;
	h->top = view.at;
	return REDRAW;
}

static const struct binding help_bindings[] = {
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "Further down", NULL },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Further up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, 0, "A page down", "further" },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "A page up", NULL },
	{ "Home", ACT_HOME, NEEDS_HIDDEN, "To the top", NULL },
	{ "End", ACT_END, NEEDS_HIDDEN, "To the end", NULL },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ "q", ACT_BACK, NEEDS_HIDDEN, "Back", NULL },
	{ "?", ACT_BACK, NEEDS_HIDDEN, "Back", NULL },
	{ 0 },
};

const struct screen_ops help_screen = {
	.name = "help",
	.title = "Help",
	.state_size = sizeof(struct help),
	.bindings = help_bindings,
	.overlay = true,
	.load = help_load,
	.render = help_render,
	.take = help_take,
};
