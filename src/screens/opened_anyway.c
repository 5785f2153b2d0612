#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/reviews.h"
#include "ui/list.h"

/*
 * Restricted records that were opened anyway: who, whom, why, and what was looked at. Two digits
 * answer whether it was right. target.id[0]: the one to begin on.
 */
struct opened_state {
	struct opened_list list;
	struct list_view view;
	struct opened_meanwhile meanwhile; /* of the chosen one */
	enum access_review answer;         /* what its note is asked for */
};

static int64_t row_id(const void *rows, size_t i)
{
	const struct opened_anyway *at = rows;

	return at[i].access.id;
}

static const struct opened_anyway *chosen(const struct opened_state *v)
{
	return v->view.at < v->list.n ? &v->list.at[v->view.at] : NULL;
}

static enum status read_chosen(struct screen *s)
{
	struct opened_state *v = s->state;
	const struct opened_anyway *x = chosen(v);

	v->meanwhile = (struct opened_meanwhile){ 0 };
	return x ? casework_opened_meanwhile(screen_session(s), x->access.id, &s->arena,
	                                     &v->meanwhile)
	         : OK;
}

static enum status opened_load(struct screen *s)
{
	struct opened_state *v = s->state;
	int64_t was = s->target.id[0] ? s->target.id[0] : chosen(v) ? chosen(v)->access.id : 0;
	enum status rc;

	s->target.id[0] = 0;
	rc = casework_opened_anyway(screen_session(s), &s->arena, &v->list);
	if (rc != OK)
		return rc;
	list_reload(&v->view, v->list.n, row_id, v->list.at, was);
	return read_chosen(s);
}

static void put_row(const struct opened_anyway *x, struct grid *g, int row)
{
	grid_put(g, row, GRID_TEXT, 16, LOOK_PLAIN, x->when);
	grid_put(g, row, 20, 10, LOOK_STRONG, x->ref);
	grid_put(g, row, 31, 18, LOOK_PLAIN, x->who);
	grid_put(g, row, 50, -1, x->mine ? LOOK_SECOND : LOOK_ATTENTION,
	         x->mine ? _("you: somebody else looks") : x->why);
}

static void put_chosen(const struct opened_state *v, struct grid *g, int row)
{
	const struct opened_anyway *x = chosen(v);

	if (!x)
		return;
	grid_rule(g, row++, 1, -1);
	grid_printf(g, row++, 1, LOOK_STRONG, _("%s opened %s anyway, %s"), x->who, x->ref,
	            x->when);
	grid_put(g, row, 1, 12, LOOK_SECOND, _("Why"));
	row += grid_put_lines(g, row, 14, 3, g->columns - 15, LOOK_WORDS, x->access.note);
	grid_put(g, row, 1, 12, LOOK_SECOND, _("In that hour"));
	if (v->meanwhile.n == 0)
		grid_put(g, row++, 14, -1, LOOK_SECOND, _("nothing was looked at"));
	for (size_t i = 0; i < v->meanwhile.n && row < g->rows; i++, row++)
		grid_printf(g, row, 14, LOOK_PLAIN, "%s  %s", v->meanwhile.at[i].time,
		            v->meanwhile.at[i].what);
}

static void opened_render(const struct screen *s, struct grid *g)
{
	struct opened_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows / 3);
	struct arena a = { 0 };
	int row = 1;

	grid_head(g, 0, _("OPENED ANYWAY"), arena_printf(&a, "%zu", v->list.n));
	arena_reset(&a);
	grid_cursor(g, 1, 1);
	if (v->list.n == 0)
		grid_put(g, row, 1, -1, LOOK_SECOND,
		         _("No restricted record waits to be looked at. Esc goes back."));
	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(&v->list.at[w.first + i], g, row);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
	put_chosen(v, g, w.rows + 2);
}

static enum outcome ask(struct screen *s, enum access_review answer)
{
	struct opened_state *v = s->state;
	const struct opened_anyway *x = chosen(v);
	struct prompt p = { 0 };

	if (!x)
		return STAY;
	v->answer = answer;
	prompt_ask(&p,
	           arena_printf(&s->desk->memory,
	                        answer == ACCESS_JUSTIFIED ? _("It was right, %s by %s. A note:")
	                                                   : _("It was not right, %s by %s. Why:"),
	                        x->ref, x->who),
	           NULL);
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome opened_take(struct screen *s, enum act act, const struct input *in)
{
	struct opened_state *v = s->state;
	const struct opened_anyway *x;

	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act)) {
		if (read_chosen(s) != OK)
			desk_say_fault(s->desk);
		return REDRAW;
	}
	if (act == ACT_DIGIT)
		return ask(s, in->ch == '1' ? ACCESS_JUSTIFIED : ACCESS_NOT_JUSTIFIED);
	x = chosen(v);
	if (act != ACT_WHOSE || !x)
		return PASS;
	s->go = visit_person(&named_screen, x->access.person);
	return OPEN;
}

static void opened_came_back(struct screen *s, const struct result *r)
{
	struct opened_state *v = s->state;
	const struct opened_anyway *x = chosen(v);

	if (r->from || !r->saved || !x)
		return;
	if (v->answer == ACCESS_NOT_JUSTIFIED && text_empty(r->text)) {
		desk_say(s->desk, _("Say why it was not right. Nothing was saved."));
		return;
	}
	if (casework_review_anyway(screen_session(s), x->access.id, v->answer, r->text) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk,
		         _("Saved. It is off everybody’s Today; %s reads your answer in "
		           "their own log."),
		         x->who);
	desk_reload(s->desk);
}

static unsigned opened_has(const struct screen *s)
{
	const struct opened_state *v = s->state;

	return v->list.n > 0 ? NEEDS_ROW : 0;
}

// clang-format off
static const struct binding opened_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE, "It was right (asks for a note)", "it was right" },
	{ "2", ACT_DIGIT, NEEDS_ROW | NEEDS_WRITE, "It was not right (asks why)", "it was not" },
	{ "w", ACT_WHOSE, NEEDS_ROW, "Who is named for the record", "who is named" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops opened_anyway_screen = {
	.name = "opened-anyway",
	.title = "Opened anyway",
	.state_size = sizeof(struct opened_state),
	.bindings = opened_bindings,
	.load = opened_load,
	.render = opened_render,
	.take = opened_take,
	.came_back = opened_came_back,
	.has = opened_has,
};
