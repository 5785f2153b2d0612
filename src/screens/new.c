#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/drafts.h"

#include <string.h>

/* n: one small menu everywhere, the likeliest first. */
#define ITEMS 10 /* with the row that ends them */

struct new_menu {
	struct menu menu;
	struct menu_item items[ITEMS];
};

#define ON_A_LIST 6 /* from here on: about the person below, or not at all */

static const struct menu_item items[ITEMS] = {
	{ "A referral", "somebody new to us", NULL },
	{ "A call note", "write first, say whose it is after", NULL },
	{ "A reminder", NULL, NULL },
	{ "A service", "for the directory", NULL },
	{ "A note", "for whoever is here next", NULL },
	{ "An enquiry", "somebody has a question; no name", NULL },
	{ "On a volunteer's list", "for a day", NULL },
	{ "The council's assessment", "whether to offer it", NULL },
	{ "A measure", "wellbeing, frailty: without an assessment", NULL },
	{ 0 },
};

static enum status new_begin(struct screen *s)
{
	struct new_menu *n = s->state;

	memcpy(n->items, items, sizeof(items));
	for (int i = ON_A_LIST; s->target.id[0] == 0 && items[i].label; i++)
		n->items[i].off = _("Nobody is chosen. ↓ to somebody first.");
	menu_ask(&n->menu, _("New"), n->items);
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

static enum outcome open_chosen(struct screen *s)
{
	static const struct screen_ops *const where[] = { &referral_screen,   &note_screen,
		                                          &reminder_screen,   &service_form_screen,
		                                          &leave_note_screen, &enquiry_screen,
		                                          &shift_screen,      &council_screen,
		                                          &measure_screen };
	const struct new_menu *n = s->state;
	const struct screen_ops *chosen = where[n->menu.at];

	if (chosen == &referral_screen) {
		open_referral(s);
		return REPLACE;
	}
	s->go = (struct visit){ .where = chosen };
	if (chosen != &service_form_screen && chosen != &leave_note_screen &&
	    chosen != &enquiry_screen)
		s->go.id[0] = s->target.id[0];
	visit_anew(s->desk, &s->go);
	return REPLACE;
}

static enum outcome new_take(struct screen *s, enum act act, const struct input *in)
{
	struct new_menu *n = s->state;

	(void)act;
	return menu_screen_take(s, &n->menu, in, open_chosen);
}

static const struct binding new_bindings[] = {
	{ "1-9", ACT_NONE, 0, "Choose", "choose" },
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
