#include "desk.h"
#include "masked.h"
#include "whose.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/caseload.h"
#include "ui/keys.h"
#include "ui/list.h"

/* Who am I responsible for, and whom have I not heard from? */
#define PAGE_ROWS  60 /* as many as the tallest screen shows */
#define HELD_PAGES 3
#define MOST_MARKS 200

struct caseload_state {
	struct list_query query;
	struct cases cases; /* at most three pages, behind start */
	struct list_view view;
	struct line find;
	bool finding;
	struct menu menu;
	bool choosing; /* a view, from the menu */
	struct person_id marks[MOST_MARKS];
	size_t mark_n;
	struct whose_ask whose;
	struct person_id one;  /* whom w was pressed on */
	bool behind;           /* the list begins behind start */
	struct case_row start; /* its strings live in s->keep */
	size_t count;
	int64_t was;
};

static const struct menu_item views[] = {
	{ _("Mine"), NULL, NULL },
	{ _("Everyone"), NULL, NULL },
	{ _("New"), _("not spoken to yet"), NULL },
	{ _("Quiet"), _("not spoken to for long"), NULL },
	{ _("No assessment yet"), NULL, NULL },
	{ _("Plan overdue"), _("assessed, and no plan agreed"), NULL },
	{ _("Closed"), NULL, NULL },
	{ _("Covered by me"), _("while others are away"), NULL },
	{ 0 },
};

static const struct case_shown *chosen(const struct caseload_state *v)
{
	return v->view.at < v->cases.n ? &v->cases.at[v->view.at] : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return ((const struct case_shown *)rows)[i].row.referral.n;
}

static enum status caseload_begin(struct screen *s)
{
	struct caseload_state *v = s->state;

	v->query = (struct list_query){ .view = CASES_MINE,
		                        .find = "",
		                        .order = CASES_BY_DUE,
		                        .worker = screen_session(s)->account.id };
	return OK;
}

static enum status caseload_load(struct screen *s)
{
	struct caseload_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc;

	v->query.find = line_text(&v->find);
	rc = casework_cases(session, &v->query, v->behind ? &v->start : NULL,
	                    (size_t)PAGE_ROWS * HELD_PAGES, &s->arena, &v->cases);
	if (rc == OK)
		rc = casework_case_count(session, v->query.worker, &v->count);
	if (rc == OK && v->query.view == CASES_COVERED)
		v->count = v->cases.n;
	for (size_t i = 0; rc == OK && !masked_typed(v->query.find) && i < v->cases.n; i++)
		v->cases.at[i].name =
			masked_name(s, v->cases.at[i].name, v->cases.at[i].row.person, &s->arena);
	if (rc == OK)
		list_reload(&v->view, v->cases.n, row_id, v->cases.at, v->was);
	return rc;
}

/* ---- columns that fit the width ---- */

struct column {
	const char *head;
	int width;
	int least; /* columns of the whole screen from which on it is shown */
};

enum {
	COLUMN_NAME,
	COLUMN_NEXT,
	COLUMN_SPOKEN,
	COLUMN_STAGE,
	COLUMN_CONCERN,
	COLUMN_ACTIONS,
	COLUMN_WAITING,
	COLUMN_WORKER,
	COLUMN_AREA
};

static const struct column columns[] = {
	[COLUMN_NAME] = { _("name"), 22, 0 },
	[COLUMN_NEXT] = { _("next"), 13, 0 },
	[COLUMN_SPOKEN] = { _("spoken"), 16, 0 },
	[COLUMN_STAGE] = { _("where"), 18, 0 },
	[COLUMN_CONCERN] = { _("weighs most"), 24, 106 },
	[COLUMN_ACTIONS] = { _("to do"), 6, 110 },
	[COLUMN_WAITING] = { _("waiting on"), 20, 132 },
	[COLUMN_WORKER] = { _("worker"), 7, 79 },
	[COLUMN_AREA] = { _("area"), 14, 146 },
};

