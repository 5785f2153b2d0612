#include "options.h"

#include "base/attr.h"
#include "base/text.h"
#include "base/words.h"

static const struct option asked[] = {
	{ 'y', "yes", _("yes") },
	{ 'n', "no", _("no") },
	{ '?', "", _("not asked") },
};

bool has_options(const struct field *field)
{
	return field->kind == FIELD_CHOICE || field->kind == FIELD_ASKED;
}

size_t options_count(const struct field *field)
{
	if (field->kind == FIELD_ASKED)
		return COUNT_OF(asked);
	return field->words ? field->words->n : 0;
}

struct option option_at(const struct field *field, size_t i)
{
	const struct word *word;

	if (field->kind == FIELD_ASKED)
		return asked[i];
	word = &field->words->at[i];
	return (struct option){ i < 9 ? (char)('1' + i) : '\0', word->word, word->label };
}

size_t option_of(const struct field *field, const char *value)
{
	size_t n = options_count(field);

	for (size_t i = 0; i < n; i++)
		if (text_equal(option_at(field, i).word, value))
			return i;
	return n;
}

/* A mark, the key and a blank, the label. */
static int option_width(const struct option *o)
{
	return 1 + (o->key ? 2 : 0) + (int)text_width(str_of(o->label));
}

/* Where the i-th stands, given where the one before it ended (*row, *column). */
static void place(const struct option *o, int width, int *row, int *column)
{
	if (*column > 0 && *column + option_width(o) > width) {
		*row += 1;
		*column = 0;
	}
}

int options_rows(const struct field *field, int width)
{
	int row = 0, column = 0;

	for (size_t i = 0; i < options_count(field); i++) {
		struct option o = option_at(field, i);

		place(&o, width, &row, &column);
		column += option_width(&o) + 2;
	}
	return row + 1;
}

/* The first row to show, so that the chosen one is seen. */
static int first_row(const struct field *field, size_t chosen, struct rect where)
{
	int row = 0, column = 0;

	for (size_t i = 0; i < options_count(field); i++) {
		struct option o = option_at(field, i);

		place(&o, where.columns, &row, &column);
		if (i == chosen)
			return row >= where.rows ? row - where.rows + 1 : 0;
		column += option_width(&o) + 2;
	}
	return 0;
}

static void put_option(struct grid *g, int row, int column, int room, const struct option *o,
                       bool chosen)
{
	int end = column + room;

	if (chosen)
		grid_put(g, row, column, 1, LOOK_ACCENT, "▌");
	column++;
	if (o->key) {
		grid_put(g, row, column, 1, LOOK_STRONG, (char[]){ o->key, '\0' });
		column += 2;
	}
	grid_put(g, row, column, end - column, chosen ? LOOK_STRONG : LOOK_PLAIN, o->label);
}

void options_put(const struct field *field, const char *value, struct grid *g, struct rect where)
{
	size_t chosen = option_of(field, value);
	int from = first_row(field, chosen, where), row = 0, column = 0;

	grid_cursor(g, where.row, where.column + 1);
	for (size_t i = 0; i < options_count(field); i++) {
		struct option o = option_at(field, i);

		place(&o, where.columns, &row, &column);
		if (row >= from && row < from + where.rows) {
			put_option(g, where.row + row - from, where.column + column,
			           where.columns - column, &o, i == chosen);
			if (i == chosen)
				grid_cursor(g, where.row + row - from, where.column + column + 1);
		}
		column += option_width(&o) + 2;
	}
}
