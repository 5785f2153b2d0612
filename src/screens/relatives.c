#include "desk.h"
#include "likely.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/relatives.h"
#include "ui/list.h"

/*
 * The people round somebody: whom they look after, who helps, whom to ring in a crisis. visit: id[0]
 * the person. Two lines each: who they are, and what is known about reaching them.
 */
struct relatives_state {
	struct person_strip strip;
	struct relative_list list;
	struct list_view view;
	struct likely likely; /* who the chosen one may be, while it is asked */
	enum relatives_asking { RELATIVES_NOTHING, RELATIVES_END, RELATIVES_RECORD } asking;
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status relatives_load(struct screen *s)
{
	struct relatives_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_strip(session, person_of(s), &s->arena, &v->strip);

	if (rc == OK)
		rc = casework_relatives(session, person_of(s), &s->arena, &v->list);
	if (rc == OK)
		list_resize(&v->view, v->list.n);
	return rc;
}

static const struct relative *chosen(const struct screen *s)
{
	const struct relatives_state *v = s->state;

	return v->list.n > 0 ? &v->list.at[v->view.at] : NULL;
}

static void put_relative(struct grid *g, int row, const struct relative *x)
{
	int column = grid_put(g, row, GRID_TEXT, 32, LOOK_STRONG, x->name);

	column = grid_printf(g, row, column, LOOK_PLAIN, ", %s", x->kind);
	if (x->theirs)
		grid_put(g, row, column, -1, LOOK_SECOND, _(" · on their record"));
	else if (x->with.n != 0)
		grid_put(g, row, column, -1, LOOK_SECOND, _(" · has a record"));
	grid_put_right(g, row, -1, g->columns - column - 2, LOOK_ATTENTION, x->missing);
	grid_put(g, row + 1, GRID_TEXT + 2, -1, LOOK_SECOND, x->says);
}

static const struct likely_words likely_words = {
	.head = _("HERE ALREADY?"),
	.enter = _("n looks"),
	.keys = _("Enter looks"),
	.unnamed = _("Take them in anyway; tell the coordinator."),
};

static void relatives_render(const struct screen *s, struct grid *g)
{
	struct relatives_state *v = s->state;
	int row = strip_put(g, _("People"), &v->strip, NULL);
	int below = likely_put(&v->likely, g, &likely_words);
	struct list_window w;

	grid_rule(g, row++, GRID_MARGIN, -1);
	w = list_window(&v->view, (g->rows - row - below) / 2);
	if (v->list.n == 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nobody is written down round them yet. n adds somebody."));
		grid_cursor(g, row, GRID_TEXT);
	}
	for (size_t i = 0; i < w.shown; i++) {
		put_relative(g, row + 2 * (int)i, &v->list.at[w.first + i]);
		if (w.first + i == v->view.at)
			grid_select(g, row + 2 * (int)i);
	}
	list_more(g, row + 2 * (int)w.shown, GRID_TEXT, &w);
	likely_cursor(&v->likely, g);
}

/* ---- keys ---- */

static enum outcome ask(struct screen *s, enum relatives_asking asking, const char *question)
{
	struct relatives_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = asking;
	prompt_ask(&p, question, "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome say_theirs(struct screen *s)
{
	desk_say(s->desk, _("That is written on their record: o opens it."));
	return REDRAW;
}

static enum outcome ask_end(struct screen *s)
{
	const struct relatives_state *v = s->state;
	const struct relative *x = chosen(s);

	if (!x)
		return PASS;
	if (x->theirs)
		return say_theirs(s);
	return ask(s, RELATIVES_END,
	           arena_printf(&s->desk->memory, _("%s: %s is not round them any more?"),
	                        v->strip.short_name, x->name));
}

static void look_for_likely(struct screen *s, const struct relative *x)
{
	struct relatives_state *v = s->state;

	likely_none(&v->likely);
	if (casework_carer_like(screen_session(s), x->relation.id, &v->likely.told,
	                        &v->likely.hits) != OK)
		desk_say_fault(s->desk);
	likely_found(&v->likely);
}

static enum outcome ask_record(struct screen *s)
{
	const struct relatives_state *v = s->state;
	const struct relative *x = chosen(s);

	if (!x)
		return PASS;
	if (x->with.n != 0 || !x->helps) {
		desk_say(
			s->desk,
			x->with.n != 0
				? _("They have a record: o opens it.")
				: _("A record of their own is for somebody who looks after them."));
		return REDRAW;
	}
	look_for_likely(s, x);
	return ask(s, RELATIVES_RECORD,
	           arena_printf(&s->desk->memory,
	                        v->likely.hits.n > 0
	                                ? _("Here already, below? n looks. Take %s in anew?")
	                                : _("Take %s in as a person of their own, with the "
	                                    "same worker?"),
	                        x->name));
}

static enum outcome open_relation(struct screen *s, const struct relative *x)
{
	if (x && x->theirs)
		return say_theirs(s);
	s->go = visit_person(&relation_screen, person_of(s));
	s->go.id[1] = x ? x->relation.id.n : 0;
	return OPEN;
}

static enum outcome open_record(struct screen *s)
{
	const struct relative *x = chosen(s);

	if (!x)
		return PASS;
	if (x->with.n == 0) {
		desk_say(s->desk, _("%s has no record here."), x->name);
		return REDRAW;
	}
	s->go = visit_whom(screen_session(s), x->with);
	return s->go.where ? OPEN : STAY;
}

static enum outcome relatives_take(struct screen *s, enum act act, const struct input *in)
{
	struct relatives_state *v = s->state;

	if (v->likely.in) {
		enum outcome outcome = likely_take(&v->likely, s, in);

		if (!v->likely.in)
			likely_none(&v->likely);
		return outcome;
	}
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_NEW)
		return open_relation(s, NULL);
	if (v->list.n == 0)
		return PASS;
	if (act == ACT_OPEN)
		return open_relation(s, chosen(s));
	if (act == ACT_ORDER)
		return open_record(s);
	if (act == ACT_DIGIT)
		return ask_record(s);
	return act == ACT_DONE ? ask_end(s) : PASS;
}

static enum status end_relation(struct screen *s, const struct relative *x)
{
	struct session *session = screen_session(s);
	struct relation relation = x->relation;
	struct relation_id id;
	enum status rc;

