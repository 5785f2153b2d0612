#include "planning.h"

#include "strip.h"

#include "base/words.h"
#include "model/level.h"
#include "model/none.h"

#define MATTERS_ROW STRIP_ROWS
#define LIST_ROW    4
#define SCORE_END   28 /* columns: the score ends here, */
#define TEXT        31 /* what will happen begins here */
#define WIDER       6  /* both further right, where there is room */

/* The lines of the list: heads, and rows by their number among the items. */
struct plan_line {
	bool head;
	size_t item;
};

struct plan_lines {
	size_t n;
	struct plan_line *at;
};

static struct plan_lines lines_of(const struct plan_items *items, struct arena *a)
{
	struct plan_lines lines = { 0 };

	for (size_t i = 1; i < items->n; i++) {
		if (items->at[i].head)
			*ARENA_PUSH(a, &lines) = (struct plan_line){ true, i };
		*ARENA_PUSH(a, &lines) = (struct plan_line){ false, i };
	}
	return lines;
}

/* The chosen row stays in sight, with the head above it. */
static void scroll(struct plan_state *st, const struct plan_lines *lines, size_t room)
{
	size_t at = 0, above;

	while (at + 1 < lines->n && (lines->at[at].head || lines->at[at].item != st->list.at))
		at++;
	if (st->list.at <= 1)
		at = 0;
	above = at > 0 && lines->at[at - 1].head ? at - 1 : at;
	if (st->top > above)
		st->top = above;
	if (at + 1 > st->top + room)
		st->top = at + 1 - room;
	if (lines->n <= room)
		st->top = 0;
}

static const char *score_text(const struct plan_row *row, struct arena *a)
{
	if (row->score != NUMBER_NONE)
		return arena_printf(a, "%d", row->score);
	return row->answer == CONCERN_TALK ? _("talk") : "";
}

static void put_answer(const struct plan_state *st, const struct plan_item *x, struct grid *g,
                       struct rect at, struct arena *a)
{
	const struct plan_row *row = &st->view.at[x->at];

	if (x->action == PLAN_NONE)
		grid_put(g, at.row, at.column, at.columns, LOOK_ATTENTION,
		         x->at < st->view.top ? _("?  what will happen") : "?");
	else if (!row->actions.at[x->action].on_paper)
		grid_put(g, at.row, at.column, at.columns, LOOK_SECOND,
		         arena_printf(a, _("%s · not on paper"), row->texts[x->action]));
	else
		grid_put(g, at.row, at.column, at.columns, LOOK_PLAIN, row->texts[x->action]);
}

/* How great the need is, at the margin where there is room: what is left for the text before it. */
static int put_level(const struct plan_row *row, struct grid *g, int at, int column)
{
	const char *text = level_text(row->level);

	if (g->columns < 100 || g->beside || !*text)
		return -1;
	return grid_put_right(g, at, -1, -1, LOOK_SECOND, text) - column - 2;
}

static void put_concern(const struct plan_state *st, size_t i, struct grid *g, int at,
                        struct arena *a)
{
	const struct plan_item *x = &st->items.at[i];
	const struct plan_row *row = &st->view.at[x->at];
	int wider = g->columns >= 100 ? WIDER : 0, room = -1;

	/* What else is done about it stands below, without its name again. */
	if (x->action == 0 || x->action == PLAN_NONE) {
		grid_put(g, at, GRID_TEXT,
		         SCORE_END + wider - GRID_TEXT - 2 -
		                 (int)text_width(str_of(score_text(row, a))),
		         i == st->list.at ? LOOK_STRONG : LOOK_PLAIN, row->label);
		grid_put_right(g, at, SCORE_END + wider, -1, LOOK_STRONG, score_text(row, a));
		room = put_level(row, g, at, TEXT + wider);
	}
	put_answer(st, x, g, (struct rect){ at, TEXT + wider, 1, room }, a);
}

static bool is_missing(const struct plan_state *st, const struct plan_item *x)
{
	return x->at == PLAN_NONE ||
	       (x->kind == ITEM_AGREED && st->view.plan.status == PLAN_DRAFT) ||
	       (x->kind == ITEM_COPIES && text_empty(st->view.copies));
}

static void put_row(const struct plan_state *st, size_t i, struct grid *g, int at, struct arena *a)
{
	const struct plan_item *x = &st->items.at[i];

	if (i == st->list.at)
		grid_select(g, at);
	if (x->kind == ITEM_CONCERN)
		put_concern(st, i, g, at, a);
	else
		grid_put(g, at, GRID_TEXT, -1,
		         is_missing(st, x)                                   ? LOOK_SECOND
		         : x->kind == ITEM_GOAL || x->kind == ITEM_STRENGTHS ? LOOK_WORDS
		                                                             : LOOK_PLAIN,
		         x->text);
}

static void put_line_head(const struct plan_item *x, struct grid *g, int at)
{
	grid_put(g, at, GRID_TEXT, -1, LOOK_HEAD, x->head);
	if (!text_empty(x->note))
		grid_put_right(g, at, -1, -1, LOOK_ACCENT, x->note);
}

static void put_matters(struct plan_state *st, struct grid *g, struct arena *a)
{
	const char *label = _("What matters");
	int column = GRID_MARGIN + (int)text_width(str_of(label)) + 2;

	if (st->list.at == 0)
		grid_select(g, MATTERS_ROW);
	grid_put(g, MATTERS_ROW, st->list.at == 0 ? GRID_TEXT : GRID_MARGIN, -1, LOOK_PLAIN, label);
	column += st->list.at == 0 ? 2 : 0;
	if (st->mode == PLANNING_MATTERS)
		line_put(&st->matters, g, MATTERS_ROW, column, g->columns - column - 1, true);
	else if (text_empty(st->view.matters))
		grid_put(g, MATTERS_ROW, column, -1, LOOK_SECOND,
		         _("not asked yet: Enter writes it, in their words"));
	else
		grid_put(g, MATTERS_ROW, column, -1, LOOK_WORDS,
		         arena_printf(a, "“%s”", st->view.matters));
}

