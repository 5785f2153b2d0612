#include "finding.h"

/* Whoever is used to "/" finds with it here, too: it is no letter of what is sought. */
static bool only_finds(const struct line *line, const struct input *in)
{
	return in->kind == INPUT_TEXT && in->ch == '/' && line_empty(line);
}

enum outcome finding_take(struct line *line, struct list_view *list, enum act act,
                          const struct input *in)
{
	if (act != ACT_NONE && list_take(list, act))
		return REDRAW;
	if (only_finds(line, in))
		return STAY;
	switch (line_take(line, in)) {
	case LINE_PASS:
		break;
	case LINE_MOVED:
	case LINE_FULL:
		return REDRAW;
	case LINE_CHANGED:
		list->at = 0;
		return RELOAD;
	}
	return PASS;
}
