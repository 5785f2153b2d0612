#include "form_parts.h"

#include "base/words.h"
#include "options.h"

#include <stdio.h>

#define NOTE_ROWS    8 /* most rows of a note that is being typed */
#define NOTE_GLANCE  2 /* and of one that is not */
#define OPTIONS_ROWS 8

/* Where labels end and values begin. */
struct plan {
	struct rect where;
	int value, columns; /* column and width of the values */
};

static int width_of(const char *text)
{
	return (int)text_width(str_of(text));
}

static struct plan plan_of(const struct form *f, struct rect where)
{
	struct plan p = { .where = where };
	int label = 0;

	size_t begin, end;

	form_range(f, &begin, &end);
	for (size_t i = begin; i < end; i++)
		if (form_can_focus(f, i) && width_of(entry_label(&f->at[i])) > label)
			label = width_of(entry_label(&f->at[i]));
	if (label > where.columns / 3)
		label = where.columns / 3;
	p.value = where.column + label + 3;
	p.columns = where.columns - label - 3;
	return p;
}

static bool is_first_of_more(const struct form *f, size_t i)
{
	if (!(f->at[i].field->flags & FIELD_MORE) || f->at[i].hidden)
		return false;
	for (size_t j = 0; j < i; j++)
		if (!f->at[j].hidden && (f->at[j].field->flags & FIELD_MORE))
			return false;
	return true;
}

static int value_rows(const struct form *f, size_t i, const struct plan *p)
{
	const struct form_entry *e = &f->at[i];
	bool focused = i == f->focus;
	int rows = 1, most = 1;

	if (e->field->kind == FIELD_NOTE) {
		rows = note_rows(&e->line, p->columns);
		most = focused ? NOTE_ROWS : NOTE_GLANCE;
		if (focused && rows < 3)
			rows = 3;
	} else if (has_options(e->field) && focused) {
		rows = options_rows(e->field, p->columns);
		most = OPTIONS_ROWS;
	}
	return rows < most ? rows : most;
}

static int problem_rows(const struct form *f, size_t i)
{
	int rows = 0;

	for (size_t j = 0; j < f->problems.n; j++)
		if (text_equal(f->problems.at[j].field, f->at[i].field->name))
			rows++;
	return rows;
}

/* Rows of the entry, the line that parts what can wait with it. */
static int entry_rows(const struct form *f, size_t i, const struct plan *p)
{
	if (f->at[i].hidden)
		return 0;
	if (f->at[i].field->kind == FIELD_HEADING)
		return 1;
	return value_rows(f, i, p) + problem_rows(f, i) + is_first_of_more(f, i);
}

int form_rows(struct form *f, int columns)
{
	struct plan p = plan_of(f, (struct rect){ 0, 0, 0, columns });
	size_t begin, end;
	int rows = 1;

	form_range(f, &begin, &end);
	for (size_t i = begin; i < end; i++)
		rows += entry_rows(f, i, &p);
	return rows;
}

/* Scroll by whole entries until the one with the focus is seen, and no room is wasted below. */
static void scroll(struct form *f, const struct plan *p)
{
	int room = p->where.rows - 1, rows = 0;
	size_t top = f->top < f->focus ? f->top : f->focus, begin, end;

	form_range(f, &begin, &end);
	if (top < begin)
		top = begin;

	for (size_t i = top; i <= f->focus && i < end; i++)
		rows += entry_rows(f, i, p);
	while (rows > room && top < f->focus)
		rows -= entry_rows(f, top++, p);
	for (size_t i = f->focus + 1; i < end; i++)
		rows += entry_rows(f, i, p);
	while (top > begin && rows + entry_rows(f, top - 1, p) <= room)
		rows += entry_rows(f, --top, p);
	f->top = top;
}

static int default_width(enum field_kind kind)
{
	switch (kind) {
	case FIELD_DAY:
	case FIELD_BIRTH:
		return 20;
	case FIELD_TIME:
	case FIELD_NUMBER:
		return 10;
	case FIELD_PHONE:
		return 24;
	case FIELD_POSTCODE:
		return 12;
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_CHOICE:
	case FIELD_ASKED:
	case FIELD_HEADING:
	case FIELD_OPENS:
		break;
	}
	return 0;
}

static int line_width(const struct form_entry *e, int room)
{
	int width = e->field->width > 0 ? e->field->width : default_width(e->field->kind);

	if (e->echo)
		room -= width_of(e->echo) + 2;
	if (width <= 0 || width > room)
		width = room;
	return width > 4 ? width : 4;
}

/* Returns the column behind what was chosen. */
static int put_choice(const struct form_entry *e, struct grid *g, struct rect at, bool focused)
{
	size_t i = option_of(e->field, line_text(&e->line));

	if (focused)
		options_put(e->field, line_text(&e->line), g, at);
	else if (i < options_count(e->field))
		return grid_put(g, at.row, at.column, at.columns, LOOK_PLAIN,
		                option_at(e->field, i).label);
	return at.column;
}

