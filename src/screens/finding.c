#include "finding.h"

enum outcome finding_take(struct line *line, struct list_view *list, enum act act,
                          const struct input *in)
{
	if (act != ACT_NONE && list_take(list, act))
		return REDRAW;
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
