#include "assessment.h"

#include "desk.h"
#include "strip.h"

#include "base/words.h"
#include "model/none.h"

#include <string.h>

#define NOW_END      50 /* columns: the value now ends here, */
#define WAS_END      55 /* the last one here, */
#define TREND        57
#define MATTERS      62
#define PLAIN        78 /* what a concern covers, where there is room */
#define LIST_ROW     4
#define WORDS_COLUMN 5
#define WORDS_ROWS   3
#define MORE         10 /* "54 more ↓", at the right of the row below the list */

static int words_rows(const struct assessment_state *st, size_t row, const struct grid *g)
{
	const struct assess_row *r = &st->sheet.row[row];
	size_t width = (size_t)(g->columns - WORDS_COLUMN - 2), n;

	if (row == st->sheet.at && st->mode == ASSESSING_WORDS)
		return 1;
	if (text_empty(r->words))
		return 0;
	n = row == st->sheet.at ? text_width(str_of(r->words)) / width + 1 : 1;
	return n < WORDS_ROWS ? (int)n : WORDS_ROWS;
}

static int height(const struct assessment_state *st, size_t row, const struct grid *g)
{
	return assess_in_view(&st->sheet, row) ? 1 + words_rows(st, row, g) : 0;
}

/* The row one is on stays in sight, its heading with it where there is room. */
static void scroll(struct assessment_state *st, int room, const struct grid *g)
{
	int taken = 0;

	if (st->top > st->sheet.at)
		st->top = st->sheet.at;
	for (size_t i = st->top; i <= st->sheet.at; i++)
		taken += height(st, i, g);
	for (; taken > room && st->top < st->sheet.at; st->top++)
		taken -= height(st, st->top, g);
}

