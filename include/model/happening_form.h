#ifndef MODEL_HAPPENING_FORM_H
#define MODEL_HAPPENING_FORM_H

#include "base/field.h"
#include "model/happening.h"
#include "model/holidays.h"

/* Something that has happened, to be recorded. Begin with a copy of new_happening_blank. */
struct new_happening {
	struct person_id person;
	enum happening_kind kind;
	day on_day; /* DAY_NONE: about says when */
	const char *about;
	const char *told_by;
	enum sureness sure; /* died: must be said; else none */
	const char *note;
	const char *treatment; /* began: which */
	day ends_on;           /* began, hospital: planned end */
	const char *address;   /* moved: "" not known */
	const char *postcode;
	const char *council; /* GSS code */
};
extern const struct new_happening new_happening_blank;

/*
 * Kind first; then when, who told us, and what only some kinds ask for. That they are alive is offered
 * only of somebody who is on record as having died. The table belongs to a.
 */
const struct field *happening_fields(bool died, struct arena *a);

/* Does the form of that kind ask for that field? */
bool happening_asks(enum happening_kind kind, const char *field);

/*
 * The values as a happening; what cannot be understood goes to problems by field. A day may be
 * written as "about last spring": then it is kept in words. Strings of *ret belong to a or v.
 */
void happening_from_values(const struct values *v, day today, const struct holidays *holidays,
                           struct arena *a, struct problems *problems, struct new_happening *ret);

/* What stops it whoever writes it down: nothing chosen, no day, a day ahead, sure not said. */
void new_happening_problems(const struct new_happening *h, day today, struct arena *a,
                            struct problems *problems);

#endif
