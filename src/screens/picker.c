#include "desk.h"
#include "listing_rows.h"
#include "narrow.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/directory.h"
#include "casework/signposts.h"
#include "model/phone.h"

#include <stdio.h>

/*
 * Who near them can help with this? The directory, narrowed to the concern, the area and the age.
 * Opened from a plan or a person, it answers with what was chosen, in words for the plan's row.
 */
struct picker {
	struct pick_for who;
	struct pick pick;
	struct narrow narrow;
	struct marks marks;
	bool finding;
	bool reminded; /* of what nothing fitted before */
	enum picker_asks { ASKS_NOTHING, ASKS_RING, ASKS_WHY, ASKS_FAVOURITE } asking;
	struct line filter;
	struct list_view view;
};

static enum status picker_begin(struct screen *s)
{
	struct picker *v = s->state;
	struct person_id person = { s->target.id[0] };
	struct concern_choices choices;
	const char *code = s->target.text;
	enum status rc = OK;

	if (text_empty(code)) {
		rc = casework_concerns_to_choose(screen_session(s), person, &s->keep, &choices);
		code = rc == OK && choices.n > 0 ? choices.at[0].code : "";
	}
	if (rc == OK)
		rc = casework_pick_for(screen_session(s), person, code, &s->keep, &v->who);
	return rc;
}

static size_t rows_n(const struct picker *v)
{
	return v->narrow.rest ? v->pick.rest.n : v->pick.found.list.n;
}

static const struct listing *row_at(const struct picker *v, size_t i)
{
	return v->narrow.rest ? &v->pick.rest.at[i].listing : &v->pick.found.list.at[i];
}

static const struct listing *chosen(const struct picker *v)
{
	return v->view.at < rows_n(v) ? row_at(v, v->view.at) : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return row_at(rows, i)->service.id.n;
}

/* Once, quietly: nothing fitted for this before, and now there is this much. */
static void remind(struct screen *s)
{
	struct picker *v = s->state;
	const char *text = "";

	if (v->reminded || v->who.person.n == 0 ||
	    !session_may_about(screen_session(s), OP_OPEN_PERSON, v->who.person))
		return;
	v->reminded = true;
	if (casework_unmet_about(screen_session(s), v->who.person, v->who.concern, &s->arena,
	                         &text) == OK &&
	    !text_empty(text))
		desk_say(s->desk, _("%s %zu fit now."), text, v->pick.found.n);
}

static enum status picker_load(struct screen *s)
{
	struct picker *v = s->state;
	int64_t was = s->target.id[3];
	enum status rc;

	v->narrow.who = &v->who;
	v->narrow.q.text = line_text(&v->filter);
	rc = casework_pick_services(screen_session(s), &v->who, &v->narrow.q, v->narrow.rest,
	                            &s->arena, &v->pick);

	if (rc != OK)
		return rc;
	list_reload(&v->view, rows_n(v), row_id, v, was);
	remind(s);
	return narrow_load(s, &v->narrow);
}

/* ---- what stands on it ---- */

#define NAME_LEAST 8

static void put_head(const struct picker *v, struct grid *g)
{
	const struct pick_for *who = &v->who;
	struct arena a = { 0 };
	const char *born = text_empty(who->born) ? "" : arena_printf(&a, " · %s", who->born);
	const char *counts =
		arena_printf(&a, _("%zu fit · %zu not"), v->pick.found.n, v->pick.found.rest_n);
	int column = grid_put(g, 0, GRID_MARGIN, 30, LOOK_PLAIN, who->label), room;

	if (who->score >= 0)
		column = grid_printf(g, 0, column + 1, LOOK_STRONG, "%d", who->score);
	column = grid_put(g, 0, column + 3, -1, LOOK_PLAIN, _("for "));
	/* Their year of birth and how many fit stand, however long a name is. */
	room = g->columns - 3 - column - (int)text_width(str_of(born)) -
	       (int)text_width(str_of(counts));
	if (room < NAME_LEAST) {
		counts = arena_printf(&a, _("%zu fit"), v->pick.found.n);
		room = g->columns - 3 - column - (int)text_width(str_of(born)) -
		       (int)text_width(str_of(counts));
	}
	column = grid_put(g, 0, column, room > NAME_LEAST ? room : NAME_LEAST, LOOK_STRONG,
	                  who->name);
	column = grid_put(g, 0, column, -1, LOOK_PLAIN, born);
	room = g->columns - 3 - column - (int)text_width(str_of(counts));
	if (room > NAME_LEAST)
		column = grid_put(g, 0, column, room, LOOK_PLAIN,
		                  arena_printf(&a, " · %s", who->where));
	grid_put_right(g, 0, -1, g->columns - column - 2, LOOK_ACCENT, counts);
	arena_reset(&a);
}

