#ifndef STORE_LAST_CHANGE_H
#define STORE_LAST_CHANGE_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"

#include <stdint.h>

struct store;

/* Who changed something last: for whoever finds it changed. Strings belong to the arena. */
struct last_change {
	struct event_id event;
	struct account_id account;
	const char *name; /* of the account, "" when it has none */
	const char *what;
	int64_t at; /* UTC seconds */
};

/* The newest event there is; 0: none. */
MUST_USE enum status events_last(struct store *st, struct event_id *ret);

MUST_USE enum status last_change_get(struct store *st, struct event_id event, struct arena *a,
                                     struct last_change *ret);

/* After the event since, of what is about a person, or of one row. E_NOT_FOUND: nobody. */
MUST_USE enum status last_change_of_person(struct store *st, struct person_id p,
                                           struct event_id since, struct arena *a,
                                           struct last_change *ret);
MUST_USE enum status last_change_of_row(struct store *st, const char *table, const char *key,
                                        struct event_id since, struct arena *a,
                                        struct last_change *ret);

#endif
