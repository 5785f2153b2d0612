#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"

/*
 * x in the directory: a sheet of the chosen service, or the whole directory for others to take in.
 * id[0]: the service, 0 when none is chosen.
 */
struct directory_out {
	struct menu menu;
	struct menu_item ways[3];
};

#define WAY_PACKAGE 1

static enum status directory_out_begin(struct screen *s)
{
	struct directory_out *v = s->state;

	v->ways[0] = (struct menu_item){ _("a sheet of it to give away"), _("without a name"),
		                         s->target.id[0] ? NULL : _("No service is chosen.") };
	v->ways[WAY_PACKAGE] = (struct menu_item){ _("the whole directory, for other directories"),
		                                   _("a folder of files (HSDS)"), NULL };
	menu_ask(&v->menu, _("Hand out"), v->ways);
	return OK;
}

static void directory_out_render(const struct screen *s, struct grid *g)
{
	const struct directory_out *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome directory_out_chosen(struct screen *s)
{
	const struct directory_out *v = s->state;

	if (v->menu.at == WAY_PACKAGE)
		s->go = visit_to(&package_form_screen);
	else
		s->go = (struct visit){ .where = &sheet_screen, .id = { s->target.id[0] } };
	return REPLACE;
}

static enum outcome directory_out_take(struct screen *s, enum act act, const struct input *in)
{
	struct directory_out *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, directory_out_chosen);
}

static const struct binding directory_out_bindings[] = {
	{ "1", ACT_NONE, 0, "A sheet of the chosen service to give away", "sheet" },
	{ "2", ACT_NONE, 0, "The whole directory, for other directories to take in", "all of it" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops directory_out_screen = {
	.name = "directory-out",
	.title = "Hand out",
	.state_size = sizeof(struct directory_out),
	.bindings = directory_out_bindings,
	.overlay = true,
	.begin = directory_out_begin,
	.render = directory_out_render,
	.take = directory_out_take,
};
