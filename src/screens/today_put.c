#include "today_state.h"

#include "screens.h"

#include "base/words.h"
#include "casework/op.h"

#include <string.h>

#define WHEN_COLUMN 3
#define NAME_COLUMN 13
#define WHAT_COLUMN 34
#define HEAD_ROWS   1
#define LEAST_WHAT  16 /* columns that what is to be done keeps */

/* That not everything stands here, and how much is left out. */
static bool put_which(const struct today_state *t, struct grid *g, int column)
{
	struct arena a = { 0 };
	const char *text = t->marks > 0 ? arena_printf(&a, _("%zu marked"), t->marks)
	                   : t->which == TODAY_MUST
	                           ? arena_printf(&a, _("cannot wait · %zu left out"), t->left_out)
	                   : t->which == TODAY_CAN_WAIT
	                           ? arena_printf(&a, _("can wait · %zu left out"), t->left_out)
	                           : "";

	if (*text)
		grid_put_right(g, 0, g->columns - 2, g->columns - column - 3, LOOK_ATTENTION, text);
	arena_reset(&a);
	return t->which != TODAY_ALL || t->marks > 0;
}

static void put_top(const struct screen *s, const struct today_state *t, struct grid *g)
{
	struct arena a = { 0 };
	const char *on = day_long(screen_session(s)->today, &a);
	const char *space = strchr(on, ' ');
	int column;

	/* "Mon 23 November" */
	column = grid_printf(g, 0, GRID_MARGIN, LOOK_PLAIN, "%.3s %.*s", on,
	                     (int)(strrchr(on, ' ') - space - 1), space + 1);
	column = column + 4 > 20 ? column + 4 : 20;
	column = grid_printf(g, 0, column, LOOK_PLAIN, _("%zu open · "), t->view.open);
	column = grid_printf(g, 0, column, t->view.late ? LOOK_ALARM : LOOK_PLAIN, _("%zu late"),
	                     t->view.late);
	column = grid_printf(g, 0, column, LOOK_PLAIN, _(" · %zu at a time"), t->view.timed);
	if (!put_which(t, g, column) && t->view.notes > 0)
		grid_put_right(g, 0, g->columns - 2, g->columns - column - 3, LOOK_PLAIN,
		               arena_printf(&a,
		                            t->view.notes == 1 ? _("%zu note for you")
		                                               : _("%zu notes for you"),
		                            t->view.notes));
	arena_reset(&a);
}

static void put_head(const struct today *t, struct grid *g, int row, enum today_section section)
{
	struct arena a = { 0 };
	const char *note = section == TODAY_LATE ? _("what was promised first") : NULL;

	if (today_is_cover(section) && t->must[section] > 0)
		note = arena_printf(&a, _("%zu cannot wait"), t->must[section]);
	grid_head_note(g, row, today_title(t, section), note,
	               arena_printf(&a, "%zu", t->count[section] - t->unfolded[section]));
	arena_reset(&a);
}

/* " · " and the text, when there is any and room for some of it. */
static int put_part(struct grid *g, struct rect at, enum look look, const char *text, bool first)
{
	int end = at.column + at.columns;

	if (text_empty(text) || at.columns < 3)
		return at.column;
	if (!first)
		at.column = grid_put(g, at.row, at.column, at.columns, LOOK_PLAIN, " · ");
	return grid_put(g, at.row, at.column, end - at.column, look, text);
}

static int part_width(const char *text)
{
	return text_empty(text) ? 0 : (int)text_width(str_of(text)) + 3;
}

/*
 * Where not all of it fits, the number goes first (a call at a time keeps it, elsewhere it is a key
 * away), then the mark of what is missing. What is safe always stays whole: what is to be done is cut.
 */
static struct today_item fitted(const struct today_item *x, int room)
{
	struct today_item y = *x;
	int takes = (int)text_width(str_of(x->what)) + part_width(x->safe) + part_width(x->soft) +
	            part_width(x->number);

	if (takes > room && x->of != TODAY_AT_A_TIME) {
		takes -= part_width(y.number);
		y.number = "";
	}
	if (takes > room)
		y.soft = "";
	return y;
}

static struct rect rest(struct rect in, int column)
{
	return (struct rect){ in.row, column, 1, in.column + in.columns - column };
}

static void put_what(const struct today_state *t, const struct today_item *x, struct grid *g,
                     struct rect in)
{
	int room = in.columns, column;
	struct today_item y = fitted(x, room);
	int tail = part_width(y.soft) + part_width(y.safe) + part_width(y.number);

	if (x == today_chosen(t) && t->done) {
		grid_put(g, in.row, in.column, room, LOOK_ACCENT, _("done: "));
		grid_put(g, in.row, in.column + (int)text_width(str_of(_("done: "))), room - 6,
		         LOOK_ACCENT, t->ask.done);
		return;
	}
	if (tail > room - LEAST_WHAT)
		tail = room - LEAST_WHAT;
	column = grid_put(g, in.row, in.column, room - tail, LOOK_PLAIN, y.what);
	column = put_part(g, rest(in, column), LOOK_ATTENTION, y.soft, text_empty(y.what));
	column = put_part(g, rest(in, column), LOOK_ALARM, y.safe, false);
	/* Half a number is worse than none: the whole one is a key away. */
	if (column + part_width(y.number) <= in.column + in.columns)
		put_part(g, rest(in, column), LOOK_PLAIN, y.number, false);
}

