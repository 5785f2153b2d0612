#ifndef STORE_HEADS_H
#define STORE_HEADS_H

#include "base/arena.h"
#include "base/status.h"
#include "store/events.h"

/*
 * FILE.heads, beside the case file: the end of the chain of events as it was, a line each: id, at
 * (UTC seconds), link in hexadecimal. The chain alone cannot show that its end was cut off or that
 * an older file was put back; a head that was noted before does. Its format: clew-file(5).
 */
struct head_list {
	size_t n;
	struct head *at; /* in the order in which they were noted */
};

/* The heads in text, whatever stands behind them in their line; lines that are none are counted in *unread (may be NULL) and left out. */
void heads_parse(struct str text, struct arena *a, struct head_list *ret, size_t *unread);

/* Those beside the file, none when it has no such file yet. E_IO, and a sentence in the store. */
MUST_USE enum status heads_read(struct store *st, struct arena *a, struct head_list *ret);

/*
 * Note one: nothing when it stands there last already, and nothing in memory. A line is added whole,
 * synced, in a file that nobody else may read; a long file keeps the last of each day. E_IO.
 */
MUST_USE enum status heads_note(struct store *st, const struct head *head);

#endif
