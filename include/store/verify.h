#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include "base/arena.h"
#include "base/progress.h"
#include "base/status.h"
#include "model/ids.h"
#include "vault/digest.h"

#include <stdint.h>

struct store;

/*
 * What `clew check` looks at. Each returns OK when all is well, E_DAMAGED with a sentence that names
 * the first thing wrong, E_STOPPED, E_BUSY or E_STORE. Nothing is changed.
 */
MUST_USE enum status store_check_pages(struct store *st);      /* SQLite's own quick_check */
MUST_USE enum status store_check_references(struct store *st); /* rows that refer to no row */

/* The chain of events from the first to the last. */
struct events_checked {
	int64_t events;
	int64_t rows;
	int64_t erased;            /* rows whose content was erased; their digests still hold */
	struct event_id first_bad; /* 0: none */
	uint8_t head
		[DIGEST_BYTES]; /* link of the last: kept elsewhere, it shows an old file put back */
};
/* *ret is set on OK and on E_DAMAGED. Rows are counted to the progress, which may be NULL. */
MUST_USE enum status store_check_events(struct store *st, const struct progress *progress,
                                        struct events_checked *ret);

/* All three, in that order. */
MUST_USE enum status store_check(struct store *st, const struct progress *progress,
                                 struct events_checked *ret);

#endif
