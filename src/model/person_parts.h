#ifndef MODEL_PERSON_PARTS_H
#define MODEL_PERSON_PARTS_H

#include "model/person_form.h"

#include <stddef.h>

/* Where a value of the person's form stands in its structs, and how it is read. */
enum take {
	TAKE_TEXT,
	TAKE_NAME,
	TAKE_NOTE, /* of many lines */
	TAKE_BIRTH,
	TAKE_PAST,  /* a day that has been */
	TAKE_AHEAD, /* a day to come, or that was to come */
	TAKE_ASKED,
	TAKE_FLAG,
	TAKE_WORD,
	TAKE_NUMBER,
	TAKE_POSTCODE,
	TAKE_COUNCIL,
	TAKE_PHONE,
	TAKE_EMAIL,
	TAKE_PRACTICE, /* the code of a GP practice */
	TAKE_SITE,     /* of the cancer */
	TAKE_TENTH,
};

struct place_of {
	const char *name;
	enum take take;
	size_t offset; /* in struct person_details */
	const struct words *words;
};

/* Ends in { 0 }. */
extern const struct place_of person_places[];

/* A value that is read. */
struct taking {
	const struct form_from *from;
	struct arena *a;
	struct person_details *d;
	struct problems *problems;
	const char *name, *text; /* trimmed, on one line where it has to be */
};

/* Into what stands at; a problem, and nothing changed, when it cannot be used. */
void person_take_one(struct taking *t, const struct place_of *place, void *at);

/* What does not go together, once all of it was read: days and their order, the organ and the sex. */
void person_bounds(const struct person *p, struct arena *a, struct problems *problems);

#endif
