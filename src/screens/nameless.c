#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/nameless.h"

/* The Desk without a name: a coordinator puts it on for today, for good, or off. */
static const struct menu_item ways[] = {
	{ "on for today", "until midnight", NULL },
	{ "on until it is put off", "every day", NULL },
	{ "off", "whoever sits at one is out at their next key", NULL },
	{ 0 },
};

struct nameless_state {
	struct menu menu;
};

static enum status nameless_begin(struct screen *s)
{
	struct nameless_state *v = s->state;

	menu_ask(&v->menu, _("Desk without a name"), ways);
	/* Who may never is told so here; the passphrase is asked for with the choice. */
	return session_may(screen_session(s), OP_OPEN_DESK)
	               ? OK
	               : casework_may(screen_session(s), OP_OPEN_DESK);
}

static const char *now_text(const struct session *session)
{
	switch (session_nameless_desk(session)) {
	case NAMELESS_OFF:
		break;
	case NAMELESS_TODAY:
		return _("It is on for today.");
	case NAMELESS_STAYS:
		return _("It is on until it is put off.");
	}
	return _("It is off.");
}

static void nameless_render(const struct screen *s, struct grid *g)
{
	const struct nameless_state *v = s->state;
	int row = g->rows - 8;

	menu_put(&v->menu, g);
	grid_clear(g, row - 1, 1, 9, g->columns - 2);
	grid_put(g, row++, GRID_TEXT, -1, LOOK_STRONG, now_text(screen_session(s)));
	row += grid_put_lines(g, row, GRID_TEXT, 3, g->columns - 6, LOOK_PLAIN,
	                      _("On the sign-in, “Desk, no name needed” opens the directory, "
	                        "enquiries, messages and safety. Nobody’s record can be opened or "
	                        "found there, and what is written says that nobody signed it."));
	grid_put_lines(g, row, GRID_TEXT, 3, g->columns - 6, LOOK_ATTENTION,
	               _("While it is on, a key lies beside the case file: whoever can read that "
	                 "folder can open the file. Only the disk’s own lock keeps others out."));
}

static enum outcome put_on(struct screen *s)
{
	static const enum nameless hows[] = { NAMELESS_TODAY, NAMELESS_STAYS, NAMELESS_OFF };
	const struct nameless_state *v = s->state;
	struct arena a = { 0 };
	const char *said;
	enum outcome outcome = CLOSE;

	if (casework_put_on_desk(screen_session(s), hows[v->menu.at], &a, &said) == OK) {
		desk_say(s->desk, "%s", said);
	} else {
		desk_say_fault(s->desk);
		outcome = REDRAW;
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome nameless_take(struct screen *s, enum act act, const struct input *in)
{
	struct nameless_state *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, put_on);
}

static const struct binding nameless_bindings[] = {
	{ "1-3", ACT_NONE, NEEDS_WRITE, "Choose", "choose" },
	{ "Esc", ACT_BACK, 0, "Back: as it was", "back" },
	{ 0 },
};

const struct screen_ops nameless_screen = {
	.name = "nameless",
	.title = "Desk without a name",
	.state_size = sizeof(struct nameless_state),
	.bindings = nameless_bindings,
	.overlay = true,
	.begin = nameless_begin,
	.render = nameless_render,
	.take = nameless_take,
};
