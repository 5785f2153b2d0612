#include "choose.h"
#include "desk.h"
#include "screens.h"

#include "base/words.h"

/* One's own passphrase, in place of the one in use. */
struct passphrase_state {
	struct choose choose;
};

static enum status passphrase_begin(struct screen *s)
{
	struct passphrase_state *v = s->state;
	enum status rc = casework_may(screen_session(s), OP_CHANGE_PASSPHRASE);

	choose_begin(&v->choose);
	return rc;
}

static void passphrase_render(const struct screen *s, struct grid *g)
{
	struct passphrase_state *v = s->state;
	struct rect r = panel_put(g, _("Your passphrase"), 7);

	grid_put(g, r.row, r.column, r.columns, LOOK_PLAIN,
	         _("From now on, in place of the one you have just given:"));
	choose_put(&v->choose, g, r.row + 2, r.column, r.columns);
}

static enum outcome passphrase_take(struct screen *s, enum act act, const struct input *in)
{
	struct passphrase_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	switch (choose_take(&v->choose, in)) {
	case CHOOSE_PASS:
		return PASS;
	case CHOOSE_REDRAW:
		return REDRAW;
	case CHOOSE_CHOSEN:
		break;
	}
	if (!choose_store(&v->choose, screen_session(s), &s->keep))
		return REDRAW;
	desk_say(s->desk, screen_session(s)->demo
	                          ? _("Nothing was changed: the demonstration has no passphrase.")
	                          : _("Saved. The new passphrase opens the file from now on."));
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static void passphrase_end(struct screen *s)
{
	struct passphrase_state *v = s->state;

	choose_end(&v->choose);
}

static bool passphrase_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static const struct binding passphrase_bindings[] = {
	{ "Enter", ACT_NONE, 0, "The second line; there, save", "next, save" },
	{ "Tab", ACT_NONE, 0, "The other line", NULL },
	{ "Esc", ACT_BACK, 0, "Back; the passphrase stays as it is", "back" },
	{ 0 },
};

const struct screen_ops passphrase_screen = {
	.name = "passphrase",
	.title = "Your passphrase",
	.state_size = sizeof(struct passphrase_state),
	.bindings = passphrase_bindings,
	.overlay = true,
	.begin = passphrase_begin,
	.render = passphrase_render,
	.take = passphrase_take,
	.typing = passphrase_typing,
	.end = passphrase_end,
};
