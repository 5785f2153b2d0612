#include "desk.h"
#include "screens.h"

#include "base/words.h"

/*
 * x on a list: what it shows, as a file. One digit, then who gets it, what for and where to; what it
 * will hold is said beside the digit. id[0] 0, then view, order and worker
 * of the list; text what was typed into it.
 */
struct hand_out_state {
	struct menu menu;
};

static const struct menu_item ways[] = {
	{ "a file for a spreadsheet (CSV)", "names, numbers; asks who gets it", NULL },
	{ 0 },
};

static enum status hand_out_begin(struct screen *s)
{
	struct hand_out_state *v = s->state;

	menu_ask(&v->menu, _("Hand out what the list shows"), ways);
	return OK;
}

static void hand_out_render(const struct screen *s, struct grid *g)
{
	const struct hand_out_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome hand_out_take(struct screen *s, enum act act, const struct input *in)
{
	struct hand_out_state *v = s->state;

	(void)act;
	switch (menu_take(&v->menu, in)) {
	case MENU_STAY:
		return PASS;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		s->go = s->target;
		s->go.where = &export_form_screen;
		return OPEN;
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}

static void hand_out_came_back(struct screen *s, const struct result *r)
{
	if (r->from != &export_form_screen || !r->saved)
		return;
	s->answer = (struct result){ .saved = true };
	desk_close(s->desk);
}

static const struct binding hand_out_bindings[] = {
	{ "1", ACT_NONE, 0, "A file for a spreadsheet", "a file" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops hand_out_screen = {
	.name = "hand-out",
	.title = "Hand out",
	.state_size = sizeof(struct hand_out_state),
	.bindings = hand_out_bindings,
	.overlay = true,
	.begin = hand_out_begin,
	.render = hand_out_render,
	.take = hand_out_take,
	.came_back = hand_out_came_back,
};
