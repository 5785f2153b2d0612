#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/drafts.h"

/* n: one small menu everywhere, the likeliest first. */
struct new_menu {
	struct menu menu;
};

static const struct menu_item items[] = {
	{ "A referral", "somebody new to us", NULL },
	{ "A call note", "write first, say whose it is after", NULL },
	{ "A reminder", NULL, NULL },
	{ "A service", "for the directory", NULL },
	{ "A note", "for whoever is here next", NULL },
	{ 0 },
};

static enum status new_begin(struct screen *s)
{
	struct new_menu *n = s->state;

	menu_ask(&n->menu, _("New"), items);
	return OK;
}

static void new_render(const struct screen *s, struct grid *g)
{
	const struct new_menu *n = s->state;

	menu_put(&n->menu, g);
}

/* Two callers are never written into one another. */
static void open_referral(struct screen *s)
{
	s->go = (struct visit){ .where = &referral_screen };
	s->go.id[1] = sheet_free(s->desk, &referral_screen);
}

static enum outcome open_chosen(struct screen *s, size_t at)
{
	static const struct screen_ops *const where[] = { &referral_screen, &note_screen,
		                                          &reminder_screen, &service_form_screen,
		                                          &leave_note_screen };

	if (where[at] == &referral_screen) {
		open_referral(s);
		return REPLACE;
	}
	s->go = (struct visit){ .where = where[at] };
	if (where[at] != &service_form_screen && where[at] != &leave_note_screen)
		s->go.id[0] = s->target.id[0];
	visit_anew(s->desk, &s->go);
	return REPLACE;
}

static enum outcome new_take(struct screen *s, enum act act, const struct input *in)
{
	struct new_menu *n = s->state;

	(void)act;
	switch (menu_take(&n->menu, in)) {
	case MENU_STAY:
		return PASS;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		return open_chosen(s, n->menu.at);
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}

static const struct binding new_bindings[] = {
	{ "1-5", ACT_NONE, 0, "Choose", "choose" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops new_screen = {
	.name = "new",
	.title = "New",
	.state_size = sizeof(struct new_menu),
	.bindings = new_bindings,
	.overlay = true,
	.begin = new_begin,
	.render = new_render,
	.take = new_take,
};
