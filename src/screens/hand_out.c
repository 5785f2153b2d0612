#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/export.h"
#include "model/list_query.h"

#include <string.h>

/*
 * x on a list: what it shows, as a file. One digit, then where to; nothing is written before the
 * second Enter, and what it will hold is said beside the digit. id[0] 0, then view, order and worker
 * of the list; text what was typed into it.
 */
struct hand_out_state {
	struct list_query query;
	struct menu menu;
};

static const struct menu_item ways[] = {
	{ "a file for a spreadsheet (CSV)", "names, numbers, own words; asks where", NULL },
	{ 0 },
};

static enum status hand_out_begin(struct screen *s)
{
	struct hand_out_state *v = s->state;

	v->query = (struct list_query){ .view = (enum case_view)s->target.id[1],
		                        .order = (enum case_order)s->target.id[2],
		                        .worker = { s->target.id[3] },
		                        .find = s->target.text ? s->target.text : "" };
	menu_ask(&v->menu, _("Hand out what the list shows"), ways);
	return OK;
}

static void hand_out_render(const struct screen *s, struct grid *g)
{
	const struct hand_out_state *v = s->state;

	menu_put(&v->menu, g);
}

static void ask_where(struct screen *s, const char *question, const char *path)
{
	struct prompt p = { 0 };

	prompt_ask(&p, question, NULL);
	line_set(&p.line, path);
	desk_ask(s->desk, &p);
}

static const char *proposed(struct screen *s)
{
	const char *today = day_iso(screen_session(s)->today, &s->keep);
	const char *home = text_empty(s->desk->home) ? "" : "~/";

	return arena_printf(&s->keep, "%sclew-caseload-%s.csv", home, today);
}

static enum outcome hand_out_take(struct screen *s, enum act act, const struct input *in)
{
	struct hand_out_state *v = s->state;

	(void)act;
	switch (menu_take(&v->menu, in)) {
	case MENU_STAY:
		return PASS;
	case MENU_MOVED:
		return REDRAW;
	case MENU_CHOSEN:
		ask_where(s, _("Write it where?"), proposed(s));
		return REDRAW;
	case MENU_LEFT:
		return CLOSE;
	}
	return PASS;
}

/* "~/" is the home of whoever sits here. */
static const char *whole_path(struct screen *s, const char *typed)
{
	if (strncmp(typed, "~/", 2) != 0 || text_empty(s->desk->home))
		return arena_strdup(&s->keep, typed);
	return arena_printf(&s->keep, "%s%s", s->desk->home, typed + 1);
}

static void hand_out_came_back(struct screen *s, const struct result *r)
{
	struct hand_out_state *v = s->state;
	struct export_options how = {
		.what = COLUMNS_PEOPLE, .from = DAY_NONE, .to = DAY_NONE, .list = &v->query
	};
	struct export_done done;
	const char *typed;
	enum status rc;

	if (r->from || !r->saved)
		return;
	typed = arena_strdup(&s->keep, r->text);
	if (text_empty(typed)) {
		desk_say(s->desk, _("Nothing was written."));
		return;
	}
	how.path = whole_path(s, typed);
	rc = casework_export(screen_session(s), &how, NULL, &s->keep, &done);
	if (rc == E_EXISTS)
		ask_where(s, _("It is there, and was kept. Where else?"), typed);
	else if (rc != OK)
		desk_say_fault(s->desk);
	if (rc != OK)
		return;
	desk_say(s->desk, _("%lld people, with names and numbers, are in %s."),
	         (long long)done.rows, typed);
	s->answer = (struct result){ .saved = true };
	desk_close(s->desk);
}

static const struct binding hand_out_bindings[] = {
	{ "1", ACT_NONE, 0, "A file for a spreadsheet", "a file" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is written", "back" },
	{ 0 },
};

const struct screen_ops hand_out_screen = {
	.name = "hand-out",
	.title = "Hand out",
	.state_size = sizeof(struct hand_out_state),
	.bindings = hand_out_bindings,
	.overlay = true,
	.begin = hand_out_begin,
	.render = hand_out_render,
	.take = hand_out_take,
	.came_back = hand_out_came_back,
};
