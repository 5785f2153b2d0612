#ifndef MODEL_CONTACT_POINT_H
#define MODEL_CONTACT_POINT_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define CONTACT_POINT_KINDS(X)                   \
	X(CONTACT_POINT_PHONE, "phone", "phone") \
	X(CONTACT_POINT_EMAIL, "email", "e-mail")
enum contact_point_kind { CONTACT_POINT_KIND_NONE, CONTACT_POINT_KINDS(WORD_ENUM) };
extern const struct words contact_point_kinds;

/* A number or an address by which a person is reached. */
struct contact_point {
	struct contact_point_id id;
	int64_t ver;
	struct person_id person;
	enum contact_point_kind kind;
	const char *value; /* as it was written */
	const char *label; /* "mobile", "home" */
	const char *whose; /* "hers alone", "shared with Samir" */
	bool never_use;
	day struck_on; /* found wrong or dead; DAY_NONE: good */
	int place;     /* which to try first: 1..99; NUMBER_NONE: after those, as they were added */
};

/* Nothing known: copy it to begin a new one. */
extern const struct contact_point contact_point_blank;

struct contact_point_list {
	size_t n;
	struct contact_point *at;
};

/* May it be tried at all: neither struck out nor never to be used? */
bool contact_point_usable(const struct contact_point *p);

/* "0113 496 0123, home, shared with Samir, NEVER USE": how it stands in a list. Belongs to a. */
const char *contact_point_text(const struct contact_point *p, struct arena *a);

#endif
