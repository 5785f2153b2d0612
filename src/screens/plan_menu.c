#include "planning.h"

#include "desk.h"
#include "menu_screen.h"
#include "screens.h"

#include "base/words.h"
#include "casework/signposts.h"

#define ITEMS (PLAN_MENU_WRONG + 1)

/*
 * e on a plan: what to add or change. id[0] the person, id[1] the signpost of the row that was chosen,
 * 0: none; text its concern, "".
 */
struct plan_menu_state {
	struct menu menu;
	struct menu_item items[ITEMS + 1];
	struct service_id service; /* of that signpost */
};

static const struct menu_item items[ITEMS] = {
	{ _("What matters to them"), NULL, NULL },
	{ _("Strengths"), _("what goes well, who and what helps"), NULL },
	{ _("A goal or hope"), _("in their words"), NULL },
	{ _("What to do if things get worse"), _("and whom to tell"), NULL },
	{ _("Money"), _("benefit, grant, debt, direct payment"), NULL },
	{ _("Go over it with them"), _("what came of each"), NULL },
	{ _("Versions"), _("what changed"), NULL },
	{ _("They agree to it"), _("Ctrl-S too"), NULL },
	{ _("What is wrong with a service"), NULL, _("The row has no service.") },
};

/* What is wrong with the entry of the service, where the row has one. */
static enum status find_service(struct screen *s)
{
	struct plan_menu_state *v = s->state;
	struct signpost_rows rows = { 0 };
	enum status rc = OK;

	if (s->target.id[1] != 0)
		rc = casework_signposts(screen_session(s), (struct person_id){ s->target.id[0] },
		                        &s->keep, &rows);
	for (size_t i = 0; rc == OK && i < rows.n; i++) {
		if (rows.at[i].signpost.id.n == s->target.id[1]) {
			v->service = rows.at[i].signpost.service;
			v->items[PLAN_MENU_WRONG].label = _("What is wrong with");
			v->items[PLAN_MENU_WRONG].hint = rows.at[i].service;
			v->items[PLAN_MENU_WRONG].off = NULL;
		}
	}
	return rc;
}

static enum status plan_menu_begin(struct screen *s)
{
	struct plan_menu_state *v = s->state;

	if (!s->target.text)
		s->target.text = "";
	for (size_t i = 0; i < ITEMS; i++)
		v->items[i] = items[i];
	menu_ask(&v->menu, _("Add or change"), v->items);
	return find_service(s);
}

static void plan_menu_render(const struct screen *s, struct grid *g)
{
	const struct plan_menu_state *v = s->state;

	menu_put(&v->menu, g);
}

static enum outcome chosen(struct screen *s)
{
	static const struct screen_ops *const where[] = {
		[PLAN_MENU_STRENGTHS] = &strengths_screen,
		[PLAN_MENU_GOAL] = &goal_screen,
		[PLAN_MENU_WORSE] = &worse_screen,
		[PLAN_MENU_MONEY] = &money_screen,
		[PLAN_MENU_REVIEW] = &review_screen,
		[PLAN_MENU_VERSIONS] = &versions_screen,
		[PLAN_MENU_AGREE] = NULL,
	};
	const struct plan_menu_state *v = s->state;
	enum plan_menu what = (enum plan_menu)v->menu.at;

	if (what == PLAN_MENU_WRONG) {
		s->go = (struct visit){ .where = &trouble_screen, .id = { v->service.n } };
		return REPLACE;
	}
	if (!where[what]) {
		s->answer = (struct result){ .saved = true, .id = { what } };
		return CLOSE;
	}
	s->go = visit_plan_part(where[what], (struct person_id){ s->target.id[0] }, 0,
	                        what == PLAN_MENU_MONEY ? s->target.text : "");
	return REPLACE;
}

static enum outcome plan_menu_take(struct screen *s, enum act act, const struct input *in)
{
	struct plan_menu_state *v = s->state;

	(void)act;
	return menu_screen_take(s, &v->menu, in, chosen);
}

static int64_t plan_menu_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct binding plan_menu_bindings[] = {
	{ "1-9", ACT_NONE, 0, "Choose", "choose" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops plan_menu_screen = {
	.name = "plan-menu",
	.title = "Add or change",
	.state_size = sizeof(struct plan_menu_state),
	.bindings = plan_menu_bindings,
	.overlay = true,
	.begin = plan_menu_begin,
	.render = plan_menu_render,
	.take = plan_menu_take,
	.subject = plan_menu_subject,
};
