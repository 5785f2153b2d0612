#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/level.h"
#include "model/none.h"
#include "ui/list.h"

/*
 * How great the need is: a digit judges it, with the published tests beside. id[0] person, text the
 * concern's code. Nothing is proposed.
 */
#define BESIDE  100 /* columns from which all the tests stand beside the levels */
#define TESTS   40  /* the column they then begin in */
#define CHOICES (LEVELS_JUDGED + 1)

struct level_state {
	struct level_view view;
	struct list_view list; /* low, moderate, substantial, critical, not judged */
	bool began;
};

/* The last row is 0, not judged. */
static enum need_level level_at(size_t row)
{
	return level_of_digit(row < LEVELS_JUDGED ? (int)row + 1 : 0);
}

static enum status level_load(struct screen *s)
{
	struct level_state *st = s->state;
	enum status rc = casework_level(screen_session(s), (struct person_id){ s->target.id[0] },
	                                s->target.text ? s->target.text : "", &s->arena, &st->view);

	if (rc != OK)
		return rc;
	list_resize(&st->list, CHOICES);
	if (!st->began)
		st->list.at = LEVELS_JUDGED;
	for (size_t i = 0; !st->began && i < LEVELS_JUDGED; i++)
		if (level_at(i) == st->view.level)
			st->list.at = i;
	st->began = true;
	return OK;
}

static int put_concern(const struct level_view *v, struct grid *g, int row, struct arena *a)
{
	const char *score = v->score == NUMBER_NONE ? "" : arena_printf(a, "%d", v->score);
	int column = grid_put(g, row, GRID_MARGIN, -1, LOOK_STRONG, v->label);

	grid_put(g, row++, column + 2, -1, LOOK_STRONG, score);
	if (*v->own_words)
		row += grid_put_lines(g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_WORDS,
		                      arena_printf(a, "“%s”", v->own_words));
	return row;
}

static void put_levels(const struct level_state *st, struct grid *g, int row)
{
	for (size_t i = 0; i < CHOICES; i++, row++) {
		enum need_level level = level_at(i);
		int column;

		if (i == st->list.at)
			grid_select(g, row);
		grid_printf(g, row, GRID_TEXT, LOOK_STRONG, "%zu", i < LEVELS_JUDGED ? i + 1 : 0);
		column = grid_put(g, row, GRID_TEXT + 2, -1, LOOK_PLAIN,
		                  words_label(&need_levels, (int)level));
		if (level == st->view.level)
			grid_put(g, row, column + 2, -1, LOOK_ACCENT, _("as it stands"));
	}
}

static int put_tests(const struct level_tests *tests, struct grid *g, int row, int column)
{
	for (size_t i = 0; i < tests->n && row < g->rows - 1; i++) {
		grid_put(g, row, column, -1, LOOK_SECOND, "·");
		row += grid_put_lines(g, row, column + 2, 2, g->columns - column - 3, LOOK_PLAIN,
		                      tests->at[i]);
	}
	return row;
}

static void put_note(const struct level_view *v, struct grid *g, int row, int column)
{
	grid_put_lines(g, row, column, 2, g->columns - column - 1, LOOK_SECOND, v->levels.note);
}

/* All of them, the greatest need last, as the digits go. */
static void put_beside(const struct level_state *st, struct grid *g, int row)
{
	for (size_t i = 0; i < LEVELS_JUDGED; i++) {
		grid_put(g, row++, TESTS, -1, i == st->list.at ? LOOK_HEAD : LOOK_STRONG,
		         words_label(&need_levels, (int)level_at(i)));
		row = put_tests(&st->view.levels.at[i], g, row, TESTS) + 1;
	}
	put_note(&st->view, g, row, TESTS);
}

static void put_below(const struct level_state *st, struct grid *g, int row)
{
	grid_rule(g, ++row, GRID_MARGIN, -1);
	row++;
	if (st->list.at < LEVELS_JUDGED)
		row = put_tests(&st->view.levels.at[st->list.at], g, row, GRID_MARGIN);
	else
		grid_put_lines(g, row++, GRID_MARGIN, 2, g->columns - 2, LOOK_SECOND,
		               _("↑ shows the published tests of each. The judgement is yours."));
	put_note(&st->view, g, row, GRID_MARGIN);
}

static void level_render(const struct screen *s, struct grid *g)
{
	struct level_state *st = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, _("Need"), &st->view.strip, NULL);

	row = put_concern(&st->view, g, row, &a) + 1;
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_HEAD, _("HOW GREAT THE NEED IS"));
	put_levels(st, g, row);
	if (g->columns >= BESIDE)
		put_beside(st, g, row);
	else
		put_below(st, g, row + CHOICES);
	arena_reset(&a);
}

static enum outcome judge(struct screen *s, enum need_level level)
{
	const struct level_state *st = s->state;
	const struct level_view *v = &st->view;

	if (casework_set_level(screen_session(s), v->strip.id, v->code, level) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	if (level == NEED_NOT_JUDGED)
		desk_say(s->desk, _("Saved: %s, not judged. u takes it back."), v->label);
	else if (level == NEED_CRITICAL)
		desk_say(s->desk, _("Saved: %s, critical need. n 8: the council’s assessment."),
		         v->label);
	else
		desk_say(s->desk, _("Saved: %s, %s. u takes it back."), v->label,
		         level_text(level));
	s->answer = (struct result){ .saved = true, .id = { level } };
	return CLOSE;
}

static enum outcome level_take(struct screen *s, enum act act, const struct input *in)
{
	struct level_state *st = s->state;

	if (list_take(&st->list, act))
		return REDRAW;
	if (act == ACT_OPEN)
		return judge(s, level_at(st->list.at));
	return act == ACT_DIGIT ? judge(s, level_of_digit((int)in->ch - '0')) : PASS;
}

static int64_t level_subject(const struct screen *s)
{
	return s->target.id[0];
}

static const struct binding level_bindings[] = {
	{ "0-4", ACT_DIGIT, NEEDS_WRITE,
	  "How great: 1 low, 2 moderate, 3 substantial, 4 critical, 0 not judged", "how great" },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "The one that is chosen", "choose" },
	{ "Esc", ACT_BACK, 0, "Back; nothing is changed", "back" },
	LIST_BINDINGS(0),
	{ 0 },
};

const struct screen_ops level_screen = {
	.name = "level",
	.title = "How great the need is",
	.state_size = sizeof(struct level_state),
	.bindings = level_bindings,
	.load = level_load,
	.render = level_render,
	.take = level_take,
	.subject = level_subject,
};
