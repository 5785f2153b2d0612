#include "menu_screen.h"

#include "desk.h"

enum outcome menu_screen_take(struct screen *s, struct menu *m, const struct input *in,
                              enum outcome (*chosen)(struct screen *s))
{
	switch (menu_take(m, in)) {
	case MENU_STAY:
		if (!m->said)
			return PASS;
		desk_say(s->desk, "%s", m->said);
		return REDRAW;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		return chosen(s);
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}
