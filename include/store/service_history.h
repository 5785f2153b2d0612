#ifndef STORE_SERVICE_HISTORY_H
#define STORE_SERVICE_HISTORY_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"

struct store;

/*
 * What was written of an entry of the directory, out of the record of changes: its own row and what
 * hangs on it. Of what wrote many entries at once only the row itself.
 */
struct past_value {
	const char *table;          /* "service", "service_time" */
	const char *key;            /* "12", "12/practical.money" */
	const char *column;         /* "phone"; "" of a row of which only the key is kept */
	const char *before, *after; /* as they were stored; "" nothing */
};
struct past_entry {
	struct event_id event;
	int64_t done_at; /* UTC seconds */
	const char *who; /* "" when nobody was signed in */
	const char *what;
	size_t n;
	struct past_value *at;
};
struct past_entries {
	size_t n;
	struct past_entry *at; /* the newest first */
};

/* At most limit events. Strings belong to a. */
MUST_USE enum status service_history(struct store *st, struct service_id id, size_t limit,
                                     struct arena *a, struct past_entries *ret);

#endif
