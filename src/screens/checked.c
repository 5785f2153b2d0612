#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/checks.h"

/* = on a service: still as it says, and how one knows. id[0] is the service. */
struct checked {
	struct service_record record;
	struct menu menu;
};

static const struct menu_item ways[] = {
	{ "phoned", "somebody there said so", NULL },
	{ "web", "their own page says so", NULL },
	{ "visited", "I was there", NULL },
	{ "somebody told me", "a person or a colleague", NULL },
	{ 0 },
};

static enum status checked_load(struct screen *s)
{
	struct checked *v = s->state;
	enum status rc = casework_open_service(
		screen_session(s), (struct service_id){ s->target.id[0] }, &s->arena, &v->record);

	if (rc == OK)
		menu_ask(&v->menu,
		         arena_printf(&s->arena, _("%s: checked, still as it says. How?"),
		                      v->record.entry.service.name),
		         ways);
	return rc;
}

static void checked_render(const struct screen *s, struct grid *g)
{
	const struct checked *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome save(struct screen *s)
{
	struct checked *v = s->state;
	enum check_way how = (enum check_way)(v->menu.at + 1);

	if (casework_service_checked(screen_session(s), v->record.entry.service.id, how) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Saved. %s was checked today: %s."), v->record.entry.service.name,
	         words_label(&check_ways, (int)how));
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome checked_take(struct screen *s, enum act act, const struct input *in)
{
	struct checked *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, save);
}

static const struct binding checked_bindings[] = {
	{ "1-4", ACT_NONE, 0, "How it was checked", "how" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops checked_screen = {
	.name = "checked",
	.title = "Checked, still as it says",
	.state_size = sizeof(struct checked),
	.bindings = checked_bindings,
	.overlay = true,
	.load = checked_load,
	.render = checked_render,
	.take = checked_take,
};