static const char *next_text(const struct case_row *c, day today, struct arena *a, enum look *look)
{
	int days;

	if (c->next_due == DAY_NONE) {
		*look = LOOK_SECOND;
		return c->open ? _("nothing") : "";
	}
	days = c->next_due - today;
	*look = days < 0 ? LOOK_ALARM : days == 0 ? LOOK_STRONG : LOOK_PLAIN;
	if (days < 0)
		return arena_printf(a, _("late %s"), days == -1 ? _("1 day") : day_span(days, a));
	if (days == 0)
		return c->next_minute == MINUTE_NONE ? _("today") : minute_text(c->next_minute, a);
	return days < 7 ? arena_printf(a, "%.3s", day_short(c->next_due, today, a))
	                : day_short(c->next_due, today, a);
}

static const char *spoken_text(const struct case_row *c, day today, struct arena *a,
                               enum look *look)
{
	const char *tries = c->tries == 0   ? ""
	                    : c->tries == 1 ? _(" · 1 try")
	                                    : arena_printf(a, _(" · %d tries"), c->tries);

	*look = LOOK_PLAIN;
	if (c->last_spoken_on != DAY_NONE)
		return arena_printf(a, "%s%s", day_span(c->last_spoken_on - today, a), tries);
	*look = LOOK_ATTENTION;
	return arena_printf(a, _("never%s"), tries);
}

static const char *concern_text(const struct case_shown *c, struct arena *a)
{
	const struct case_row *r = &c->row;

	if (text_empty(c->concern))
		return "";
	if (r->top_score < 0)
		return c->concern;
	if (r->top_previous < 0)
		return arena_printf(a, "%d %s", r->top_score, c->concern);
	return arena_printf(a, "%d %s %s", r->top_score,
	                    r->top_score > r->top_previous   ? "▲"
	                    : r->top_score < r->top_previous ? "▼"
	                                                     : "=",
	                    c->concern);
}

static const char *stage_text(const struct case_row *c)
{
	if (!c->open || c->state == REFERRAL_ON_HOLD || c->state == REFERRAL_RECEIVED)
		return words_label(&referral_states, (int)c->state);
	return words_label(&stages, (int)c->stage);
}

static const char *cell_text(const struct case_shown *c, int column, day today, struct arena *a,
                             enum look *look)
{
	*look = LOOK_PLAIN;
	switch (column) {
	case COLUMN_NAME:
		*look = LOOK_STRONG;
		return c->name;
	case COLUMN_NEXT:
		return next_text(&c->row, today, a, look);
	case COLUMN_SPOKEN:
		return spoken_text(&c->row, today, a, look);
	case COLUMN_STAGE:
		return stage_text(&c->row);
	case COLUMN_CONCERN:
		return concern_text(c, a);
	case COLUMN_ACTIONS:
		return c->row.open_actions ? arena_printf(a, "%d", c->row.open_actions) : "";
	case COLUMN_WAITING:
		return c->row.waiting_on;
	case COLUMN_WORKER:
		*look = LOOK_SECOND;
		return text_empty(c->worker) ? _("nobody") : c->worker;
	default:
		return c->area;
	}
}

/* ---- render ---- */

static bool marked(const struct caseload_state *v, struct person_id p)
{
	for (size_t i = 0; i < v->mark_n; i++)
		if (v->marks[i].n == p.n)
			return true;
	return false;
}

static void put_top(struct caseload_state *v, struct grid *g)
{
	int column = grid_printf(g, 0, GRID_MARGIN, LOOK_STRONG, "%s",
	                         views[v->query.view - CASES_MINE].label);

	if (v->query.view > CASES_EVERYONE && v->query.view != CASES_COVERED)
		column = grid_put(g, 0, column, -1, LOOK_PLAIN,
		                  v->query.worker.n ? _(", mine") : _(", everyone's"));
	column = grid_printf(g, 0, column, LOOK_PLAIN, _("    %zu open · by %s"), v->count,
	                     words_label(&case_orders, (int)v->query.order));
	if (v->mark_n > 0)
		column = grid_printf(g, 0, column, LOOK_ACCENT, _(" · %zu marked"), v->mark_n);
	if (v->finding || !line_empty(&v->find)) {
		column = grid_put(g, 0, column + 3, -1, LOOK_STRONG, "/");
		line_put(&v->find, g, 0, column, g->columns - column - 2, v->finding);
	}
}

