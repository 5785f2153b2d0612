#ifndef STORE_PEOPLE_MATCH_H
#define STORE_PEOPLE_MATCH_H

#include "base/arena.h"
#include "model/ids.h"
#include "store/store.h"

/* Who may be the same person, for an import: at most PEOPLE_MATCH of them, in the order of ids. */
#define PEOPLE_MATCH 50

struct people_match {
	size_t n;
	struct person_id *at;
};

/* Those with that care number, ten digits. */
MUST_USE enum status people_by_number(struct store *st, const char *digits, struct arena *a,
                                      struct people_match *ret);

/* Those who are found under that whole key: folded "carter jane". Look at their names again. */
MUST_USE enum status people_by_key(struct store *st, const char *key, struct arena *a,
                                   struct people_match *ret);

#endif
