#ifndef STORE_EVENTS_H
#define STORE_EVENTS_H

#include "base/arena.h"
#include "base/status.h"
#include "model/event.h"
#include "vault/digest.h"

struct store;

/*
 * Reading the record of changes. Lists come the newest first: at most limit events with an id below
 * before (0: from the newest on). Strings belong to a. OK, E_STORE, E_DAMAGED.
 */

/* About a person: the event is, or one of the rows that it wrote is. */
MUST_USE enum status events_of_person(struct store *st, struct person_id p, struct event_id before,
                                      size_t limit, struct arena *a, struct event_list *ret);

/* Which of all; no more than those that it names. */
struct event_filter {
	struct account_id account; /* 0: whoever */
	enum event_kind kind;      /* NONE: any */
	int64_t since;             /* UTC seconds; 0: from the first */
};
MUST_USE enum status events_some(struct store *st, const struct event_filter *f,
                                 struct event_id before, size_t limit, struct arena *a,
                                 struct event_list *ret);

/* The kept tables whose rows it wrote, as words: "the contact, the reminder"; "". */
MUST_USE enum status event_tables(struct store *st, struct event_id id, struct arena *a,
                                  const char **ret);

/* The link of one: the end of the chain as it was then. E_NOT_FOUND. */
MUST_USE enum status event_link(struct store *st, struct event_id id, uint8_t ret[DIGEST_BYTES]);

/* The newest: its id is 0, its link zeros, when there is none. */
struct head {
	struct event_id id;
	int64_t at; /* UTC seconds */
	uint8_t link[DIGEST_BYTES];
};
MUST_USE enum status events_head(struct store *st, struct head *ret);

/* How many different people each account opened since an instant; only accounts with at least one. */
struct readers {
	size_t n;
	struct reader {
		struct account_id account;
		int64_t people;
	} * at;
};
MUST_USE enum status events_readers(struct store *st, int64_t since, struct arena *a,
                                    struct readers *ret);

#endif
