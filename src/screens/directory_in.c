#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"

/* n in the directory, of whoever takes directories in: one service, or many that others give away. */
struct directory_in {
	struct menu menu;
};

static const struct menu_item ways[] = {
	{ _("a new service"), _("one entry, typed in"), NULL },
	{ _("take in a directory"), _("a folder or a list that others give away"), NULL },
	{ 0 },
};

static enum status directory_in_begin(struct screen *s)
{
	struct directory_in *v = s->state;

	menu_ask(&v->menu, _("Add to the directory"), ways);
	return OK;
}

static void directory_in_render(const struct screen *s, struct grid *g)
{
	const struct directory_in *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome directory_in_chosen(struct screen *s)
{
	const struct directory_in *v = s->state;

	s->go = visit_to(v->menu.at == 0 ? &service_form_screen : &take_in_screen);
	return REPLACE;
}

static enum outcome directory_in_take(struct screen *s, enum act act, const struct input *in)
{
	struct directory_in *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, directory_in_chosen);
}

static const struct binding directory_in_bindings[] = {
	{ "1", ACT_NONE, 0, "A new service", "new" },
	{ "2", ACT_NONE, 0, "Take in a directory that others give away", "take in" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops directory_in_screen = {
	.name = "directory-in",
	.title = "Add to the directory",
	.state_size = sizeof(struct directory_in),
	.bindings = directory_in_bindings,
	.overlay = true,
	.begin = directory_in_begin,
	.render = directory_in_render,
	.take = directory_in_take,
};