static void put_heads(struct grid *g)
{
	int at = GRID_TEXT;

	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		if (g->columns < columns[i].least)
			continue;
		grid_put(g, 1, at, columns[i].width - 1, LOOK_SECOND, columns[i].head);
		at += columns[i].width;
	}
}

static void put_row(const struct screen *s, const struct caseload_state *v, struct grid *g, int row,
                    size_t i)
{
	const struct case_shown *c = &v->cases.at[i];
	struct arena a = { 0 };
	int at = GRID_TEXT;

	for (size_t j = 0; j < COUNT_OF(columns); j++) {
		enum look look;
		const char *text;

		if (g->columns < columns[j].least)
			continue;
		text = cell_text(c, (int)j, screen_session(s)->today, &a, &look);
		grid_put(g, row, at, columns[j].width - 1, look, text);
		at += columns[j].width;
	}
	if (marked(v, c->row.person))
		grid_put(g, row, GRID_TEXT - 1, 1, LOOK_ACCENT, "*");
	if (i == v->view.at && !v->finding)
		grid_select(g, row);
	arena_reset(&a);
}

static const char *empty_text(const struct caseload_state *v)
{
	if (!line_empty(&v->find))
		return _(
			"Nobody here by that name or number. Esc shows all again; : looks everywhere.");
	switch (v->query.view) {
	case CASES_NEW:
		return _("Everybody has been spoken to. v shows others.");
	case CASES_QUIET:
		return _("Nobody is quiet. v shows others.");
	case CASES_NOT_ASSESSED:
		return _("Everybody has been assessed. v shows others.");
	case CASES_PLAN_OVERDUE:
		return _("Every assessment has its plan. v shows others.");
	case CASES_CLOSED:
		return _("No case is closed yet. v shows others.");
	case CASES_COVERED:
		return _("You cover for nobody today. w arranges it; v shows others.");
	case CASE_VIEW_NONE:
	case CASES_MINE:
	case CASES_EVERYONE:
		break;
	}
	return _("No open case here. n takes in somebody new; v shows everyone's.");
}

static void caseload_render(const struct screen *s, struct grid *g)
{
	struct caseload_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 2);

	put_top(v, g);
	if (v->cases.n == 0) {
		grid_put(g, g->rows / 2, GRID_TEXT, g->columns - 4, LOOK_SECOND, empty_text(v));
		if (!v->finding)
			grid_cursor(g, g->rows / 2, GRID_TEXT);
	} else {
		put_heads(g);
		for (size_t i = 0; i < w.shown; i++)
			put_row(s, v, g, 2 + (int)i, w.first + i);
		list_more(g, 1 + w.rows, GRID_TEXT, &w);
	}
	if (v->choosing)
		menu_put(&v->menu, g);
}

/* ---- acts ---- */

static void to_the_top(struct caseload_state *v)
{
	v->behind = false;
	v->was = 0;
	v->view.at = v->view.top = 0;
}

static enum outcome choose_view(struct screen *s, const struct input *in)
{
	struct caseload_state *v = s->state;

	switch (menu_take(&v->menu, in)) {
	case MENU_STAY:
		return STAY;
	case MENU_MOVED:
		return REDRAW;
	case MENU_LEFT:
		v->choosing = false;
		return REDRAW;
	case MENU_CHOSEN:
		break;
	}
	v->choosing = false;
	v->query.view = (enum case_view)(CASES_MINE + v->menu.at);
	if (v->query.view == CASES_MINE || v->query.view == CASES_COVERED)
		v->query.worker = screen_session(s)->account.id;
	else if (v->query.view == CASES_EVERYONE)
		v->query.worker.n = 0;
	to_the_top(v);
	return RELOAD;
}

