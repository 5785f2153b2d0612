/*
 * Screens that are not written yet, so that the program links while they are being made. Each line
 * goes when its screen comes.
 */
#include "desk.h"
#include "screens.h"

static void waiting_render(const struct screen *s, struct grid *g)
{
	grid_put(g, 0, 1, -1, LOOK_HEAD, s->ops->title);
	grid_cursor(g, 0, 1);
}

static enum outcome waiting_take(struct screen *s, enum act act, const struct input *in)
{
	(void)s;
	(void)act;
	(void)in;
	return PASS;
}

#define WAITING(screen, words)                                                                \
	const struct screen_ops screen = {                                                    \
		.name = words, .title = words, .render = waiting_render, .take = waiting_take \
	}

WAITING(plan_paper_screen, "plan-paper");