static const char *empty_text(const struct picker *v, struct arena *a)
{
	if (v->finding || !line_empty(&v->filter))
		return arena_printf(a, _("Nothing here has “%s” in it. Esc takes it back."),
		                    line_text(&v->filter));
	if (v->narrow.rest)
		return _("Everything we know for this fits. v 1 goes back to it.");
	if (v->pick.found.rest_n > 0)
		return _("Nothing fits. v 1 shows what does not, and why; 0 puts it on record.");
	return _("No service we know helps with this. n adds one; 0 puts it on record.");
}

static void put_empty(const struct picker *v, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_put_lines(g, row, GRID_TEXT, 3, g->columns - 6, LOOK_SECOND, empty_text(v, &a));
	if (!v->finding)
		grid_cursor(g, row, GRID_TEXT);
	arena_reset(&a);
}

/* Rows under the list: at 24 rows one or two, else what a choice needs. */
static int preview_rows(const struct grid *g)
{
	return g->rows >= 28 ? 6 : 2;
}

static void put_row(const struct picker *v, struct grid *g, int row, size_t at)
{
	const struct listing *x = row_at(v, at);
	struct arena a = { 0 };

	listing_put(g, row, x,
	            v->narrow.rest ? v->pick.rest.at[at].why
	                           : listing_doubt(&x->service, v->who.fit.today, &a),
	            v->who.fit.today, &a);
	if (v->narrow.q.order == SERVICES_NEAREST && !v->narrow.rest)
		listing_far_put(g, row, x, &a);
	listing_sign_put(g, row, x, marked(&v->marks, x->service.id));
	arena_reset(&a);
}

static void put_heads(const struct picker *v, struct grid *g, int row)
{
	listing_heads_put(g, row);
	if (v->narrow.rest)
		listing_why_head_put(g, row);
	else if (v->narrow.q.order == SERVICES_NEAREST)
		listing_far_head_put(g, row);
}

static void picker_render(const struct screen *s, struct grid *g)
{
	struct picker *v = s->state;
	int row = 1 + narrow_put(&v->narrow, &v->pick.found, g, 1), heads = row;
	struct list_window w = list_window(&v->view, g->rows - row - 1 - preview_rows(g));

	put_head(v, g);
	put_heads(v, g, row++);
	if (rows_n(v) == 0)
		put_empty(v, g, row + 2);
	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(v, g, row, w.first + i);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	row += w.rows > (int)w.shown;
	if (chosen(v))
		listing_preview_put(g, row + (preview_rows(g) > 2), preview_rows(g), chosen(v),
		                    v->who.postcode, v->who.fit.today);
	listing_filter_put(g, heads, &v->filter, v->finding);
	if (v->narrow.open)
		menu_put(&v->narrow.menu, g);
}

/* ---- what it does ---- */

static struct visit visit_signpost(const struct picker *v, const struct listing *x)
{
	return (struct visit){ .where = &signpost_screen,
		               .id = { v->who.person.n, x->service.id.n },
		               .text = v->who.concern };
}

/* Old, never checked, or shut: the number first. */
static bool ring_first(const struct picker *v, const struct listing *x)
{
	return x->service.ring_first || service_stale(&x->service, v->who.fit.today) ||
	       !listing_open(&x->service, v->who.fit.today);
}

static const char *doubt(const struct service *x, day today, struct arena *a)
{
	const char *closed = listing_closed(x, today, a);

	if (closed[0] != '\0')
		return arena_printf(a, _("It is %s. Ring first?"), closed);
	if (x->gone_on != DAY_NONE)
		return arena_printf(a, _("It is %s. Ring first?"), service_gone_text(x, today, a));
	if (x->last_checked == DAY_NONE)
		return _("Nobody has checked this yet. Ring first?");
	if (service_stale(x, today))
		return arena_printf(a, _("Checked %s ago. Ring first?"),
		                    day_span(x->last_checked - today, a));
	return _("Its number is not sure. Ring first?");
}

static void ask(struct screen *s, enum picker_asks what, const char *question, const char *keys)
{
	struct picker *v = s->state;
	struct prompt p = { 0 };

	prompt_ask(&p, question, keys);
	v->asking = what;
	desk_ask(s->desk, &p);
}

/* What was left out is chosen all the same: for a reason, which stands with it. */
static enum outcome choose(struct screen *s)
{
	struct picker *v = s->state;
	const struct listing *x = chosen(v);