static const char *capitals(const char *text, struct arena *a)
{
	char *out = arena_strdup(a, text);

	for (char *c = out; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return out;
}

static void put_measure(const struct assess_row *r, struct grid *g, int at, struct arena *a)
{
	const struct measure *m = r->measure;

	grid_put(g, at, GRID_TEXT, g->columns - 2 * GRID_TEXT, LOOK_HEAD,
	         capitals(m->head->title, a));
}

static void put_heading(const struct assessment_state *st, size_t row, struct grid *g, int at,
                        struct arena *a)
{
	const struct assess_row *r = &st->sheet.row[row];

	grid_put(g, at, GRID_TEXT, NOW_END - GRID_TEXT - 8, LOOK_HEAD,
	         capitals(r->domain->label, a));
	grid_put_right(g, at, WAS_END - 3, -1, LOOK_PLAIN,
	               arena_printf(a, _("%zu of %zu"), assess_raised_in(&st->sheet, r->domain),
	                            r->domain->count));
	if (r->now.nothing)
		grid_put(g, at, TREND, -1, LOOK_SECOND,
		         assess_raised_in(&st->sheet, r->domain) > 0 ? _("nothing else")
		                                                     : _("nothing here"));
}

static enum look now_look(const struct assess_row *r)
{
	if (r->now.answer != CONCERN_ANSWER_NONE)
		return LOOK_STRONG;
	return r->was.answer == CONCERN_ANSWER_NONE ? LOOK_SECOND : LOOK_ATTENTION;
}

static enum look trend_look(enum assess_trend trend)
{
	switch (trend) {
	case TREND_WORSE:
		return LOOK_ALARM;
	case TREND_BETTER:
		return LOOK_ACCENT;
	case TREND_NONE:
	case TREND_SAME:
	case TREND_NEW:
		break;
	}
	return LOOK_SECOND;
}

static void put_values(const struct assessment_state *st, size_t row, struct grid *g, int at,
                       struct arena *a)
{
	const struct assess *x = &st->sheet;
	const struct assess_row *r = &x->row[row];
	bool chosen = row == x->at;

	grid_put(g, at, GRID_TEXT, NOW_END - GRID_TEXT - 5, chosen ? LOOK_STRONG : LOOK_PLAIN,
	         assess_label(x, row));
	grid_put_right(g, at, NOW_END, -1, now_look(r), assess_now_text(r, a));
	grid_put_right(g, at, WAS_END, -1, LOOK_SECOND, assess_was_text(x, r, a));
	grid_put(g, at, TREND, -1, trend_look(assess_trend(x, r)), assess_trend_text(x, r, a));
	if (r->now.matters != NUMBER_NONE)
		grid_put(g, at, MATTERS, -1, LOOK_PLAIN, _("matters most"));
	else if (assess_is_red(x, row))
		grid_put(g, at, MATTERS, -1, LOOK_ALARM, _("! a person today"));
	if (r->item && g->columns >= PLAIN + 32)
		grid_put(g, at, PLAIN, -1, LOOK_SECOND, r->item->plain);
}

static void put_words(struct assessment_state *st, size_t row, struct grid *g, int at, int rows,
                      struct arena *a)
{
	const struct assess_row *r = &st->sheet.row[row];
	int width = g->columns - WORDS_COLUMN - GRID_MARGIN;

	if (row == st->sheet.at && st->mode == ASSESSING_WORDS)
		line_put(&st->words, g, at, WORDS_COLUMN, width, true);
	else if (rows > 0)
		grid_put_lines(g, at, WORDS_COLUMN, rows, width, LOOK_WORDS,
		               arena_printf(a, "“%s”", r->words));
}

static void put_row(struct assessment_state *st, size_t row, struct grid *g, int at,
                    struct arena *a)
{
	bool chosen = row == st->sheet.at;

	if (chosen)
		grid_select(g, at);
	if (st->sheet.row[row].kind == ASSESS_DOMAIN)
		put_heading(st, row, g, at, a);
	else if (st->sheet.row[row].kind == ASSESS_MEASURE)
		put_measure(&st->sheet.row[row], g, at, a);
	else
		put_values(st, row, g, at, a);
}

/* How many more there are stands under the list, never over its last row. */
static void put_list(struct assessment_state *st, struct grid *g, int room, struct arena *a)
{
	int at = LIST_ROW, end = LIST_ROW + room;
	size_t i = st->top, below = 0;

	for (; i < st->sheet.n && at < end; i++) {
		int rows = height(st, i, g);

		if (rows == 0)
			continue;
		put_row(st, i, g, at, a);
		if (rows > 1 && at + 1 < end)
			put_words(st, i, g, at + 1,
			          end - at - 1 < rows - 1 ? end - at - 1 : rows - 1, a);
		at += rows;
	}
	for (; i < st->sheet.n; i++)
		below += height(st, i, g) > 0 && st->sheet.row[i].kind != ASSESS_DOMAIN &&
		         st->sheet.row[i].kind != ASSESS_MEASURE;
	if (below > 0)
		grid_put_right(g, end, -1, MORE, LOOK_SECOND,
		               arena_printf(a, _("%zu more ↓"), below));
}

static void put_find(struct assessment_state *st, struct grid *g, struct arena *a)
{
	struct concern_pick pick = assessment_matches(st, a);
	int row = g->rows - 1;
	int column = grid_put(g, row, GRID_MARGIN, 1, LOOK_STRONG, "/");

	line_put(&st->find, g, row, column, 20, true);
	column += 22;
	if (line_empty(&st->find))
		grid_put(g, row, column, -1, LOOK_SECOND,
		         _("letters find, then a digit scores it"));
	else if (pick.n == 0)
		grid_put(g, row, column, -1, LOOK_ATTENTION, _("no concern begins like that"));
	else
		grid_put(g, row, column, -1, LOOK_PLAIN,
		         arena_printf(a, _("%s · %zu of %zu"), pick.at[st->find_at % pick.n]->label,
		                      st->find_at % pick.n + 1, pick.n));
}

/*
 * "Money, bills or debt, 1 of 15 Practical · what it covers", or the sentence that needs a person: that
 * stands here from when the message line has let go of it until the next answer.
 */
static void put_place(const struct assessment_state *st, bool said, struct grid *g, struct arena *a)
{
	const struct assess_row *r = &st->sheet.row[st->sheet.at];

	if (st->red < st->sheet.n && !said) {
		grid_put_lines(g, g->rows - 2, GRID_MARGIN, 2, g->columns - 2 - MORE - 2,
		               LOOK_ALARM, assess_red_text(&st->sheet, st->red, a));
		return;
	}
	if (r->question && !text_empty(r->question->ask))
		grid_put_lines(g, g->rows - 2, GRID_MARGIN, 2, g->columns - 2 - MORE - 2,
		               LOOK_WORDS, arena_printf(a, "“%s”", r->question->ask));
	if (!r->item)
		return;
	grid_put(g, g->rows - 1, GRID_MARGIN, -1, LOOK_SECOND,
	         arena_printf(a, _("%s, %zu of %zu %s · %s"), r->item->label,
	                      r->item->place - r->domain->first + 1, r->domain->count,
	                      r->domain->label, r->item->plain));
}

static const char *right_text(const struct assessment_state *st, struct arena *a)
{
	const char *mode = form_get(&st->header, "mode");
	int value = words_find(&assessment_modes, str_of(mode));

	if (assessment_corrects(st))
		return arena_printf(a, _("correcting %s"),
		                    day_plain(st->start.header.on_day, st->start.header.on_day, a));
	return arena_printf(a, _("%s · %zu raised"),
	                    value == ASSESSMENT_BY_PHONE ? _("phone")
	                                                 : words_label(&assessment_modes, value),
	                    assess_raised(&st->sheet));
}

/* The scale: of a question its own, else that of the concerns. */
static void put_scale(const struct assessment_state *st, struct grid *g, struct arena *a)
{
	const struct assess_row *r = &st->sheet.row[st->sheet.at];
	const char *say = r->measure ? r->measure->head->say : st->sheet.set->head->say;

	if (assessment_on_paper(st) && !r->measure) {
		grid_put(
			g, 2, GRID_MARGIN, -1, LOOK_SECOND,
			_("From paper: a digit scores, + ten, Enter not marked, . words, * matters"));
		return;
	}
	if (r->question)
		say = arena_printf(a, _("%d is %s, %d is %s."), r->question->low,
		                   r->question->low_words, r->question->high,
		                   r->question->high_words);
	if (text_empty(say))
		say = _("From 0, no trouble, to 10, the worst: how much does it trouble you now?");
	grid_put(g, 2, GRID_MARGIN, g->columns - 2 * GRID_MARGIN, LOOK_WORDS,
	         arena_printf(a, "“%s”", say));
}

static void render_list(const struct screen *s, struct grid *g, struct arena *a)
{
	struct assessment_state *st = s->state;
	int room = g->rows - LIST_ROW - 2;

	put_scale(st, g, a);
	grid_put_right(g, 3, NOW_END, -1, LOOK_SECOND, _("now"));
	if (st->sheet.review || st->start.measured_before.n > 0)
		grid_put_right(g, 3, WAS_END, -1, LOOK_SECOND, _("was"));
	scroll(st, room, g);
	put_list(st, g, room, a);
	if (st->mode == ASSESSING_FIND)
		put_find(st, g, a);
	else
		put_place(st, s->desk->said, g, a);
}

static void render_end(struct assessment_state *st, struct grid *g, struct arena *a)
{
	const struct field *f = form_focused(&st->end);
	const char *say = f ? assess_end_say(&st->sheet, f->name, a) : "";

	grid_put_lines(g, 2, GRID_MARGIN, 2, g->columns - 2,
	               f && (strcmp(f->name, "keep") == 0 || strcmp(f->name, "share") == 0)
	                       ? LOOK_WORDS
	                       : LOOK_ALARM,
	               say);
	grid_rule(g, 4, GRID_MARGIN, -1);
	form_put(&st->end, g,
	         (struct rect){ 5, GRID_TEXT, g->rows - 5, g->columns - GRID_TEXT - 1 });
}

static void render_rest(const struct screen *s, struct grid *g, struct arena *a)
{
	struct assessment_state *st = s->state;

	switch (st->mode) {
	case ASSESSING_LIST:
	case ASSESSING_FIND:
	case ASSESSING_WORDS:
		render_list(s, g, a);
		break;
	case ASSESSING_HEADER:
		grid_rule(g, STRIP_ROWS, GRID_MARGIN, -1);
		form_put(&st->header, g,
		         (struct rect){ 3, GRID_TEXT, g->rows - 3, g->columns - GRID_TEXT - 1 });
		break;
	case ASSESSING_END:
		render_end(st, g, a);
		break;
	}
}

void assessment_render(const struct screen *s, struct grid *g)
{
	struct assessment_state *st = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, _("Assessment"), &st->start.strip, right_text(st, &a));
	struct grid rest = strip_rest(g, row);

	render_rest(s, &rest, &a);
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}
