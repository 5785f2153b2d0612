#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/plan_review.h"
#include "ui/list.h"

/* The versions of a plan: what each said, and what changed in it. id[0] the person. */
#define LIST_ROW  3
#define LIST_MOST 5 /* versions above what the chosen one says */

struct versions_state {
	struct person_strip strip;
	struct plan_versions all;
	struct list_view list;
	size_t top;   /* the first line of the chosen one that is shown */
	size_t lines; /* of it, as it was last drawn */
};

static struct person_id whose(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status versions_load(struct screen *s)
{
	struct versions_state *v = s->state;
	enum status rc = casework_strip(screen_session(s), whose(s), &s->arena, &v->strip);

	if (rc == OK)
		rc = casework_plan_versions(screen_session(s), whose(s), &s->arena, &v->all);
	if (rc == OK)
		list_resize(&v->list, v->all.n);
	return rc;
}

static const char *row_text(const struct plan_version *x, day today, struct arena *a)
{
	const struct plan *p = &x->content.plan;
	day on = day_valid(p->agreed_on) ? p->agreed_on : p->made_on;
	const char *text = arena_printf(a, _("Version %d · %s %s · %s"), p->version,
	                                day_valid(p->agreed_on) ? _("agreed") : _("begun"),
	                                day_short(on, today, a), x->by);

	if (p->status == PLAN_SUPERSEDED)
		return arena_printf(a, _("%s · replaced"), text);
	return text;
}

static int put_versions(struct versions_state *v, struct grid *g, day today, struct arena *a)
{
	struct list_window w = list_window(&v->list, LIST_MOST);
	int row = LIST_ROW;

	for (size_t i = 0; i < w.shown; i++, row++) {
		if (w.first + i == v->list.at)
			grid_select(g, row);
		grid_put(g, row, GRID_TEXT, -1,
		         w.first + i == v->list.at ? LOOK_STRONG : LOOK_PLAIN,
		         row_text(&v->all.at[w.first + i], today, a));
	}
	if (w.above + w.below > 0)
		list_more(g, row++, GRID_TEXT, &w);
	return row;
}

struct text_line {
	enum look look;
	const char *text;
};

struct text_lines {
	size_t n;
	struct text_line *at;
};

static void add(struct text_lines *lines, struct arena *a, enum look look, const char *text)
{
	*ARENA_PUSH(a, lines) = (struct text_line){ look, text };
}

static struct text_lines lines_of(const struct plan_version *x, struct arena *a)
{
	struct text_lines lines = { 0 };

	if (x->changes.n > 0)
		add(&lines, a, LOOK_HEAD, _("WHAT CHANGED"));
	for (size_t i = 0; i < x->changes.n; i++)
		add(&lines, a, LOOK_PLAIN, x->changes.at[i]);
	add(&lines, a, LOOK_HEAD, _("WHAT IT SAYS"));
	for (size_t i = 0; i < x->lines.n; i++)
		add(&lines, a, x->lines.at[i][0] == ' ' ? LOOK_PLAIN : LOOK_STRONG, x->lines.at[i]);
	return lines;
}

static void put_chosen(struct versions_state *v, struct grid *g, int row, struct arena *a)
{
	struct text_lines lines = lines_of(&v->all.at[v->list.at], a);

	v->lines = lines.n;
	if (v->top >= lines.n)
		v->top = lines.n - 1;
	for (size_t i = v->top; i < lines.n && row < g->rows; i++) {
		int column = GRID_TEXT + (lines.at[i].text[0] == ' ' ? 2 : 0);

		row += grid_put_lines(g, row, column, g->rows - row, g->columns - column - 1,
		                      lines.at[i].look, lines.at[i].text);
	}
}

static void versions_render(const struct screen *s, struct grid *g)
{
	struct versions_state *v = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, _("Versions of the plan"), &v->strip, NULL);
	struct grid rest = strip_rest(g, row);

	grid_rule(&rest, STRIP_ROWS, GRID_MARGIN, -1);
	if (v->all.n == 0) {
		grid_put(&rest, rest.rows / 2, GRID_TEXT, -1, LOOK_SECOND,
		         _("There is no plan yet. p begins one."));
		grid_cursor(&rest, rest.rows / 2, GRID_TEXT);
	} else {
		row = put_versions(v, &rest, screen_session(s)->today, &a);
		grid_rule(&rest, row++, GRID_MARGIN, -1);
		put_chosen(v, &rest, row, &a);
	}
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}

static enum outcome versions_take(struct screen *s, enum act act, const struct input *in)
{
	struct versions_state *v = s->state;

	(void)in;
	if (act == ACT_PAGE_DOWN || act == ACT_OPEN) {
		v->top += v->top + 8 < v->lines ? 8 : 0;
		return REDRAW;
	}
	if (act == ACT_PAGE_UP) {
		v->top -= v->top > 8 ? 8 : v->top;
		return REDRAW;
	}
	if (act == ACT_HAND_OUT && v->list.at < v->all.n) {
		s->go = visit_paper(whose(s), DOCUMENT_PLAN);
		s->go.id[3] = v->all.at[v->list.at].content.plan.id.n;
		return OPEN;
	}
	if (!list_take(&v->list, act))
		return PASS;
	v->top = 0;
	return REDRAW;
}

static int64_t versions_subject(const struct screen *s)
{
	return s->target.id[0];
}

/* clang-format off */
static const struct binding versions_bindings[] = {
	{ "Up", ACT_UP, 0, "The version after", "newer" },
	{ "Down", ACT_DOWN, 0, "The version before", "older" },
	{ "k", ACT_UP, NEEDS_HIDDEN, "The version after", NULL },
	{ "j", ACT_DOWN, NEEDS_HIDDEN, "The version before", NULL },
	{ "PgDn", ACT_PAGE_DOWN, 0, "Read on", "read on" },
	{ "PgUp", ACT_PAGE_UP, 0, "Back in it", NULL },
	{ "x", ACT_HAND_OUT, 0, "The chosen version on paper, as it was", "paper" },
	{ "Enter", ACT_OPEN, NEEDS_HIDDEN, "Read on", NULL },
	{ "Home", ACT_HOME, NEEDS_HIDDEN, "The newest", NULL },
	{ "End", ACT_END, NEEDS_HIDDEN, "The first there was", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops versions_screen = {
	.name = "versions",
	.title = "Versions of the plan",
	.state_size = sizeof(struct versions_state),
	.bindings = versions_bindings,
	.load = versions_load,
	.render = versions_render,
	.take = versions_take,
	.subject = versions_subject,
};
