#ifndef MODEL_MERGE_H
#define MODEL_MERGE_H

#include "base/field.h"

/*
 * Two people changed one record. Field by field, base is what both began with, mine what I typed,
 * theirs what the file holds by now: what only one of us changed stands, what both changed to
 * something else is a clash, for me to decide. Fields that belong together (FIELD_WITH) go together:
 * whose a number is means nothing beside another number.
 */
struct merge_field {
	const struct field *field;
	const char *mine, *theirs;
};

struct merge_fields {
	size_t n;
	struct merge_field *at;
};

struct merge_clash {
	const struct field *first;
	size_t n;               /* fields from first on, which go together */
	struct merge_fields in; /* those of them in which we differ */
};

struct merge {
	struct merge_fields theirs; /* theirs alone */
	struct merge_clashes {
		size_t n;
		struct merge_clash *at;
	} clashes;
};

/* Pure. fields ends in { 0 }; strings are those that were given, lists belong to a. */
struct merge merge_values(const struct field *fields, const struct values *base,
                          const struct values *mine, const struct values *theirs, struct arena *a);

/* A value as people say it: a stored word by its label, "nothing" where there is none. */
const char *merge_text(const struct field *field, const char *value);
/* "Phone, Postcode": each label once. Belongs to a. */
const char *merge_labels(const struct merge_fields *fields, struct arena *a);

#endif
