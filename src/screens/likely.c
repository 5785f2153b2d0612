#include "likely.h"

#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "ui/keys.h"

#include <stdio.h>

void likely_none(struct likely *l)
{
	arena_reset(&l->told);
	*l = (struct likely){ .told = l->told };
}

void likely_found(struct likely *l)
{
	list_resize(&l->list, l->hits.n);
	l->in = l->in && l->hits.n > 0;
}

struct person_id likely_chosen(const struct likely *l)
{
	return l->hits.n > 0 ? l->hits.at[l->list.at].id : (struct person_id){ 0 };
}

bool likely_field(const struct field *field)
{
	static const char *const names[] = { "given_name",    "family_name", "known_as",
		                             "date_of_birth", "nhs_number",  "phone",
		                             "phone_2",       "postcode" };

	for (size_t i = 0; field && i < COUNT_OF(names); i++)
		if (text_equal(field->name, names[i]))
			return true;
	return false;
}

static void put_hit(struct grid *g, int row, const struct duplicate *d)
{
	int column = grid_put(g, row, GRID_TEXT, 30, LOOK_STRONG, d->name);

	column = grid_printf(g, row, column, LOOK_PLAIN, "%s%s", *d->born ? " · " : "", d->born);
	column = grid_printf(g, row, column, LOOK_SECOND, " · %s · ", d->ref);
	column = grid_put(g, row, column, -1, LOOK_ATTENTION, d->why);
	if (*d->state)
		grid_printf(g, row, column, LOOK_SECOND, " · %s", d->state);
}

static struct list_window window(struct likely *l, const struct grid *g)
{
	return list_window(&l->list, g->rows >= 30 ? 5 : 3);
}

int likely_put(struct likely *l, struct grid *g, const struct likely_words *words)
{
	struct list_window w;
	char count[16];
	int row;

	if (l->hits.unnamed > 0) {
		grid_printf(g, g->rows - 1, 1, LOOK_ATTENTION,
		            l->hits.unnamed == 1 ? _("%zu possible match. %s")
		                                 : _("%zu possible matches. %s"),
		            l->hits.unnamed, words->unnamed);
		return 2;
	}
	if (l->hits.n == 0)
		return 0;
	w = window(l, g);
	row = g->rows - w.rows - 1;
	snprintf(count, sizeof(count), "%zu", l->hits.n);
	grid_head_note(g, row, words->head, l->in ? words->keys : words->enter, count);
	for (size_t i = 0; i < w.shown; i++) {
		put_hit(g, row + 1 + (int)i, &l->hits.at[w.first + i]);
		if (l->in && w.first + i == l->list.at)
			grid_select(g, row + 1 + (int)i);
	}
	list_more(g, row + 1 + (int)w.shown, GRID_TEXT, &w);
	return w.rows + 1;
}

void likely_cursor(struct likely *l, struct grid *g)
{
	struct list_window w;

	if (!l->in)
		return;
	w = window(l, g);
	grid_cursor(g, g->rows - w.rows + (int)(l->list.at - w.first), GRID_TEXT);
}

bool likely_enter(struct likely *l, const struct field *from, const struct input *in)
{
	l->in = l->in || (l->hits.n > 0 && key_matches("Down", in) && likely_field(from));
	return l->in;
}

bool likely_same(const struct likely *l, const struct input *in)
{
	return l->in && in->kind == INPUT_TEXT && in->ch == '=';
}

enum outcome likely_take(struct likely *l, struct screen *s, const struct input *in)
{
	if (key_matches("Down", in)) {
		list_take(&l->list, ACT_DOWN);
	} else if (key_matches("Up", in) && l->list.at > 0) {
		list_take(&l->list, ACT_UP);
	} else if (key_matches("Enter", in)) {
		s->go = visit_person(&person_screen, likely_chosen(l));
		return OPEN;
	} else if (key_matches("Up", in) || key_matches("Esc", in) || key_matches("Tab", in) ||
	           key_matches("Shift-Tab", in)) {
		l->in = false;
	} else {
		return PASS;
	}
	return REDRAW;
}
