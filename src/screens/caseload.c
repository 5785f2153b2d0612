#include "caseload.h"

#include "desk.h"
#include "masked.h"
#include "views.h"

#include "base/words.h"
#include "casework/money.h"
#include "ui/keys.h"

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

/* Of a list that is no worker's it is asked one by one: as many as are at hand, and no more. */
static enum status load_gained(struct session *session, struct caseload_state *v)
{
	bool whole = !v->query.filter &&
	             (v->query.view == CASES_MINE || v->query.view == CASES_EVERYONE);

	v->gained = 0;
	if (!line_empty(&v->find) || (!whole && (v->behind || v->cases.more)))
		return OK;
	return casework_money_gained(session, &v->query, &v->gained);
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
	if (rc == OK)
		rc = load_gained(session, v);
	if (rc == OK && v->query.view == CASES_COVERED)
		v->count = v->cases.n;
	for (size_t i = 0; rc == OK && !masked_typed(v->query.find) && i < v->cases.n; i++)
		v->cases.at[i].name =
			masked_name(s, v->cases.at[i].name, v->cases.at[i].row.person, &s->arena);
	if (rc == OK)
		list_reload(&v->view, v->cases.n, row_id, v->cases.at, v->was);
	return rc;
}

static void caseload_render(const struct screen *s, struct grid *g)
{
	caseload_put(s, s->state, g);
}

/* ---- acts ---- */

static void to_the_top(struct caseload_state *v)
{
	v->behind = false;
	v->was = 0;
	v->view.at = v->view.top = 0;
}