	if (!x)
		return STAY;
	if (v->narrow.rest && listing_open(&x->service, v->who.fit.today)) {
		ask(s, ASKS_WHY,
		    arena_printf(&s->keep, _("Left out: %s. Why all the same?"),
		                 v->pick.rest.at[v->view.at].why),
		    NULL);
		return REDRAW;
	}
	if (ring_first(v, x)) {
		ask(s, ASKS_RING, doubt(&x->service, v->who.fit.today, &s->keep), "yn");
		return REDRAW;
	}
	s->go = visit_signpost(v, x);
	return OPEN;
}

static enum outcome go_to(struct screen *s, const struct screen_ops *where)
{
	struct picker *v = s->state;
	const struct listing *x = chosen(v);

	if (!x)
		return STAY;
	s->go = (struct visit){ .where = where, .id = { x->service.id.n, v->who.person.n } };
	return OPEN;
}

static enum outcome nothing_fits(struct screen *s)
{
	struct picker *v = s->state;

	s->go = visit_person(&unmet_screen, v->who.person);
	s->go.text = v->who.concern;
	return OPEN;
}

static enum outcome why(struct screen *s)
{
	struct picker *v = s->state;
	const struct listing *x = chosen(v);
	const char *like = "";
	struct arena a = { 0 };

	if (!x)
		return STAY;
	if (casework_helped_like(screen_session(s), &v->who, x->service.id, &a, &like) != OK)
		desk_say_fault(s->desk);
	else if (v->narrow.rest)
		desk_say(s->desk, "%s: %s. %s", x->service.name, v->pick.rest.at[v->view.at].why,
		         text_empty(like) ? listing_use(&x->use, &a) : like);
	else
		desk_say(s->desk, "%s %s", listing_why(x, &v->who.fit, &a), like);
	arena_reset(&a);
	return REDRAW;
}

static void remember(struct screen *s)
{
	const struct listing *x = chosen(s->state);

	s->target.id[3] = x ? x->service.id.n : 0;
}

static enum outcome take_filter(struct screen *s, const struct input *in)
{
	struct picker *v = s->state;

	switch (listing_filter_take(&v->filter, in)) {
	case FILTER_PASS:
		return PASS;
	case FILTER_MOVED:
		return REDRAW;
	case FILTER_LEFT:
		v->finding = false;
		return RELOAD;
	case FILTER_CHANGED:
		break;
	}
	v->view.at = 0;
	s->target.id[3] = 0;
	return RELOAD;
}

static enum outcome hand_out(struct screen *s)
{
	struct picker *v = s->state;

	if (v->marks.n == 0)
		return go_to(s, &sheet_screen);
	s->go = visit_shortlist(&v->marks, &s->keep);
	return OPEN;
}

/* What opens something else; PASS: not that. */
static enum outcome take_other(struct screen *s, enum act act)
{
	if (act == ACT_CHOOSE)
		return choose(s);
	if (act == ACT_OPEN)
		return go_to(s, &service_screen);
	if (act == ACT_STILL_SO)
		return go_to(s, &checked_screen);
	if (act == ACT_CHANGE)
		return go_to(s, &trouble_screen);
	if (act == ACT_NOTHING_FITS)
		return nothing_fits(s);
	if (act == ACT_HAND_OUT)
		return hand_out(s);
	return act == ACT_WHY ? why(s) : PASS;
}

static enum outcome picker_take(struct screen *s, enum act act, const struct input *in)
{
	struct picker *v = s->state;

	if (v->narrow.open)
		return narrow_take(s, &v->narrow, in);
	if (v->finding && act == ACT_NONE)
		return take_filter(s, in);
	if (list_take(&v->view, act)) {
		remember(s);
		return REDRAW;
	}
	if (act == ACT_FIND) {
		v->finding = true;
	} else if (act == ACT_VIEWS) {
		narrow_open(&v->narrow);
	} else if (act == ACT_ORDER) {
		v->view.at = v->view.top = 0;
		s->target.id[3] = 0;
		return narrow_order(s, &v->narrow);
	} else if ((act == ACT_MARK || act == ACT_MARK_ALL) && chosen(v)) {
		marks_take(s, &v->marks, chosen(v), act == ACT_MARK_ALL);
	} else if (act == ACT_FAVOURITE && chosen(v)) {
		listing_favourite_ask(s, chosen(v));
		v->asking = ASKS_FAVOURITE;
		return REDRAW;
	} else {
		return take_other(s, act);
	}
	return RELOAD;
}

