#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/access.h"

/*
 * Why a colleague's person is opened: one key, on record, and their worker is told. id[0]: the person.
 * Closing it saved lets whatever was refused be tried again.
 */
struct reason_state {
	struct glimpse glimpse;
	struct menu menu;
};

/* In the order of enum access_reason, from its first. */
static const struct menu_item reasons[] = {
	{ "They rang", NULL, NULL },
	{ "They are here", NULL, NULL },
	{ "I am covering", NULL, NULL },
	{ "Their worker asked me to", NULL, NULL },
	{ "Is it the same person?", "to see whether two records are one", NULL },
	{ 0 },
};

static enum status reason_load(struct screen *s)
{
	struct reason_state *v = s->state;
	struct person_id person = { s->target.id[0] };
	size_t at = v->menu.at;
	enum status rc = casework_glimpse(screen_session(s), person, &s->arena, &v->glimpse);

	if (rc != OK)
		return rc;
	menu_ask(&v->menu,
	         arena_printf(&s->arena, _("%s · %s: why do you open the record?"), v->glimpse.name,
	                      v->glimpse.ref),
	         reasons);
	v->menu.at = at;
	return OK;
}

static void reason_render(const struct screen *s, struct grid *g)
{
	const struct reason_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome chosen(struct screen *s)
{
	struct reason_state *v = s->state;
	enum access_reason reason = (enum access_reason)(ACCESS_RANG + v->menu.at);

	if (casework_give_reason(screen_session(s), (struct person_id){ s->target.id[0] },
	                         reason) != OK) {
		desk_say(s->desk, "%s", session_fault(screen_session(s)));
		return REDRAW;
	}
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome reason_take(struct screen *s, enum act act, const struct input *in)
{
	struct reason_state *v = s->state;

	(void)act;
	switch (menu_take(&v->menu, in)) {
	case MENU_STAY:
		return demand_passes(in) ? PASS : STAY;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		return chosen(s);
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}

static const struct binding reason_bindings[] = {
	{ "1-5", ACT_NONE, NEEDS_WRITE, "Why; it is on record and their worker is told", "why" },
	{ "Esc", ACT_BACK, 0, "Back: the record stays closed", "back" },
	{ 0 },
};

const struct screen_ops reason_screen = {
	.name = "reason",
	.title = "Why do you open the record?",
	.state_size = sizeof(struct reason_state),
	.bindings = reason_bindings,
	.overlay = true,
	.load = reason_load,
	.render = reason_render,
	.take = reason_take,
};