/* A shipped list, or a view that is kept: id[0] the list, id[1] the view. */
static void show_view(struct screen *s, const struct result *r)
{
	struct caseload_state *v = s->state;
	struct session *session = screen_session(s);
	struct view_shown kept;

	v->name = NULL;
	v->saved.n = 0;
	v->query.filter = NULL;
	v->query.view = (enum case_view)r->id[0];
	if (v->query.view == CASES_MINE || v->query.view == CASES_COVERED)
		v->query.worker = session->account.id;
	else if (v->query.view == CASES_EVERYONE)
		v->query.worker.n = 0;
	if (r->id[1] != 0 && views_find(s, (struct saved_view_id){ r->id[1] }, &kept)) {
		v->name = kept.view.name;
		v->saved = kept.view.id;
		v->filter = kept.filter;
		v->query.view = kept.filter.view;
		v->query.filter = &v->filter;
		v->query.worker = kept.worker;
		if (kept.filter.view == CASES_MINE || kept.filter.view == CASES_COVERED)
			v->query.worker = session->account.id;
		if (kept.filter.order != CASE_ORDER_NONE)
			v->query.order = kept.filter.order;
		if (*kept.fault)
			desk_say(s->desk, "%s", kept.fault);
	}
	to_the_top(v);
	desk_reload(s->desk);
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

static enum outcome ask_whose(struct screen *s, struct caseload_state *v)
{
	const struct case_shown *c = chosen(v);

	if (v->marks.n == 0 && !c) {
		s->go = visit_to(&cover_screen);
		return OPEN;
	}
	v->one = c ? c->row.person : (struct person_id){ 0 };
	s->go = visit_whose(c ? c->row.worker : (struct account_id){ 0 },
	                    v->marks.n > 0 ? arena_printf(&s->keep, _("%zu people"), v->marks.n)
	                                   : c->name);
	return OPEN;
}

static void caseload_came_back(struct screen *s, const struct result *r)
{
	struct caseload_state *v = s->state;
	bool marks = v->marks.n > 0;

	v->was = chosen(v) ? chosen(v)->row.referral.n : 0;
	if (r->from == &views_screen && r->saved)
		show_view(s, r);
	else if (!caseload_many_came_back(s, v, r) &&
	         whose_came_back(s, &v->whose, r, marks ? v->marks.at : &v->one,
	                         marks ? v->marks.n : 1))
		caseload_unmark(v);
}

static enum outcome hand_out(struct screen *s, const struct caseload_state *v)
{
	struct list_query marked = v->query;
	const struct case_shown *c = v->marks.n == 0 ? chosen(v) : NULL;
	const struct chosen_one one = { c ? c->row.person : (struct person_id){ 0 },
		                        c ? c->name : "" };

	marked.only = v->marks.at;
	marked.only_n = v->marks.n;
	s->go = visit_hand_out_list(&marked, &one, &s->keep);
	return OPEN;
}

static enum outcome act_on(struct screen *s, struct caseload_state *v, enum act act)
{
	switch ((int)act) {
	case ACT_VIEWS:
		s->go = (struct visit){ .where = &views_screen,
			                .id = { v->query.view, v->saved.n } };
		return OPEN;
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
		return hand_out(s, v);
	case ACT_MARK_ALL:
		caseload_mark_all(s, v);
		return REDRAW;
	case ACT_WHOSE:
		return ask_whose(s, v);
	default:
		return PASS;
	}
}

static enum outcome act_on_row(struct screen *s, struct caseload_state *v, enum act act)
{
	const struct case_shown *c = chosen(v);

	if (!c)
		return PASS;
	if (act == ACT_OPEN) {
		s->go = visit_person(&person_screen, c->row.person);
		return OPEN;
	}
	if (act == ACT_MARK) {
		caseload_mark(v, c->row.person);
		desk_say(s->desk, _("%zu marked. w hands over, f reminds each, x hands out."),
		         v->marks.n);
		return move(s, v, ACT_DOWN) == RELOAD ? RELOAD : REDRAW;
	}
	if (act != ACT_WHY)
		return PASS;
	desk_say(s->desk, "%s",
	         !text_empty(c->row.next_what) ? c->row.next_what
	         : c->row.next_due != DAY_NONE
	                 ? _("Nobody has spoken with them yet: the first contact.")
	                 : _("No reminder is open. f sets one."));
	return REDRAW;
}

/* Esc: marks off first, then what was typed. */
static enum outcome back(struct caseload_state *v, struct screen *s, const struct input *in)
{
	if (v->marks.n > 0) {
		caseload_unmark(v);
		desk_say(s->desk, "%s", _("Nobody is marked any more."));
		return REDRAW;
	}
	return line_empty(&v->find) ? PASS : find(v, ACT_BACK, in);
}

static enum outcome caseload_take(struct screen *s, enum act act, const struct input *in)
{
	struct caseload_state *v = s->state;
	enum outcome outcome;

	if (v->finding)
		return find(v, act, in);
	if (act == ACT_BACK)
		return back(v, s, in);
	if (act == ACT_REMINDER && v->marks.n > 0)
		return caseload_remind(s, v);
	outcome = act_on_row(s, v, act);
	if (outcome == PASS)
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
	arena_reset(&v->marked);
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
	{ "v", ACT_VIEWS, 0, "Which people: mine, everyone, new, quiet … and views that are kept", "which" },
	{ "o", ACT_ORDER, NEEDS_MANY, "Order: what is next, name, longest not spoken to", "order" },
	{ "w", ACT_WHOSE, NEEDS_WRITE, "Whose: cover while somebody is away, or hand over for good", "whose" },
	{ "x", ACT_HAND_OUT, NEEDS_MANY, "Hand out what is shown, or a paper about who is chosen", "hand out" },
	{ "Space", ACT_MARK, NEEDS_ROW, "Mark, or take the mark off: w, f and x then mean all who are marked", NULL },
	{ "*", ACT_MARK_ALL, NEEDS_MANY, "Mark everybody in the list, or nobody", NULL },
	{ "f", ACT_REMINDER, NEEDS_ROW | NEEDS_WRITE, "A reminder; one each for all who are marked", NULL },
	{ "i", ACT_WHY, NEEDS_ROW, "What is next", NULL },
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Marks off, then all again, then back", NULL },
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
