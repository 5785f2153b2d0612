#include "council.h"

#include "desk.h"
#include "strip.h"

#include "base/words.h"

#define NOW_COLUMN  46
#define HINT_COLUMN 80 /* where there is room for a column of its own */
#define HINT_FROM   110
#define FOOT_ROWS   5 /* rule, what the digits are, the statute's words in two, the hint */

static enum look manages_look(enum manages how)
{
	if (how == MANAGES_NONE || how == MANAGES_NOT_SAID)
		return LOOK_SECOND;
	return how == MANAGES_ABLE ? LOOK_PLAIN : LOOK_STRONG;
}

/* "with help", "?  was with help", "?  Washing and dressing 7" */
static void put_manages(const struct council_state *st, const struct council_row *x, struct grid *g,
                        int row, struct arena *a)
{
	enum manages now = st->now[x->at], was = x->item->was;
	bool wide = g->columns >= HINT_FROM;
	const char *change = statutory_change(was, now, a);
	int column;

	if (wide)
		grid_put(g, row, HINT_COLUMN, -1, LOOK_SECOND, x->item->hint);
	if (now != MANAGES_NONE) {
		column = grid_put(g, row, NOW_COLUMN, -1, manages_look(now),
		                  words_label(&manages_words, (int)now));
		if (*change)
			grid_put(g, row, column + 1, wide ? HINT_COLUMN - column - 2 : -1,
			         LOOK_SECOND, arena_printf(a, "(%s)", change));
		return;
	}
	if (was != MANAGES_NONE)
		grid_put(g, row, NOW_COLUMN, wide ? HINT_COLUMN - NOW_COLUMN - 1 : -1, LOOK_SECOND,
		         arena_printf(a, _("?  was: %s"), words_label(&manages_words, (int)was)));
	else if (*x->item->hint && !wide)
		grid_put(g, row, NOW_COLUMN, -1, LOOK_SECOND,
		         arena_printf(a, "?  %s", x->item->hint));
	else
		grid_put(g, row, NOW_COLUMN, -1, LOOK_SECOND, "?");
}

/* A question of its own length: the answer stands at the margin. */
static void put_test(const struct council_state *st, size_t test, struct grid *g, int row)
{
	enum asked said = st->tests[test];
	int end = g->columns >= HINT_FROM ? HINT_COLUMN : g->columns - 1;

	grid_put(g, row, GRID_TEXT, end - GRID_TEXT - 14, LOOK_PLAIN, st->view.list.tests[test]);
	if (said == NOT_ASKED)
		grid_put_right(g, row, end, -1, LOOK_SECOND, _("1 yes  2 no"));
	else
		grid_put_right(g, row, end, -1, LOOK_STRONG, said == SAID_YES ? _("yes") : _("no"));
}

static void put_row(const struct council_state *st, size_t i, struct grid *g, int row,
                    struct arena *a)
{
	const struct council_row x = council_row(st, i);

	if (i == st->list.at)
		grid_select(g, row);
	if (!x.item) {
		put_test(st, x.at, g, row);
		return;
	}
	grid_put(g, row, GRID_TEXT, NOW_COLUMN - GRID_TEXT - 1,
	         i == st->list.at ? LOOK_STRONG : LOOK_PLAIN, x.item->item->question);
	put_manages(st, &x, g, row, a);
}

/* The row one is on, in the law's own words; and what they scored that touches it. */
static void put_foot(const struct council_state *st, struct grid *g, int row, struct arena *a)
{
	const struct council_row x = council_row(st, st->list.at);

	grid_rule(g, row++, GRID_MARGIN, -1);
	if (!x.item) {
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG, _("1 yes  2 no"));
		grid_put(g, row, GRID_MARGIN, -1, LOOK_SECOND, st->view.list.law);
		return;
	}
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
	         _("1 able  2 with help  3 pain or distress  4 danger  5 takes long  6 not able"));
	row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_SECOND,
	                      arena_printf(a, _("The law says: %s (%s)."), x.item->item->words,
	                                   x.item->item->where));
	if (*x.item->hint)
		grid_put(g, row, GRID_MARGIN, -1, LOOK_PLAIN,
		         arena_printf(a, _("They scored: %s. That is no answer to this."),
		                      x.item->hint));
}

static void put_rows(struct council_state *st, struct grid *g, int row, struct arena *a)
{
	struct list_window w;

	grid_put(
		g, row++, GRID_MARGIN, -1, LOOK_WORDS,
		_("“Some people get help from the council. How do you manage these by yourself?”"));
	w = list_window(&st->list, g->rows - row - FOOT_ROWS);
	for (size_t i = 0; i < w.shown; i++)
		put_row(st, w.first + i, g, row + (int)i, a);
	list_more(g, row + (int)w.shown, GRID_TEXT, &w);
	put_foot(st, g, row + w.rows, a);
}

/* What it comes to, said and never shown by a colour; then what they say to it. */
static void put_end(struct council_state *st, struct grid *g, int row, struct arena *a)
{
	const struct new_statutory x = council_said(st, a);
	const struct statutory_list *list = &st->view.list;

	row += grid_put_lines(g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_STRONG,
	                      statutory_verdict(list, &x.screen, &x.answers, st->view.council, a));
	if (list->n > 0)
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_PLAIN,
		         arena_printf(
				 a, _("%zu of %zu only with help, pain or danger, or not at all."),
				 statutory_count(list, &x.answers), list->n));
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_SECOND, list->law);
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&st->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

void council_render(const struct screen *s, struct grid *g)
{
	struct council_state *st = s->state;
	struct arena a = { 0 };
	const char *right = st->view.list.n == 0
	                            ? ""
	                            : arena_printf(&a, _("%zu of %zu asked"), council_answered(st),
	                                           council_rows(&st->view.list));
	int row = strip_put(g, _("Council"), &st->view.strip, right);
	struct grid rest = strip_rest(g, row);
	int end = grid_put(&rest, STRIP_ROWS, GRID_MARGIN, -1, LOOK_HEAD, st->view.list.title);

	if (!st->ending && st->view.cares && !statutory_is_carer(st->view.list.kind) && !g->beside)
		grid_put_right(&rest, STRIP_ROWS, -1, g->columns - end - 3, LOOK_ATTENTION,
		               _("They look after somebody: v asks as a carer"));
	if (st->ending)
		put_end(st, &rest, STRIP_ROWS + 1, &a);
	else
		put_rows(st, &rest, STRIP_ROWS + 1, &a);
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}