/* "+2": what else there is about them; late, where the row itself is not. Returns where it begins. */
static int put_others(const struct today_state *t, const struct today_item *x, struct grid *g,
                      int row)
{
	struct arena a = { 0 };
	bool late = x->others_late > 0 && !x->late;
	int end = g->columns - 1;

	if (x->others == 0 || x->person.n == t->unfolded.n)
		return end;
	end = grid_put_right(g, row, end, 12, late ? LOOK_ALARM : LOOK_SECOND,
	                     late ? arena_printf(&a, _("+%d late"), x->others)
	                          : arena_printf(&a, "+%d", x->others)) -
	      1;
	arena_reset(&a);
	return end;
}

static int name_width(const struct grid *g)
{
	return g->columns >= 100 ? WHAT_COLUMN - NAME_COLUMN + 10 : WHAT_COLUMN - NAME_COLUMN;
}

static void put_item(const struct today_state *t, struct grid *g, int row, size_t item)
{
	const struct today_item *x = &t->view.today.items.at[item];
	int width = name_width(g), column;
	int years = text_empty(x->year) ? 0 : 5;
	bool timed = x->of == TODAY_AT_A_TIME;

	grid_put(g, row, WHEN_COLUMN, NAME_COLUMN - WHEN_COLUMN - 1,
	         x->late ? LOOK_ALARM : (timed && item == t->at ? LOOK_STRONG : LOOK_PLAIN),
	         x->when);
	column = grid_put(g, row, NAME_COLUMN, width - 1 - years,
	                  x->under ? LOOK_SECOND : LOOK_STRONG, x->name);
	if (years)
		grid_put(g, row, column + 1, 4, LOOK_PLAIN, x->year);
	column = NAME_COLUMN + width;
	put_what(t, x, g, (struct rect){ row, column, 1, put_others(t, x, g, row) - column });
	if (item == t->at)
		grid_select(g, row);
	if (today_marked(t, x))
		grid_put(g, row, WHEN_COLUMN - 1, 1, LOOK_ACCENT, "*");
}

static void put_more(struct grid *g, int row, const struct today_row *r)
{
	if (r->above > 0 && r->more > 0)
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu above ↑ · %zu more ↓"),
		            r->above, r->more);
	else if (r->above > 0)
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu above ↑"), r->above);
	else
		grid_printf(g, row, WHEN_COLUMN, LOOK_SECOND, _("%zu more ↓"), r->more);
}

/* Folded sections that stand before the chosen one are above it. */
static void put_folded(const struct today_state *t, struct grid *g, int row,
                       const struct today_row *r, const bool *open)
{
	const struct today *today = &t->view.today;
	const struct today_item *x = today_chosen(t);
	size_t left = r->item;
	int column = GRID_MARGIN;

	for (size_t i = r->section; left > 0 && i < TODAY_SECTION_COUNT; i++) {
		bool above = x && i < x->section;
		int end;

		if (today->count[i] == 0 || open[i])
			continue;
		end = grid_put(g, row, column, -1, LOOK_HEAD,
		               today_title(today, (enum today_section)i));
		grid_printf(g, row, end + 1, LOOK_PLAIN, "%zu %s", today->count[i],
		            above ? "↑" : "↓");
		column += today_folded_width(today, (enum today_section)i);
		left--;
	}
}

static void put_empty(const struct screen *s, struct grid *g)
{
	const struct today_state *t = s->state;
	const char *text =
		t->which == TODAY_MUST ? _("Nothing today cannot wait. v shows what can.")
		: t->which == TODAY_CAN_WAIT
			? _("Nothing that stands here today can wait. v shows all of it.")
		: session_may(screen_session(s), OP_SEE_CASELOAD)
			? _("Nothing is due and nobody is waiting. g c shows your "
	                    "cases, n takes in somebody new.")
			: _("Nothing is due and nobody is waiting. g n takes a "
	                    "message, g d finds a service, n takes in somebody new.");
	int row = g->rows / 2 - 1;

	grid_put_lines(g, row, GRID_TEXT, 2, g->columns - 2 * GRID_TEXT, LOOK_SECOND, text);
	grid_cursor(g, row, GRID_TEXT);
}

void today_render(const struct screen *s, struct grid *g)
{
	const struct today_state *t = s->state;
	struct today_row rows[TODAY_MOST_ROWS];
	bool open[TODAY_SECTION_COUNT] = { false };
	size_t n;

	put_top(s, t, g);
	if (t->view.today.items.n == 0) {
		put_empty(s, g);
		return;
	}
	n = today_rows(&t->view.today, (size_t)(g->rows - HEAD_ROWS), g->columns, t->at, rows);
	for (size_t i = 0; i < n; i++) {
		int row = HEAD_ROWS + (int)i;

		switch (rows[i].kind) {
		case TODAY_ROW_HEAD:
			open[rows[i].section] = true;
			put_head(&t->view.today, g, row, rows[i].section);
			break;
		case TODAY_ROW_ITEM:
			put_item(t, g, row, rows[i].item);
			break;
		case TODAY_ROW_MORE:
			put_more(g, row, &rows[i]);
			break;
		case TODAY_ROW_FOLDED:
			put_folded(t, g, row, &rows[i], open);
			break;
		case TODAY_ROW_BLANK:
			break;
		}
	}
}
