#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stdint.h>

struct change;
struct store;

/*
 * Taking back what an account did last, column by column. An undo is an event itself, so what was
 * taken back can be done again by undoing the undo. Only changes, imports and undos with rows can be
 * taken back; not looks or sign-ins. Where a column that the event wrote holds something else by
 * now, or something saved since belongs to a row it made, nothing is taken back at all.
 *
 * An import goes whole: the rows it put in, as long as nobody wrote one of them since, and what it
 * changed. Of those rows nothing but keys was kept, so its undo cannot be undone: E_CONFLICT, with a
 * sentence that says to import the file again.
 */
enum undo_way {
	UNDO_BACK,  /* the last change that still stands */
	UNDO_AGAIN, /* the last undo, when nothing was changed since */
};

struct undo_offer {
	struct event_id event;
	const char *what;        /* the words of the change itself: "contact with CL-000412" */
	int64_t at;              /* when it was made, UTC seconds */
	struct person_id person; /* 0: nobody or many */
	bool possible;
	const char *why_not; /* a sentence when it is not possible, else "" */
};

/*
 * What would be taken back, if it is possible: that is not looked at yet. E_NOT_FOUND when there is
 * nothing; E_BUSY, E_STORE. Strings belong to a, as below.
 */
MUST_USE enum status undo_find(struct store *st, struct account_id who, enum undo_way way,
                               struct arena *a, struct undo_offer *ret);
/* Is it possible? It is tried and rolled back, so the queue is waited for. */
MUST_USE enum status undo_try(struct store *st, struct account_id who, struct arena *a,
                              struct undo_offer *o);
/* Both. */
MUST_USE enum status undo_peek(struct store *st, struct account_id who, enum undo_way way,
                               struct arena *a, struct undo_offer *ret);

/*
 * Take event back within c, which becomes an undo of it. E_CONFLICT with a sentence when it cannot
 * be; E_DENIED when it is another account's. The caller then derives what undo_touches() lists.
 */
MUST_USE enum status undo_apply(struct change *c, struct event_id event);

/* Whose and which services' rows an event wrote, each once, people by their ids. They belong to a. */
struct undo_touched {
	bool keys;  /* a name or a number was written, so that find keys differ, also of others */
	bool worry; /* a worry about safety was raised with it */
	struct {
		size_t n;
		struct person_id *at;
	} people;
	struct {
		size_t n;
		struct service_id *at;
	} services;
};
MUST_USE enum status undo_touches(struct store *st, struct event_id event, struct arena *a,
                                  struct undo_touched *ret);

#endif
