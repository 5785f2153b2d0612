#ifndef STORE_APART_H
#define STORE_APART_H

#include "base/arena.h"
#include "model/ids.h"
#include "store/store.h"

/*
 * Of a worker's open people those of whom, or of the person, it is kept that they are to be kept apart
 * from somebody, with what the two share. Care rule 7: no shared worker without a warning.
 */
struct apart {
	const char *family_name; /* theirs */
	bool home, number;       /* the same address and postcode; a number of both */
};

struct apart_list {
	size_t n;
	struct apart *at;
};

/* Strings belong to a. */
MUST_USE enum status people_apart(struct store *st, struct person_id person,
                                  struct account_id worker, struct arena *a,
                                  struct apart_list *ret);

#endif
