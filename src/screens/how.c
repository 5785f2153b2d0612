#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "ui/list.h"

/* ? on the Desk: the six things in plain words, for somebody who is here twice a month. */
static const struct how_line {
	const char *head, *text;
} lines[] = {
	{ _("1  Somebody has a question"),
	  _("Listen. Tell them of a service, or give a leaflet. Then note what it was about and how "
	    "long it took: no name is asked or kept.") },
	{ _("2  Somebody is here to see a worker"),
	  _("Ask for their name and their date of birth, and type both. If they go together, their "
	    "worker is told. If not, say nothing about it: offer to take a message.") },
	{ _("3  Somebody rang for a worker"),
	  _("Write what they said, who they are, and a number that is safe to ring. The worker "
	    "finds it at once. Never say whether somebody is known here.") },
	{ _("4  Find a service"),
	  _("Type any word with /. Enter shows the whole entry, x makes a sheet of it to give away. "
	    "Anything wrong with it: e.") },
	{ _("5  Somebody is new to us"),
	  _("Take them in: name, number, and what is safe. A worker rings them. Until tonight "
	    "you can mend what you wrote.") },
	{ _("6  I am worried about somebody's safety"),
	  _("Any time, from anywhere: !. You do not have to decide how serious it is. The numbers "
	    "are on that page. Somebody who answers for safety is told.") },
	{ _("Leaving"),
	  _("Ctrl-G locks at once. Esc always goes back to the Desk, and nothing that "
	    "you typed is lost.") },
};

struct how_state {
	size_t top;
};

/* The last few stand on any screen, so there is nothing further down from here. */
#define LAST_TOP (COUNT_OF(lines) - 3)

static void how_render(const struct screen *s, struct grid *g)
{
	const struct how_state *v = s->state;
	int row = 2;
	size_t i;

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("Show me how"));
	grid_rule(g, 1, GRID_MARGIN, -1);
	grid_cursor(g, 0, GRID_MARGIN);
	for (i = v->top; i < COUNT_OF(lines) && row + 3 < g->rows; i++) {
		grid_put(g, row++, GRID_TEXT, -1, LOOK_STRONG, lines[i].head);
		row += grid_put_lines(g, row, GRID_TEXT + 3, 3, g->columns - GRID_TEXT - 5,
		                      LOOK_PLAIN, lines[i].text);
		row += g->rows > 32;
	}
	if (i < COUNT_OF(lines))
		grid_put_right(g, g->rows - 1, -1, 12, LOOK_SECOND, _("more ↓"));
}

static enum outcome how_take(struct screen *s, enum act act, const struct input *in)
{
	struct how_state *v = s->state;
	struct list_view view = { .n = LAST_TOP, .at = v->top, .page = 3 };

	(void)in;
	if (act == ACT_BACK || act == ACT_HELP)
		return CLOSE;
	if (!list_take(&view, act))
		return PASS;
	v->top = view.at;
	return REDRAW;
}

// clang-format off
static const struct binding how_bindings[] = {
	{ "Down", ACT_DOWN, 0, "Further down", "further" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Further up", NULL },
	{ "?", ACT_HELP, NEEDS_HIDDEN, "Back", NULL },
	{ "Esc", ACT_BACK, 0, "Back to the Desk", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops how_screen = {
	.name = "how",
	.title = "Show me how",
	.state_size = sizeof(struct how_state),
	.bindings = how_bindings,
	.render = how_render,
	.take = how_take,
};
