#ifndef STORE_PEOPLE_MERGE_H
#define STORE_PEOPLE_MERGE_H

#include "base/arena.h"
#include "model/person.h"
#include "store/change.h"
#include "store/store.h"

/*
 * Two records of one person become one: every row that is about one of them is about the other from
 * then on. A test holds this list against the schema: a table with a column for a person that stands
 * neither here nor among those that stay fails it.
 */
struct people_move {
	const char *table, *column; /* the column that holds the person */
	const char *label;  /* "contacts", as they are counted for people; NULL: not shown */
	const char *count;  /* SQL, of :person; NULL with label */
	const char *sql[3]; /* in this order; :from, :to */
};
extern const struct people_move people_moves[];
extern const size_t people_moves_n;

/* What stays where it is: the record itself, and what is of it alone. Ends in NULL. */
extern const char *const people_stay[];

/* All of people_moves, within the change. Neither record itself is written. */
MUST_USE enum status people_move_all(struct change *c, struct person_id from, struct person_id to);

/* What somebody has, of what people are shown. */
struct people_has {
	size_t n;
	struct people_count {
		const char *label;
		size_t n;
	} * at;
};
MUST_USE enum status people_count_all(struct store *st, struct person_id p, struct arena *a,
                                      struct people_has *ret);

/*
 * Whatever of into is not known is what from has; flags that are set in either are set. Strings are
 * those of from.
 */
void person_fill(const struct person *from, struct person *into);

/* Whoever everything of p stands with by now: p, unless they were merged. E_NOT_FOUND. */
MUST_USE enum status person_survivor(struct store *st, struct person_id p, struct person_id *ret);

/* What somebody left half done about p: its title and whose it is; E_NOT_FOUND: nothing. */
MUST_USE enum status people_unfinished(struct store *st, struct person_id p, struct arena *a,
                                       const char **title, const char **who);

/* The last change that was about p; 0: none. */
MUST_USE enum status people_changed(struct store *st, struct person_id p, struct event_id *ret);

#endif
