#ifndef STORE_CASELOAD_H
#define STORE_CASELOAD_H

#include "base/arena.h"
#include "base/status.h"
#include "model/caseload.h"
#include "store/store.h"

/* All open rows of a worker ({ 0 }: of nobody yet), by name. Strings belong to a, as below. */
MUST_USE enum status caseload_open(struct store *st, struct account_id worker, struct arena *a,
                                   struct case_list *ret);

/* A page of a list: at most limit rows that come behind after. */
struct case_page {
	const struct list_query *query;
	const struct case_row *after; /* the last row there is, NULL: from the beginning */
	size_t limit;
	day today;
	const struct case_rules *rules;
};
MUST_USE enum status caseload_page(struct store *st, const struct case_page *how, struct arena *a,
                                   struct case_list *ret);

/* How many open rows a worker has; { 0 }: everybody together. */
MUST_USE enum status caseload_count(struct store *st, struct account_id worker, size_t *ret);

/*
 * Is there another open person of the same family name whose first name begins with the same letter?
 */
MUST_USE enum status caseload_namesake(struct store *st, const struct case_row *c, bool *ret);

/* The row of a person: the newest open one, else the last. E_NOT_FOUND: never referred. */
MUST_USE enum status caseload_of(struct store *st, struct person_id p, struct arena *a,
                                 struct case_row *ret);

#endif
