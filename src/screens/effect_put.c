#include "effect_put.h"

#include "base/words.h"

/* Which columns each mark takes is the look's; what it means is said in a word as well. */
int effect_put(const struct effect *e, struct grid *g, int row, int most)
{
	switch (e->kind) {
	case EFFECT_TELL:
		grid_put(g, row, 1, 8, LOOK_ATTENTION, _("you"));
		break;
	case EFFECT_LOOK:
		grid_put(g, row, 1, 8, LOOK_SECOND, _("look"));
		break;
	case EFFECT_CHANGE:
		grid_put(g, row, 1, 8, LOOK_ACCENT, _("clew"));
		break;
	}
	return row + grid_put_lines(g, row, 9, most, g->columns - 10, LOOK_PLAIN, e->text);
}
