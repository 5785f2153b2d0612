#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/approvals.h"
#include "ui/list.h"

#define NEEDS_ANSWER 256u /* the chosen one is this account's to answer, now */
#define NEEDS_MINE   512u /* the chosen one is its own */

/*
 * What waits for a second person, and one's own that wait for somebody else. Whoever answers sees
 * exactly what will happen. target.id[0]: the one to begin on.
 */
struct approvals_state {
	struct approval_rows rows;
	struct list_view view;
	enum approval_answer answer; /* what its note is asked for */
};

static int64_t row_id(const void *rows, size_t i)
{
	const struct approval_row *at = rows;

	return at[i].approval.id;
}

static const struct approval_row *chosen(const struct approvals_state *v)
{
	return v->rows.n > 0 ? &v->rows.at[v->view.at] : NULL;
}

static enum status approvals_load(struct screen *s)
{
	struct approvals_state *v = s->state;
	int64_t was = s->target.id[0] ? s->target.id[0] : chosen(v) ? chosen(v)->approval.id : 0;
	enum status rc;

	s->target.id[0] = 0;
	rc = casework_approvals(screen_session(s), &s->arena, &v->rows);
	if (rc == OK)
		list_reload(&v->view, v->rows.n, row_id, v->rows.at, was);
	return rc;
}

static const char *waits_for(const struct approval_row *x)
{
	if (!x->mine)
		return "";
	return x->alone ? _("for a day: you asked, and nobody else can answer. Then you may.")
	                : _("for somebody else: you asked. 2 takes it back.");
}

static void put_row(const struct approval_row *x, struct grid *g, int row)
{
	grid_put(g, row, GRID_TEXT, 16, LOOK_PLAIN, x->when);
	grid_put(g, row, 20, 16, LOOK_STRONG, x->asked_by);
	grid_put(g, row, 37, -1, x->mine ? LOOK_SECOND : LOOK_PLAIN, x->approval.what);
}

static int put_part(struct grid *g, int row, const char *label, const char *text)
{
	if (text_empty(text))
		return row;
	grid_put(g, row, 1, 16, LOOK_SECOND, label);
	return row + grid_put_lines(g, row, 18, 3, g->columns - 19, LOOK_PLAIN, text);
}

static void put_chosen(const struct approval_row *x, struct grid *g, int row)
{
	grid_rule(g, row++, 1, -1);
	row = put_part(g, row, _("What will happen"), x->approval.what);
	row = put_part(g, row, _("Why"), x->approval.why);
	row = put_part(g, row, _("Asked by"), x->asked_by);
	row = put_part(g, row, _("Until"), x->until);
	put_part(g, row, _("Waits"), waits_for(x));
}

static void approvals_render(const struct screen *s, struct grid *g)
{
	struct approvals_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows / 2);
	struct arena a = { 0 };
	int row = 1;

	grid_head(g, 0, _("FOR A SECOND PERSON"), arena_printf(&a, "%zu", v->rows.n));
	arena_reset(&a);
	grid_cursor(g, 1, 1);
	if (v->rows.n == 0)
		grid_put(g, row, 1, -1, LOOK_SECOND,
		         _("Nothing waits for a second person. Esc goes back."));
	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(&v->rows.at[w.first + i], g, row);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	if (v->rows.n > 0)
		put_chosen(chosen(v), g, w.rows + 2);
}

static enum outcome ask(struct screen *s, enum approval_answer answer)
{
	struct approvals_state *v = s->state;
	const struct approval_row *x = chosen(v);
	struct prompt p = { 0 };

	if (!x)
		return STAY;
	v->answer = answer;
	if (answer == APPROVAL_NO && x->mine)
		prompt_ask(&p,
		           arena_printf(&s->desk->memory, _("Take back what you asked: %s?"),
		                        x->approval.what),
		           "yn");
	else if (answer == APPROVAL_YES)
		prompt_ask(&p, arena_printf(&s->desk->memory, _("Agree: %s?"), x->approval.what),
		           "yn");
	else
		prompt_ask(
			&p,
			arena_printf(&s->desk->memory, _("Not agreed: %s. Why:"), x->approval.what),
			NULL);
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome approvals_take(struct screen *s, enum act act, const struct input *in)
{
	struct approvals_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act))
		return REDRAW;
	if (act == ACT_DIGIT)
		return ask(s, in->ch == '1' ? APPROVAL_YES : APPROVAL_NO);
	return PASS;
}

static void approvals_came_back(struct screen *s, const struct result *r)
{
	struct approvals_state *v = s->state;
	const struct approval_row *x = chosen(v);
	bool back = x && x->mine && v->answer == APPROVAL_NO;
	bool asked_yn = back || v->answer == APPROVAL_YES;
	struct session *session = screen_session(s);
	const char *said = "";
	enum status rc;

	if (r->from || !r->saved || !x || (asked_yn && r->id[0] != 'y'))
		return;
	rc = back ? casework_take_back_asking(session, x->approval.id, &s->arena, &said)
	          : casework_answer_approval(session, x->approval.id, v->answer,
	                                     asked_yn ? "" : r->text, &s->arena, &said);
	if (rc != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, "%s", said);
	desk_reload(s->desk);
}

static unsigned approvals_has(const struct screen *s)
{
	const struct approval_row *x = chosen(s->state);

	if (!x)
		return 0;
	return NEEDS_ROW | (x->answerable ? NEEDS_ANSWER : 0) | (x->mine ? NEEDS_MINE : 0);
}

// clang-format off
static const struct binding approvals_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE | NEEDS_ANSWER, "Agree (asks first): then it is done", "agree" },
	{ "2", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE | NEEDS_MINE, "Take back what you asked for", "take back" },
	{ "2", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE | NEEDS_ANSWER, "Say no (asks why)", "say no" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops approvals_screen = {
	.name = "approvals",
	.title = "For a second person",
	.state_size = sizeof(struct approvals_state),
	.bindings = approvals_bindings,
	.load = approvals_load,
	.render = approvals_render,
	.take = approvals_take,
	.came_back = approvals_came_back,
	.has = approvals_has,
};