	relation.ended_on = session->today;
	rc = casework_save_relation(session, &relation, &id);
	if (rc == OK)
		desk_say(s->desk, _("Saved. %s is not round them any more."), x->name);
	return rc;
}

static enum status take_in(struct screen *s, const struct relative *x)
{
	struct received made;
	enum status rc = casework_take_in_carer(screen_session(s), x->relation.id, &s->keep, &made);

	if (rc == OK)
		desk_say(s->desk, _("Saved %s, %s. First contact by %s. o opens their record."),
		         made.ref, made.name,
		         day_short(made.first_contact_by, screen_session(s)->today, &s->keep));
	return rc;
}

static void relatives_came_back(struct screen *s, const struct result *r)
{
	struct relatives_state *v = s->state;
	const struct relative *x = chosen(s);
	enum relatives_asking asked = v->asking;
	enum status rc;

	if (r->from || asked == RELATIVES_NOTHING)
		return;
	v->asking = RELATIVES_NOTHING;
	if (!r->saved || r->id[0] != 'y' || !x) {
		v->likely.in = asked == RELATIVES_RECORD && v->likely.hits.n > 0;
		return;
	}
	likely_none(&v->likely);
	rc = asked == RELATIVES_END ? end_relation(s, x) : take_in(s, x);
	if (rc != OK)
		desk_say_fault(s->desk);
	desk_reload(s->desk);
}

static unsigned relatives_has(const struct screen *s)
{
	const struct relatives_state *v = s->state;

	return v->list.n > 0 ? NEEDS_ROW | NEEDS_MANY : 0;
}

static int64_t relatives_subject(const struct screen *s)
{
	const struct relatives_state *v = s->state;

	return v->likely.in ? likely_chosen(&v->likely).n : s->target.id[0];
}

static void relatives_end(struct screen *s)
{
	struct relatives_state *v = s->state;

	likely_none(&v->likely);
}

// clang-format off
static const struct binding relatives_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_WRITE | NEEDS_ROW, "Change what is known of them", "change" },
	{ "n", ACT_NEW, NEEDS_WRITE, "Add somebody", "add" },
	{ "1", ACT_DIGIT, NEEDS_WRITE | NEEDS_ROW, "Take whoever looks after them in as a person of their own (asks first)", "own record" },
	{ "o", ACT_ORDER, NEEDS_ROW, "Open their record", "open record" },
	{ "d", ACT_DONE, NEEDS_WRITE | NEEDS_ROW, "Not round them any more (asks first)", "not any more" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", NULL },
	{ 0 },
};
// clang-format on

const struct screen_ops relatives_screen = {
	.name = "relatives",
	.title = "People round them",
	.state_size = sizeof(struct relatives_state),
	.bindings = relatives_bindings,
	.load = relatives_load,
	.render = relatives_render,
	.take = relatives_take,
	.came_back = relatives_came_back,
	.subject = relatives_subject,
	.has = relatives_has,
	.end = relatives_end,
};