/* What it opens, in few words; none yet: what there is to do. */
static void put_opens(const struct form_entry *e, struct grid *g, struct rect at, bool focused)
{
	grid_put(g, at.row, at.column, at.columns, e->echo ? LOOK_PLAIN : LOOK_SECOND,
	         e->echo ? e->echo : _("nobody and nothing yet"));
	if (focused)
		grid_cursor(g, at.row, at.column);
}

static void put_value(struct form_entry *e, struct grid *g, struct rect at, bool focused)
{
	if (has_options(e->field)) {
		int end = put_choice(e, g, at, focused) + 2;

		/* Beside it, never over it. */
		at.columns -= end - at.column;
		at.column = end;
	} else if (e->field->kind == FIELD_OPENS) {
		put_opens(e, g, at, focused);
		return;
	} else if (e->field->kind == FIELD_NOTE) {
		note_put(&e->line, g, at, focused);
	} else {
		int width = line_width(e, at.columns);

		line_put(&e->line, g, at.row, at.column, width, focused);
		at.column += width + 2;
		at.columns -= width + 2;
		if (e->echo)
			grid_put(g, at.row, at.column, at.columns, LOOK_SECOND, e->echo);
		return;
	}
	if (e->echo && !focused && at.columns > 0)
		grid_put_right(g, at.row, at.column + at.columns, at.columns, LOOK_SECOND, e->echo);
}

static void put_label(const struct form_entry *e, struct grid *g, const struct plan *p, int row,
                      bool focused)
{
	int room = p->value - p->where.column - 3;
	int column = grid_put(g, row, p->where.column, room, focused ? LOOK_STRONG : LOOK_PLAIN,
	                      entry_label(e));

	if (e->field->flags & FIELD_NEEDED)
		grid_put(g, row, column + 1, 1, LOOK_ATTENTION, "*");
}

static int put_problems(const struct form *f, size_t i, struct grid *g, const struct plan *p,
                        struct rect at)
{
	int row = at.row;

	for (size_t j = 0; j < f->problems.n && row < at.row + at.rows; j++) {
		const struct problem *problem = &f->problems.at[j];
		int column = p->value;

		if (!text_equal(problem->field, f->at[i].field->name))
			continue;
		if (!problem->warning)
			column = grid_put(g, row, column, -1, LOOK_ALARM, "! ");
		grid_put(g, row++, column, at.column + at.columns - column,
		         problem->warning ? LOOK_ATTENTION : LOOK_ALARM, problem->text);
	}
	return row;
}

/* at: what is left of the form's rectangle. Returns the row after the entry. */
static int put_entry(struct form *f, size_t i, struct grid *g, const struct plan *p, struct rect at)
{
	struct form_entry *e = &f->at[i];
	int end = at.row + at.rows, rows = value_rows(f, i, p);

	if (e->field->kind == FIELD_HEADING) {
		grid_put(g, at.row, at.column, at.columns, LOOK_HEAD, entry_label(e));
		return at.row + 1;
	}
	if (is_first_of_more(f, i)) {
		int column = grid_put(g, at.row, at.column, at.columns, LOOK_SECOND,
		                      _("When there is time"));

		grid_rule(g, at.row++, column + 1, at.column + at.columns);
	}
	if (at.row >= end)
		return at.row;
	if (rows > end - at.row)
		rows = end - at.row;
	put_label(e, g, p, at.row, i == f->focus);
	put_value(e, g, (struct rect){ at.row, p->value, rows, p->columns }, i == f->focus);
	at.row += rows;
	at.rows = end - at.row;
	return put_problems(f, i, g, p, at);
}

static void put_hint(const struct form *f, struct grid *g, struct rect where, size_t below)
{
	const struct field *field = form_focused(f);
	int row = where.row + where.rows - 1, end = where.column + where.columns;
	char more[32];

	if (below > 0) {
		snprintf(more, sizeof(more), _("%zu more ↓"), below);
		end = grid_put_right(g, row, end, -1, LOOK_SECOND, more) - 2;
	}
	if (field && field->help)
		grid_put(g, row, where.column, end - where.column, LOOK_SECOND, field->help);
}

void form_put(struct form *f, struct grid *g, struct rect where)
{
	struct plan p = plan_of(f, where);
	int row = where.row, end = where.row + where.rows - 1;
	size_t i, below = 0, first, last;

	scroll(f, &p);
	form_range(f, &first, &last);
	for (i = f->top; i < last && row < end; i++) {
		if (f->at[i].hidden)
			continue;
		row = put_entry(f, i, g, &p,
		                (struct rect){ row, where.column, end - row, where.columns });
	}
	for (; i < last; i++)
		below += form_can_focus(f, i);
	put_hint(f, g, where, below);
}

bool form_click(struct form *f, struct rect where, int row)
{
	struct plan p = plan_of(f, where);
	size_t begin, end;
	int at = where.row;

	form_range(f, &begin, &end);
	for (size_t i = f->top; i < end && at < where.row + where.rows - 1; i++) {
		at += entry_rows(f, i, &p);
		if (row >= at)
			continue;
		if (row < where.row || !form_can_focus(f, i))
			return false;
		f->focus = i;
		buf_clear(&f->find);
		return true;
	}
	return false;
}
