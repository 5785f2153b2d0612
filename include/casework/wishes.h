#ifndef CASEWORK_WISHES_H
#define CASEWORK_WISHES_H

#include "casework/strip.h"
#include "model/wishes.h"

/*
 * What somebody wishes if things get worse: for their worker and, with a reason, a coordinator. Strings
 * belong to the arena it was asked for with.
 */
struct wishes_view {
	struct person_strip strip;
	struct wishes wishes;
	const char *set; /* "set 3 Oct by Priya Shah", "" */
};

/* Reading them is a look of its own, on record before anything is shown. */
MUST_USE enum status casework_wishes(struct session *s, struct person_id person, struct arena *a,
                                     struct wishes_view *ret);

/*
 * Write them down, all of x. Person and ver are those that were read: E_CONFLICT when somebody wrote
 * meanwhile. E_INVALID for what is too long.
 */
MUST_USE enum status casework_set_wishes(struct session *s, const struct wishes *x);

#endif