static enum outcome find(struct caseload_state *v, enum act act, const struct input *in)
{
	if (act == ACT_BACK || (in->kind == INPUT_KEY && key_matches("Esc", in))) {
		line_set(&v->find, "");
		v->finding = false;
		to_the_top(v);
		return RELOAD;
	}
	if (key_matches("Enter", in) || key_matches("Down", in)) {
		v->finding = false;
		return REDRAW;
	}
	switch (line_take(&v->find, in)) {
	case LINE_PASS:
		return PASS;
	case LINE_MOVED:
	case LINE_FULL:
		return REDRAW;
	case LINE_CHANGED:
		to_the_top(v);
		return RELOAD;
	}
	return PASS;
}

/* Down from the last row of the pages that are held: the next ones. */
static enum outcome move(struct screen *s, struct caseload_state *v, enum act act)
{
	size_t before = v->view.at;
	const struct case_shown *here, *last;

	if (!list_take(&v->view, act))
		return PASS;
	here = chosen(v);
	v->was = here ? here->row.referral.n : 0;
	if (act == ACT_HOME && v->behind) {
		to_the_top(v);
		return RELOAD;
	}
	if ((act != ACT_DOWN && act != ACT_PAGE_DOWN) || v->view.at != before)
		return REDRAW;
	if (!here || !v->cases.more)
		return REDRAW;
	last = &v->cases.at[v->cases.n - 1];
	v->start = last->row;
	v->start.sort_name = arena_strdup(&s->keep, last->row.sort_name);
	v->behind = true;
	v->was = 0;
	v->view.at = v->view.top = 0;
	return RELOAD;
}

static void mark(struct caseload_state *v, struct person_id p)
{
	for (size_t i = 0; i < v->mark_n; i++)
		if (v->marks[i].n == p.n) {
			v->marks[i] = v->marks[--v->mark_n];
			return;
		}
	if (v->mark_n < MOST_MARKS)
		v->marks[v->mark_n++] = p;
}

static void mark_all(struct caseload_state *v)
{
	bool any = v->mark_n > 0;

	v->mark_n = 0;
	for (size_t i = 0; !any && i < v->cases.n && v->mark_n < MOST_MARKS; i++)
		v->marks[v->mark_n++] = v->cases.at[i].row.person;
}

static enum outcome ask_whose(struct screen *s, struct caseload_state *v)
{
	const struct case_shown *c = chosen(v);

	if (v->mark_n == 0 && !c) {
		s->go = visit_to(&cover_screen);
		return OPEN;
	}
	v->one = c ? c->row.person : (struct person_id){ 0 };
	s->go = visit_whose(c ? c->row.worker : (struct account_id){ 0 },
	                    v->mark_n > 0 ? arena_printf(&s->keep, _("%zu people"), v->mark_n)
	                                  : c->name);
	return OPEN;
}

static void caseload_came_back(struct screen *s, const struct result *r)
{
	struct caseload_state *v = s->state;
	bool marks = v->mark_n > 0;

	v->was = chosen(v) ? chosen(v)->row.referral.n : 0;
	if (whose_came_back(s, &v->whose, r, marks ? v->marks : &v->one, marks ? v->mark_n : 1))
		v->mark_n = 0;
}

static enum outcome act_on(struct screen *s, struct caseload_state *v, enum act act)
{
	switch ((int)act) {
	case ACT_VIEWS:
		menu_ask(&v->menu, _("Which people"), views);
		v->menu.at = v->query.view - CASES_MINE;
		v->choosing = true;
		return REDRAW;
	case ACT_FIND:
		v->finding = true;
		return REDRAW;
	case ACT_ORDER:
		v->query.order = v->query.order == CASES_BY_SPOKEN
		                         ? CASES_BY_DUE
		                         : (enum case_order)(v->query.order + 1);
		to_the_top(v);
		return RELOAD;
	case ACT_HAND_OUT:
		s->go = visit_hand_out_list(&v->query);
		return OPEN;
	case ACT_MARK_ALL:
		mark_all(v);
		return REDRAW;
	case ACT_WHOSE:
		return ask_whose(s, v);
	default:
		return PASS;
	}
}