/* How many wait for an answer; and the chosen row whole, where it was cut. */
static void put_foot(const struct plan_state *st, struct grid *g, int row, struct arena *a)
{
	const struct plan_row *chosen = planning_row(st);
	int column = GRID_TEXT;

	if (st->view.unanswered > 0) {
		column = grid_put(g, row, column, -1, LOOK_PLAIN,
		                  arena_printf(a,
		                               st->view.unanswered == 1
		                                       ? _("%zu has no answer yet.  * answers it ")
		                                       : _("%zu have no answer yet.  * answers all "
		                                           "of them "),
		                               st->view.unanswered));
		column = grid_put(g, row, column, -1, LOOK_WORDS,
		                  _("“talked about, ask at review”"));
		grid_put(g, row, column, -1, LOOK_PLAIN, ".");
	} else if (st->view.plan.status == PLAN_DRAFT) {
		grid_put(g, row, column, -1, LOOK_ACCENT,
		         _("Everything has an answer. Ctrl-S when they agree to it."));
	}
	if (!chosen) {
		const struct plan_item *x = planning_item(st);

		if (x->kind != ITEM_MATTERS)
			grid_put_lines(g, row + 1, GRID_TEXT, 2, g->columns - GRID_TEXT - 1,
			               LOOK_SECOND, x->text);
		return;
	}
	if (!text_empty(chosen->own_words))
		grid_put_lines(g, row + 1, GRID_TEXT, 2, g->columns - GRID_TEXT - 1, LOOK_WORDS,
		               arena_printf(a, "%s: “%s”", chosen->label, chosen->own_words));
	else {
		grid_put_lines(
			g, row + 1, GRID_TEXT, 2, g->columns - GRID_TEXT - 1, LOOK_SECOND,
			arena_printf(a, "%s%s%s: %s", chosen->label,
		                     *level_text(chosen->level) ? ", " : "",
		                     level_text(chosen->level),
		                     text_empty(chosen->text) ? _("no answer yet") : chosen->text));
	}
}

static size_t heads_of(const struct plan_lines *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < lines->n; i++)
		n += lines->at[i].head;
	return n;
}

static void put_list(struct plan_state *st, struct grid *g, struct arena *a)
{
	struct plan_lines lines = lines_of(&st->items, a);
	size_t room = (size_t)(g->rows - LIST_ROW - 4), i;
	int at = LIST_ROW;
	bool airy; /* a line between sections, where there is room */

	scroll(st, &lines, room);
	airy = lines.n + heads_of(&lines) <= room;
	for (i = st->top; i < lines.n && i < st->top + room; i++, at++) {
		at += airy && lines.at[i].head && i > 0;
		if (lines.at[i].head)
			put_line_head(&st->items.at[lines.at[i].item], g, at);
		else
			put_row(st, lines.at[i].item, g, at, a);
	}
	if (i < lines.n)
		grid_put_right(g, at - 1, -1, -1, LOOK_SECOND,
		               arena_printf(a, _("  %zu more ↓"), lines.n - i));
	put_foot(st, g, at, a);
}

static void put_rows(struct plan_state *st, struct grid *g, struct arena *a)
{
	put_matters(st, g, a);
	if (st->items.n > 1)
		put_list(st, g, a);
	if (st->view.assessment.id.n == 0)
		grid_put(g, g->rows / 2, GRID_TEXT, -1, LOOK_SECOND,
		         _("No assessment yet, so there is nothing to plan from. a begins one."));
	else if (st->view.n == 0)
		grid_put(g, g->rows - 4, GRID_TEXT, -1, LOOK_SECOND,
		         _("Nothing was raised at the last assessment. a goes over it again."));
	if (st->list.at == 0 && st->mode == PLANNING_ROWS)
		grid_cursor(g, MATTERS_ROW, GRID_TEXT);
}

static void put_form(struct plan_state *st, struct grid *g, struct arena *a)
{
	int row = 2;

	if (st->mode == PLANNING_AGREE) {
		row += grid_put_lines(
			g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_WORDS,
			_("Read it out, then: “This is what we said. Is it right? You "
		          "get it on paper, and can change it whenever you want.”"));
	} else {
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
		         planning_row(st) ? arena_printf(a, "%s", planning_row(st)->label) : "");
	}
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&st->form, g,
	         (struct rect){ row, GRID_TEXT, g->rows - row, g->columns - GRID_TEXT - 1 });
}

static const char *right_text(const struct plan_view *v, struct arena *a)
{
	if (v->plan.id.n == 0)
		return _("none made yet");
	return arena_printf(a,
	                    v->plan.status == PLAN_AGREED ? _("agreed · %zu to do")
	                                                  : _("%zu to do · %zu noted"),
	                    v->to_do, v->noted);
}

void planning_render(const struct screen *s, struct grid *g)
{
	struct plan_state *st = s->state;
	struct arena a = { 0 };

	int row = strip_put(g, _("Plan"), &st->view.strip, right_text(&st->view, &a));
	struct grid rest = strip_rest(g, row);

	if (st->mode == PLANNING_ACTION || st->mode == PLANNING_AGREE)
		put_form(st, &rest, &a);
	else
		put_rows(st, &rest, &a);
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}
