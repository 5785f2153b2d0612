#ifndef STORE_SERVICE_POOL_H
#define STORE_SERVICE_POOL_H

#include "service_index.h"

#include "store/service_search.h"

/* What a search has found of the index, entry by entry. */
struct service_pool {
	const struct service_index *index;
	uint8_t *found; /* 0: not; else 1 + the column that its words were found in */
	int8_t *near;   /* of the nearest area it serves: fit.h */
	bool *favourite;
	struct service_use *like; /* of those sent with the concern; NULL: none is asked for */
	const char *missing, *instead;
};

/* Everything belongs to a. */
MUST_USE enum status service_pool(struct store *st, const struct service_search *how,
                                  struct arena *a, struct service_pool *ret);

/* Does what was found also offer what is asked for? */
bool pool_wants(const struct service_pool *pool, const struct service_search *how, size_t at);

/* service_words.c: of what was found, what has every word of the text; in which column. */
MUST_USE enum status words_narrow(struct store *st, const char *text, struct service_pool *pool,
                                  struct arena *a);
/*
 * service_listing.c: the row of an entry, all of it belonging to a; its id is 0 when it is gone. Rows
 * that were read are kept until something is written: service_rows_ready() before the first one.
 */
MUST_USE enum status service_rows_ready(struct store *st, const struct service_index *index);
MUST_USE enum status service_listing(struct store *st, const struct service_index *index, size_t at,
                                     struct arena *a, struct listing *ret);
/* The function that says in which column a row has its words. */
MUST_USE enum status words_rank_ready(struct store *st);

#endif
