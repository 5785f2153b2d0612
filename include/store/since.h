#ifndef STORE_SINCE_H
#define STORE_SINCE_H

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "model/access.h"
#include "model/draft.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

/*
 * What the record of changes says of one worker's people behind an event: for whoever comes back. All
 * of it is found by index; strings belong to a.
 */

/* The last event of an account before an instant (UTC seconds). id 0: there is none. */
struct since_mark {
	struct event_id event;
	int64_t at;
};
MUST_USE enum status since_last(struct store *st, struct account_id who, int64_t before,
                                struct since_mark *ret);

/* When any coordinator who may sign in did anything last; 0: never. */
MUST_USE enum status since_coordinator(struct store *st, int64_t *ret);

/* Something that somebody else did about one of a worker's people, and that still stands. */
struct since_event {
	struct event_id event;
	int64_t at;
	struct account_id by;
	struct person_id person;
	const char *what;
};
struct since_events {
	size_t n;
	struct since_event *at;
};
/* Changes, the oldest first, person by person in the order of their names. */
MUST_USE enum status since_changes(struct store *st, struct account_id worker,
                                   struct event_id after, struct arena *a,
                                   struct since_events *ret);
/* People that are a worker's now, and were handed to them by somebody else since. */
MUST_USE enum status since_handed(struct store *st, struct account_id worker, struct event_id after,
                                  struct arena *a, struct since_events *ret);

/* Leave that others gave themselves to open a worker's people, from an instant on. */
MUST_USE enum status since_opened(struct store *st, struct account_id worker, int64_t from,
                                  struct arena *a, struct access_list *ret);

/* What others did for a worker's people on those days, both included, in numbers. */
struct since_counts {
	int contacts, new, safety;
};
MUST_USE enum status since_count(struct store *st, struct account_id worker, day from, day to,
                                 struct since_counts *ret);

/*
 * What others have begun and not ended: about a worker's people, or anybody's (worker 0). Bodies
 * come with it, the longest waiting first.
 */
struct since_draft {
	struct account_id author;
	struct draft draft;
};
struct since_drafts {
	size_t n;
	struct since_draft *at;
};
MUST_USE enum status since_drafts(struct store *st, struct account_id reader,
                                  struct account_id worker, struct arena *a,
                                  struct since_drafts *ret);

/* Is a look of the account called that on record behind an event? */
MUST_USE enum status since_was_read(struct store *st, struct account_id who, struct event_id after,
                                    const char *what, bool *ret);
/*
 * When an account, having one of those roles at the time, last put the look called that on record
 * before an instant (UTC seconds); 0: never.
 */
MUST_USE enum status since_read_as(struct store *st, struct account_id who, unsigned roles,
                                   const char *what, int64_t before, int64_t *ret);

#endif
