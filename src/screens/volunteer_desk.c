#include "desk.h"
#include "masked.h"
#include "screens.h"

#include "base/words.h"
#include "casework/shift.h"
#include "casework/today.h"
#include "ui/list.h"

#include <string.h>

/*
 * The volunteers' first screen (care 35): six things by digit, then who is on their list today and
 * what they left unfinished. Nothing here can be broken; Esc always comes back to it.
 */
static const struct thing {
	const char *label;
	const struct screen_ops *where;
	enum op op;
} things[] = {
	{ _("Somebody has a question"), &enquiry_screen, OP_ENQUIRE },
	{ _("Somebody is here to see a worker"), &visitor_screen, OP_MEET_VISITOR },
	{ _("Somebody rang for a worker"), &note_screen, OP_TAKE_MESSAGE },
	{ _("Find a service"), &directory_screen, OP_SEE_SERVICES },
	{ _("Somebody is new to us"), &referral_screen, OP_RECEIVE_REFERRAL },
	{ _("I am worried about somebody's safety"), &safety_screen, OP_WORRY_ABOUT_SAFETY },
};

enum row_kind { ROW_THING, ROW_HOW, ROW_PERSON, ROW_LEFT };

struct desk_row {
	enum row_kind kind;
	size_t thing;
	const struct shift_row *person;
	const struct today_item *left;
};

struct desk_state {
	struct shift_rows shift;
	struct today_view today;
	struct {
		size_t n;
		struct desk_row *at;
	} rows;
	struct list_view view;
};

static bool offered(const struct screen *s, size_t i)
{
	return session_may(screen_session(s), things[i].op);
}

/* Of Today only what is theirs: what they raised or began, and what was left for them. */
static bool is_mine(const struct today_item *x)
{
	return x->kind == TODAY_DRAFT || x->kind == TODAY_SAFETY_NOTE || x->kind == TODAY_NOTE_LEFT;
}

static void fill_rows(struct screen *s)
{
	struct desk_state *v = s->state;
	struct arena *a = &s->arena;

	v->rows.n = 0;
	v->rows.at = NULL;
	for (size_t i = 0; i < COUNT_OF(things); i++)
		if (offered(s, i))
			*ARENA_PUSH(a, &v->rows) = (struct desk_row){ ROW_THING, .thing = i };
	*ARENA_PUSH(a, &v->rows) = (struct desk_row){ ROW_HOW };
	for (size_t i = 0; i < v->shift.n; i++)
		*ARENA_PUSH(a, &v->rows) =
			(struct desk_row){ ROW_PERSON, .person = &v->shift.at[i] };
	for (size_t i = 0; i < v->today.today.items.n; i++)
		if (is_mine(&v->today.today.items.at[i]))
			*ARENA_PUSH(a, &v->rows) =
				(struct desk_row){ ROW_LEFT, .left = &v->today.today.items.at[i] };
	list_resize(&v->view, v->rows.n);
}

static enum status things_load(struct screen *s)
{
	struct desk_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_may(session, OP_SEE_SERVICES);

	v->shift = (struct shift_rows){ 0 };
	v->today = (struct today_view){ 0 };
	if (rc == OK && session_may(session, OP_SEE_SHIFT))
		rc = casework_shift(session, &s->arena, &v->shift);
	if (rc == OK && session_may(session, OP_SEE_TODAY))
		rc = casework_today(session, &(struct today_of){ 0 }, &s->arena, &v->today);
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < v->shift.n; i++)
		v->shift.at[i].name =
			masked_name(s, v->shift.at[i].name, v->shift.at[i].person, &s->arena);
	masked_today(s, &v->today.today.items);
	fill_rows(s);
	return OK;
}

/* ---- showing ---- */

static void put_thing(const struct desk_row *r, struct grid *g, int row)
{
	if (r->kind == ROW_HOW) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_STRONG, "?");
		grid_put(g, row, GRID_TEXT + 3, -1, LOOK_PLAIN, _("Show me how"));
		return;
	}
	grid_printf(g, row, GRID_TEXT, LOOK_STRONG, "%zu", r->thing + 1);
	grid_put(g, row, GRID_TEXT + 3, -1, LOOK_PLAIN, things[r->thing].label);
}

static void put_row(const struct desk_row *r, struct grid *g, int row)
{
	int column;

	if (r->kind == ROW_PERSON) {
		column = grid_put(g, row, GRID_TEXT, 34, LOOK_STRONG, r->person->name);
		grid_put(g, row, column + 2, -1, LOOK_PLAIN, r->person->why);
	} else if (r->kind == ROW_LEFT) {
		column = grid_put(g, row, GRID_TEXT, 10, LOOK_SECOND, r->left->when);
		if (!text_empty(r->left->name))
			column = grid_put(g, row, column + 2, 30, LOOK_STRONG, r->left->name);
		grid_put(g, row, column + 2, -1, LOOK_PLAIN, r->left->what);
	} else {
		put_thing(r, g, row);
	}
}

static size_t count_of(const struct desk_state *v, enum row_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rows.n; i++)
		n += v->rows.at[i].kind == kind;
	return n;
}

