#ifndef UI_OPTIONS_H
#define UI_OPTIONS_H

#include "base/field.h"
#include "ui/grid.h"

/*
 * The answers of a FIELD_CHOICE or FIELD_ASKED: "1 phone   2 face to face". Those past the ninth have
 * no digit and are found by their letters.
 */
struct option {
	char key;         /* '1'..'9', 'y', 'n', '?'; 0: none */
	const char *word; /* what is stored */
	const char *label;
};

bool has_options(const struct field *field);
size_t options_count(const struct field *field);
struct option option_at(const struct field *field, size_t i);
/* Which of them the value is; options_count() when none. */
size_t option_of(const struct field *field, const char *value);

/* Rows they take side by side in width columns, and showing them in where. */
int options_rows(const struct field *field, int width);
void options_put(const struct field *field, const char *value, struct grid *g, struct rect where);

#endif