static enum outcome caseload_take(struct screen *s, enum act act, const struct input *in)
{
	struct caseload_state *v = s->state;
	const struct case_shown *c = chosen(v);
	enum outcome outcome;

	if (v->choosing)
		return choose_view(s, in);
	if (v->finding)
		return find(v, act, in);
	if (act == ACT_BACK && !line_empty(&v->find))
		return find(v, act, in);
	if (act == ACT_OPEN && c) {
		s->go = visit_person(&person_screen, c->row.person);
		return OPEN;
	}
	if (act == ACT_MARK && c) {
		mark(v, c->row.person);
		return move(s, v, ACT_DOWN);
	}
	if (act == ACT_WHY && c) {
		desk_say(s->desk, "%s",
		         text_empty(c->row.next_what) ? _("No reminder is open. f sets one.")
		                                      : c->row.next_what);
		return REDRAW;
	}
	outcome = act_on(s, v, act);
	return outcome != PASS || act == ACT_NONE ? outcome : move(s, v, act);
}

static bool caseload_typing(const struct screen *s)
{
	const struct caseload_state *v = s->state;

	return v->finding;
}

static int64_t caseload_subject(const struct screen *s)
{
	const struct case_shown *c = chosen(s->state);

	return c ? c->row.person.n : 0;
}

static unsigned caseload_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

static void caseload_end(struct screen *s)
{
	struct caseload_state *v = s->state;

	line_done(&v->find);
}

/* clang-format off */
static const struct binding caseload_bindings[] = {
	{ "Up", ACT_UP, NEEDS_ROW | NEEDS_HIDDEN, "Up", NULL },
	{ "k", ACT_UP, NEEDS_ROW | NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, NEEDS_ROW | NEEDS_HIDDEN, "Down", NULL },
	{ "j", ACT_DOWN, NEEDS_ROW | NEEDS_HIDDEN, "Down", NULL },
	{ "PgUp", ACT_PAGE_UP, NEEDS_ROW | NEEDS_HIDDEN, "A page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_ROW | NEEDS_HIDDEN, "A page down", NULL },
	{ "Home", ACT_HOME, NEEDS_ROW | NEEDS_HIDDEN, "The first", NULL },
	{ "End", ACT_END, NEEDS_ROW | NEEDS_HIDDEN, "The last that is loaded", NULL },
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the person", "open" },
	{ "/", ACT_FIND, 0, "Find here by any part of a name or number", "find" },
	{ "v", ACT_VIEWS, 0, "Which people: mine, everyone, new, quiet …", "which" },
	{ "o", ACT_ORDER, NEEDS_MANY, "Order: what is next, name, longest not spoken to", "order" },
	{ "w", ACT_WHOSE, NEEDS_WRITE, "Whose: cover while somebody is away, or hand over for good", "whose" },
	{ "x", ACT_HAND_OUT, NEEDS_MANY, "Hand out what is shown", "hand out" },
	{ "Space", ACT_MARK, NEEDS_ROW, "Mark, or take the mark off", NULL },
	{ "*", ACT_MARK_ALL, NEEDS_MANY, "Mark all, or none", NULL },
	{ "i", ACT_WHY, NEEDS_ROW, "What is next", NULL },
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Show all again, then back", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops caseload_screen = {
	.name = "caseload",
	.title = "Caseload",
	.state_size = sizeof(struct caseload_state),
	.bindings = caseload_bindings,
	.begin = caseload_begin,
	.load = caseload_load,
	.render = caseload_render,
	.take = caseload_take,
	.typing = caseload_typing,
	.came_back = caseload_came_back,
	.subject = caseload_subject,
	.has = caseload_has,
	.end = caseload_end,
};