/* A head over the first row of its kind; how many rows it took. */
static int put_head(const struct desk_state *v, size_t i, struct grid *g, int row)
{
	const struct desk_row *r = &v->rows.at[i];
	struct arena a = { 0 };

	if (r->kind == ROW_THING || r->kind == ROW_HOW ||
	    (i > 0 && v->rows.at[i - 1].kind == r->kind))
		return 0;
	grid_head(g, row + 1,
	          r->kind == ROW_PERSON ? _("TODAY'S LIST") : _("FOR YOU, AND UNFINISHED"),
	          arena_printf(&a, "%zu", count_of(v, r->kind)));
	arena_reset(&a);
	return 2;
}

static void put_rows(struct desk_state *v, struct grid *g, int row)
{
	size_t fixed = count_of(v, ROW_THING) + 1, i;
	size_t room = (size_t)(g->rows - row - 6), first = 0, shown;

	/* The six stand always; what is below them scrolls with the cursor. */
	shown = v->rows.n - fixed;
	if (shown > room - fixed) {
		shown = room - fixed;
		if (v->view.at >= fixed + shown)
			first = v->view.at - fixed - shown + 1;
	}
	for (i = 0; i < v->rows.n; i++) {
		if (i >= fixed && (i < fixed + first || i >= fixed + first + shown))
			continue;
		row += put_head(v, i, g, row);
		put_row(&v->rows.at[i], g, row);
		if (i == v->view.at)
			grid_select(g, row);
		row++;
	}
	if (first + shown < v->rows.n - fixed)
		grid_printf(g, row, GRID_TEXT, LOOK_SECOND, _("%zu more ↓"),
		            v->rows.n - fixed - first - shown);
}

static void things_render(const struct screen *s, struct grid *g)
{
	struct desk_state *v = s->state;
	const struct session *session = screen_session(s);
	struct arena a = { 0 };

	grid_put(g, 0, GRID_MARGIN, -1, LOOK_HEAD, _("What is it?"));
	grid_put_right(g, 0, -1, 40, LOOK_SECOND,
	               arena_printf(&a, "%s · %s", session->service.name,
	                            day_plain(session->today, session->today, &a)));
	put_rows(v, g, 2);
	grid_put(g, g->rows - 1, GRID_MARGIN, -1, LOOK_ATTENTION,
	         _("Never say whether somebody is known here. Offer to take a message."));
	arena_reset(&a);
}

/* ---- keys ---- */

static enum outcome open_thing(struct screen *s, size_t i)
{
	if (i >= COUNT_OF(things) || !offered(s, i)) {
		desk_say(s->desk, _("That needs a name. Sign in first: Ctrl-G."));
		return REDRAW;
	}
	s->go = visit_to(things[i].where);
	visit_anew(s->desk, &s->go);
	return OPEN;
}

static enum outcome open_left(struct screen *s, const struct today_item *x)
{
	const struct screen_ops *form = x->kind == TODAY_DRAFT ? screen_named(x->form) : NULL;

	if (form)
		s->go = visit_kept(form, x->person, x->about);
	else if (x->kind == TODAY_NOTE_LEFT)
		s->go = (struct visit){ .where = &note_left_screen, .id = { x->id } };
	else
		s->go = (struct visit){ .where = &safety_notes_screen, .id = { x->id } };
	return OPEN;
}

static const struct desk_row *chosen(const struct desk_state *v)
{
	return v->view.at < v->rows.n ? &v->rows.at[v->view.at] : NULL;
}

static enum outcome open_row(struct screen *s)
{
	const struct desk_row *r = chosen(s->state);

	if (!r)
		return STAY;
	switch (r->kind) {
	case ROW_THING:
		return open_thing(s, r->thing);
	case ROW_HOW:
		s->go = visit_to(&how_screen);
		return OPEN;
	case ROW_PERSON:
		s->go = visit_person(&visit_screen, r->person->person);
		return OPEN;
	case ROW_LEFT:
		return open_left(s, r->left);
	}
	return STAY;
}

static enum outcome things_take(struct screen *s, enum act act, const struct input *in)
{
	struct desk_state *v = s->state;

	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_DIGIT)
		return open_thing(s, (size_t)(in->ch - '1'));
	if (act == ACT_OPEN)
		return open_row(s);
	if (act == ACT_HELP) {
		s->go = visit_to(&how_screen);
		return OPEN;
	}
	return PASS;
}

static int64_t things_subject(const struct screen *s)
{
	const struct desk_row *r = chosen(s->state);

	return r && r->kind == ROW_PERSON ? r->person->person.n : 0;
}

static unsigned things_has(const struct screen *s)
{
	(void)s;
	return NEEDS_ROW | NEEDS_MANY;
}

// clang-format off
static const struct binding things_bindings[] = {
	{ "1-6", ACT_DIGIT, 0, "What it is", "what it is" },
	{ "Enter", ACT_OPEN, 0, "Open what is marked", "open" },
	{ "?", ACT_HELP, 0, "Show me how", "show me how" },
	LIST_BINDINGS(0),
	{ 0 },
};
// clang-format on

const struct screen_ops volunteer_desk_screen = {
	.name = "desk",
	.title = "Desk",
	.state_size = sizeof(struct desk_state),
	.bindings = things_bindings,
	.load = things_load,
	.render = things_render,
	.take = things_take,
	.subject = things_subject,
	.has = things_has,
};
