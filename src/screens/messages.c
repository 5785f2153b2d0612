#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "ui/list.h"

/* The last things that clew said, the cursor on the newest. */
struct said {
	struct list_view view;
};

static enum status messages_load(struct screen *s)
{
	struct said *m = s->state;
	size_t n = s->desk->message_n;

	list_resize(&m->view, n < DESK_MESSAGES ? n : DESK_MESSAGES);
	list_take(&m->view, ACT_END);
	return OK;
}

static void messages_render(const struct screen *s, struct grid *g)
{
	struct said *m = s->state;
	const struct desk *d = s->desk;
	struct rect r = panel_put(g, _("What clew has said"), g->rows);
	struct list_window w = list_window(&m->view, r.rows);
	size_t oldest = d->message_n - m->view.n;

	if (m->view.n == 0) {
		grid_put(g, r.row, r.column, r.columns, LOOK_SECOND, _("Nothing yet."));
		grid_cursor(g, r.row, r.column);
		return;
	}
	for (size_t i = 0; i < w.shown; i++) {
		size_t at = w.first + i;
		int row = r.row + (int)i;

		grid_put(g, row, r.column, r.columns, LOOK_PLAIN,
		         d->messages[(oldest + at) % DESK_MESSAGES]);
		if (at == m->view.at)
			grid_cursor(g, row, r.column);
	}
	list_more(g, r.row + w.rows - 1, r.column, &w);
}

static enum outcome messages_take(struct screen *s, enum act act, const struct input *in)
{
	struct said *m = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	return list_take(&m->view, act) ? REDRAW : PASS;
}

static const struct binding messages_bindings[] = {
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Earlier", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "Later", NULL },
	{ "PgUp", ACT_PAGE_UP, 0, "A page earlier", "earlier" },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_HIDDEN, "A page later", NULL },
	{ "Home", ACT_HOME, NEEDS_HIDDEN, "The oldest", NULL },
	{ "End", ACT_END, NEEDS_HIDDEN, "The newest", NULL },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops messages_screen = {
	.name = "messages",
	.title = "Messages",
	.state_size = sizeof(struct said),
	.bindings = messages_bindings,
	.overlay = true,
	.load = messages_load,
	.render = messages_render,
	.take = messages_take,
};
