#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include "base/status.h"

#include <stdint.h>

struct store;

/*
 * One writer at a time, in FILE.lock. A file in memory has no queue. Who holds it and since
 * when stand in the lock file, for whoever waits; not what for, which names people whom the one who
 * waits may not know of (care.md 7).
 */
#define QUEUE_WAIT_MS 5000

MUST_USE enum status queue_enter(struct store *st); /* E_BUSY after QUEUE_WAIT_MS */
void queue_sign(struct store *st, const char *name, int64_t at);
void queue_leave(struct store *st);
void queue_close(struct store *st);

#endif
