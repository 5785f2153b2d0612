#include "parts.h"

#include "base/words.h"
#include "model/person_form.h"

#include <stdio.h>

static bool is_part(const struct field *f)
{
	return f->kind == FIELD_HEADING && f->label;
}

/* "Contact" of "Contact and safety": its first word. */
static struct str first_word(const char *label)
{
	struct str rest = str_of(label), word = rest;

	str_cut(&rest, ' ', &word);
	return word;
}

static int width_of_all(const struct form *f)
{
	int width = 0;

	for (const struct field *x = f->fields; x->name || x->label; x++)
		if (is_part(x))
			width += (int)text_width(str_of(x->label)) + 3;
	return width;
}

static void put_bar(const struct form *f, struct grid *g, int row)
{
	bool whole = width_of_all(f) + 2 <= g->columns;
	const struct field *in_hand = form_part(f);
	int column = 0;

	for (const struct field *x = f->fields; x->name || x->label; x++) {
		struct str name = whole ? str_of(x->label) : first_word(x->label);
		const char *wrong = is_part(x) && form_part_wrong(f, x) ? "!" : "";
		bool active = x == in_hand;
		char text[64];

		if (!is_part(x))
			continue;
		snprintf(text, sizeof(text), active && g->ascii ? "[%s%.*s]" : " %s%.*s ", wrong,
		         (int)name.n, name.at);
		column = grid_put(g, row, column, -1,
		                  active   ? LOOK_TAB
		                  : *wrong ? LOOK_ALARM
		                           : LOOK_PLAIN,
		                  text) +
		         1;
	}
}

const char *part_filled_text(const struct field *heading, const struct values *v, struct arena *a)
{
	struct part_filled filled = person_part_filled(heading, v);

	return filled.of == 0 ? "" : arena_printf(a, _("%d of %d"), filled.n, filled.of);
}

int parts_put(const struct form *f, const struct values *v, struct grid *g, int row)
{
	const struct field *part = form_part(f);
	struct arena a = { 0 };
	const char *filled = v ? part_filled_text(part, v, &a) : "";

	put_bar(f, g, row);
	grid_head(g, row + 1, text_upper(str_of(part->label), &a), *filled ? filled : NULL);
	arena_reset(&a);
	return row + 2;
}