/* A signpost or an unmet need is the answer to whoever opened the picker. */
static void answered(struct screen *s, const struct result *r)
{
	s->answer = *r;
	s->answer.text = r->text ? arena_strdup(&s->keep, r->text) : NULL;
	desk_close(s->desk);
}

/* Where an answered question leads; where NULL: nowhere. */
static struct visit asked(struct screen *s, enum picker_asks what, const struct result *r)
{
	struct picker *v = s->state;
	const struct listing *x = chosen(v);
	struct visit go = { 0 };

	if (!r->saved || !x)
		return go;
	if (what == ASKS_RING && r->id[0] == 'y')
		return (struct visit){ .where = &service_screen,
			               .id = { x->service.id.n, v->who.person.n } };
	if (what == ASKS_RING)
		return visit_signpost(v, x);
	if (what != ASKS_WHY)
		return go;
	if (text_empty(r->text)) {
		desk_say(s->desk, "%s",
		         _("Nothing was chosen: what was left out is chosen for a reason."));
		return go;
	}
	go = visit_signpost(v, x);
	go.text = arena_printf(&s->keep, "%s\n%s: %s", v->who.concern,
	                       v->pick.rest.at[v->view.at].why, r->text);
	return go;
}

static void picker_came_back(struct screen *s, const struct result *r)
{
	struct picker *v = s->state;
	const struct listing *x = chosen(v);
	enum picker_asks what = v->asking;
	struct visit go = { 0 };

	v->asking = ASKS_NOTHING;
	if (r->saved && (r->from == &signpost_screen || r->from == &unmet_screen)) {
		answered(s, r);
		return;
	}
	if (!r->from && what == ASKS_FAVOURITE)
		listing_favourite_answered(s, x, r);
	else if (!r->from && what != ASKS_NOTHING)
		go = asked(s, what, r);
	else if (r->from == &service_screen && r->saved && x)
		go = visit_signpost(v, x);
	else if (narrow_came_back(s, &v->narrow, r))
		s->target.id[3] = 0;
	if (go.where && desk_open(s->desk, &go) != OK)
		desk_say_fault(s->desk);
}

static bool picker_typing(const struct screen *s)
{
	const struct picker *v = s->state;

	return v->finding && !v->narrow.open;
}

static int64_t picker_subject(const struct screen *s)
{
	const struct picker *v = s->state;

	return v->who.person.n;
}

static unsigned picker_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

static void picker_end(struct screen *s)
{
	struct picker *v = s->state;

	line_done(&v->filter);
}

// clang-format off
static const struct binding picker_bindings[] = {
	{ "s", ACT_CHOOSE, NEEDS_ROW | NEEDS_WRITE, "This one: told about it, or referred", "this one" },
	{ "Enter", ACT_OPEN, NEEDS_ROW, "The whole record", "open" },
	{ "/", ACT_FIND, 0, "Find by any word", "find" },
	{ "v", ACT_VIEWS, 0, "Which ones: what did not fit and why, free, drop-in, a language, favourites", "which ones" },
	{ "0", ACT_NOTHING_FITS, NEEDS_STAFF | NEEDS_WRITE, "Nothing here fits: put it on record, with why", "nothing fits" },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "Checked, still as it says: asks how", NULL },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "What is wrong with this entry", NULL },
	{ "i", ACT_WHY, NEEDS_ROW, "Why it fits, how old this is, and whom of people like them it helped", NULL },
	{ "o", ACT_ORDER, 0, "In another order: nearest, last checked, helped most, by name", NULL },
	{ "Space", ACT_MARK, NEEDS_ROW, "Mark for a list to hand out, or take the mark off", NULL },
	{ "*", ACT_MARK_ALL, NEEDS_ROW, "Take all marks off", NULL },
	{ "m", ACT_FAVOURITE, NEEDS_ENTRIES | NEEDS_ROW | NEEDS_WRITE, "Keep it as a favourite of yours, or not; it asks", NULL },
	{ "x", ACT_HAND_OUT, NEEDS_ROW, "A sheet of it, or a list of those that are marked, without a name", NULL },
	LIST_BINDINGS(NEEDS_ROW),
	{ 0 },
};
// clang-format on

const struct screen_ops picker_screen = {
	.name = "picker",
	.title = "A service for them",
	.state_size = sizeof(struct picker),
	.bindings = picker_bindings,
	.begin = picker_begin,
	.load = picker_load,
	.render = picker_render,
	.take = picker_take,
	.typing = picker_typing,
	.came_back = picker_came_back,
	.subject = picker_subject,
	.has = picker_has,
	.end = picker_end,
};
