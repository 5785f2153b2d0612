#ifndef MODEL_WISHES_H
#define MODEL_WISHES_H

#include "base/day.h"
#include "base/field.h"
#include "base/word.h"
#include "model/ids.h"

/*
 * What they want if things get worse: for those who look after them alone. Never on the timeline, in
 * a file or on paper unless they ask for it. Strings belong to whoever filled it in, "" where nothing
 * was said.
 */
struct wishes {
	struct person_id person;
	int64_t ver; /* 0: nothing was ever set */
	const char *place;
	const char *place_not;
	enum asked plan_made; /* an advance care plan */
	const char *plan_where;
	const char *resuscitation; /* what they said has been decided, and by whom */
	const char *spirit;
	const char *other;
	day set_on;
	struct account_id set_by;
};
extern const struct wishes wishes_blank;

/* Nothing has been said, or all of it was taken back. */
bool wishes_empty(const struct wishes *x);

#define WISHES_FIELDS 7
extern const struct field wishes_fields[];
/* Strings of *v belong to a. */
void wishes_to_values(const struct wishes *x, struct arena *a, struct values *v);
/*
 * Person, ver, set_on and set_by of *ret are left as they are; what is too long is in *problems.
 * Strings belong to v.
 */
void wishes_from_values(const struct values *v, struct arena *a, struct problems *problems,
                        struct wishes *ret);

#endif
