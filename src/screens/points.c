#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/points.h"
#include "model/none.h"
#include "ui/list.h"

/*
 * Every number and address of a person, the one to try first before the others. visit: id[0] the
 * person. Nothing is removed: a number that is wrong or dead is struck out.
 */
struct points_state {
	struct person_strip strip;
	struct contact_point_list list;
	struct list_view view;
	bool line_left; /* the line of somebody in danger was read */
	enum points_asking { POINTS_NOTHING, POINTS_STRIKE, POINTS_FIRST } asking;
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status points_load(struct screen *s)
{
	struct points_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_strip(session, person_of(s), &s->arena, &v->strip);

	if (rc == OK)
		rc = casework_points(session, person_of(s), &s->arena, &v->list);
	if (rc == OK)
		list_resize(&v->view, v->list.n);
	return rc;
}

static const struct contact_point *chosen(const struct screen *s)
{
	const struct points_state *v = s->state;

	return v->list.n > 0 ? &v->list.at[v->view.at] : NULL;
}

static const char *mark_of(const struct contact_point *x, size_t i, day today, struct arena *a)
{
	if (x->struck_on != DAY_NONE)
		return arena_printf(a, _("struck out %s"), day_plain(x->struck_on, today, a));
	if (x->never_use)
		return _("NEVER USE");
	return i == 0 ? _("tried first") : "";
}

static void put_point(const struct screen *s, struct grid *g, int row, size_t i)
{
	const struct points_state *v = s->state;
	const struct contact_point *x = &v->list.at[i];
	bool usable = contact_point_usable(x);
	struct contact_point shown = *x;
	struct arena a = { 0 };
	const char *mark = mark_of(x, i, screen_session(s)->today, &a);

	shown.never_use = false; /* it stands in its own column */
	if (v->strip.danger && !v->line_left)
		grid_put(g, row, GRID_TEXT, g->columns - 26, LOOK_ALARM,
		         _("read the line above first, then Enter"));
	else
		grid_put(g, row, GRID_TEXT, g->columns - 26, usable ? LOOK_PLAIN : LOOK_SECOND,
		         contact_point_text(&shown, &a));
	grid_put_right(g, row, -1, 22,
	               x->never_use ? LOOK_ALARM
	               : usable     ? LOOK_ACCENT
	                            : LOOK_SECOND,
	               mark);
	arena_reset(&a);
}

static void points_render(const struct screen *s, struct grid *g)
{
	struct points_state *v = s->state;
	int row = strip_put(g, _("Numbers"), &v->strip, NULL);
	struct list_window w;

	grid_rule(g, row++, GRID_MARGIN, -1);
	w = list_window(&v->view, g->rows - row);
	if (v->list.n == 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
		         _("No number or address is known yet. n takes one down."));
		grid_cursor(g, row, GRID_TEXT);
	}
	for (size_t i = 0; i < w.shown; i++) {
		put_point(s, g, row + (int)i, w.first + i);
		if (w.first + i == v->view.at)
			grid_select(g, row + (int)i);
	}
	list_more(g, row + (int)w.shown, GRID_TEXT, &w);
}

/* ---- keys ---- */

static enum outcome ask(struct screen *s, enum points_asking asking, const char *question)
{
	struct points_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = asking;
	prompt_ask(&p, question, "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome ask_strike(struct screen *s)
{
	const struct points_state *v = s->state;
	const struct contact_point *x = chosen(s);
	struct arena *a = &s->desk->memory;
	bool struck = x && x->struck_on != DAY_NONE;

	if (!x)
		return PASS;
	return ask(s, POINTS_STRIKE,
	           arena_printf(a,
	                        struck ? _("%s: %s is right after all?")
	                               : _("%s: strike out %s, wrong or dead?"),
	                        v->strip.short_name, x->value));
}

static enum outcome ask_first(struct screen *s)
{
	const struct points_state *v = s->state;
	const struct contact_point *x = chosen(s);

	if (!x || !contact_point_usable(x)) {
		desk_say(s->desk, _("This one is not to be used at all."));
		return REDRAW;
	}
	return ask(s, POINTS_FIRST,
	           arena_printf(&s->desk->memory, _("%s: try %s first?"), v->strip.short_name,
	                        x->value));
}

static enum outcome open_point(struct screen *s, const struct contact_point *x)
{
	s->go = visit_person(&point_form_screen, person_of(s));
	s->go.id[1] = x ? x->id.n : 0;
	return OPEN;
}

static enum outcome points_take(struct screen *s, enum act act, const struct input *in)
{
	struct points_state *v = s->state;

	(void)in;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_OPEN && v->strip.danger && !v->line_left) {
		v->line_left = true;
		return REDRAW;
	}
	if (act == ACT_NEW)
		return open_point(s, NULL);
	if (act == ACT_OPEN)
		return open_point(s, chosen(s));
	if (act == ACT_DONE)
		return ask_strike(s);
	return act == ACT_ORDER ? ask_first(s) : PASS;
}

static enum status strike(struct screen *s)
{
	struct session *session = screen_session(s);
	const struct contact_point *at = chosen(s);
	struct contact_point x = at ? *at : contact_point_blank;
	struct contact_point_id id;
	bool struck = x.struck_on != DAY_NONE;
	enum status rc;

	if (!at)
		return E_NOT_FOUND;
	x.struck_on = struck ? DAY_NONE : session->today;
	rc = casework_save_point(session, &x, &id);
	if (rc == OK)
		desk_say(s->desk,
		         struck ? _("Saved. %s may be used again.")
		                : _("Saved. %s is struck out everywhere."),
		         x.value);
	return rc;
}

static void points_came_back(struct screen *s, const struct result *r)
{
	struct points_state *v = s->state;
	const struct contact_point *x = chosen(s);
	enum status rc;

	if (r->from || !r->saved || r->id[0] != 'y' || !x || v->asking == POINTS_NOTHING)
		return;
	if (v->asking == POINTS_STRIKE) {
		rc = strike(s);
	} else {
		rc = casework_try_first(screen_session(s), person_of(s), x->id);
		if (rc == OK)
			desk_say(s->desk, _("Saved. %s is tried first."), x->value);
	}
	v->asking = POINTS_NOTHING;
	if (rc != OK)
		desk_say_fault(s->desk);
	desk_reload(s->desk);
}

static unsigned points_has(const struct screen *s)
{
	const struct points_state *v = s->state;

	return v->list.n > 0 ? NEEDS_ROW | NEEDS_MANY : 0;
}

static int64_t points_subject(const struct screen *s)
{
	return s->target.id[0];
}

// clang-format off
static const struct binding points_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_WRITE | NEEDS_ROW, "Change it: the number, whose it is, never use", "change" },
	{ "n", ACT_NEW, NEEDS_WRITE, "Another number or address", "another" },
	{ "o", ACT_ORDER, NEEDS_WRITE | NEEDS_ROW, "Try this one first (asks first)", "try first" },
	{ "d", ACT_DONE, NEEDS_WRITE | NEEDS_ROW, "Strike it out, wrong or dead (asks first); again takes that back", "strike out" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", NULL },
	{ 0 },
};
// clang-format on

const struct screen_ops points_screen = {
	.name = "points",
	.title = "Numbers",
	.state_size = sizeof(struct points_state),
	.bindings = points_bindings,
	.load = points_load,
	.render = points_render,
	.take = points_take,
	.came_back = points_came_back,
	.subject = points_subject,
	.has = points_has,
};
