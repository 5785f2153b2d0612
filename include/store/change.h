#ifndef STORE_CHANGE_H
#define STORE_CHANGE_H

#include "base/status.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stdint.h>

struct store;

/*
 * Leave to write: a transaction, who, when, and what in words. Only casework makes one; every
 * writer of a table module takes one. There is one at a time in a store.
 *
 *	rc = change_begin(&c, st, who, now, "contact with CL-000412");
 *	if (rc == OK)
 *		rc = do_it(&c);
 *	return change_end(&c, rc);
 */
struct change {
	struct store *st;
	struct account_id who;
	int64_t at;       /* UTC seconds */
	const char *what; /* belongs to the caller until change_end() */
	const char *
		kind; /* "change"; the others of event.kind set their own. Only changes, imports and
	                     undos are ever taken back */
	struct person_id person; /* whom it is about, 0 when nobody or many */
	const char *via;         /* why they may, as event.via; NULL: about nobody */
	const char *file_hash;   /* of an import: what came in */
	bool keys_alone;         /* rows that go meanwhile leave their keys alone: an import's */
	struct event_id event;   /* set by change_end() */
	struct event_id undoes;  /* the event an undo takes back */
};

/*
 * Waits in the queue, then BEGIN IMMEDIATE. E_BUSY with a sentence naming who holds it, E_DENIED
 * when the file was opened for reading only, E_STORE. Never a change within a change: die().
 */
MUST_USE enum status change_begin(struct change *c, struct store *st, struct account_id who,
                                  int64_t at, const char *what);

/* rc OK: row images, chain link, COMMIT. Else ROLLBACK and rc comes back. Call it always. */
MUST_USE enum status change_end(struct change *c, enum status rc);

/* Is a change, a jot or a long reading going on? Then no event can be written beside it. */
bool store_changing(const struct store *st);

/*
 * An event without rows: a look (committed before what was looked at is painted), a sign-in, a lock,
 * something refused.
 */
struct note_event {
	const char *kind; /* of event.kind */
	struct account_id who;
	int64_t at;
	const char *what;
	struct person_id person; /* 0: nobody */
	const char *via;         /* NULL: about nobody */
	struct event_id *event;  /* set to what it became; may be NULL */
};
MUST_USE enum status change_note(struct store *st, const struct note_event *e);

/* What every event from now on carries: the roles of whoever is signed in, and their sign-in. */
struct stamp {
	unsigned roles;
	struct event_id session;
};
void store_stamp(struct store *st, const struct stamp *stamp);

/*
 * What a change leaves behind: an event, and an event_row for every row of a KEPT table that it
 * inserted, changed or deleted. An import (kind "import") keeps of the rows it inserts their keys
 * alone, one event_row a table; of rows it changes as much as any other change. An import that is
 * taken back leaves the keys of the rows that go. Writing a KEPT row outside a change is a bug and
 * ends the program.
 */

/*
 * One view of the file for work that reads for over half a second (an export, a report, a check):
 * whoever saves waits in the queue, not at the end of what they saved. Nothing can be written
 * meanwhile.
 */
struct reading {
	struct store *st;
};
MUST_USE enum status reading_begin(struct reading *r, struct store *st);
MUST_USE enum status reading_end(struct reading *r, enum status rc);

/*
 * One view of the file for a few short reads, so that it is locked once for all of them and not for
 * each. Within a change or a reading it is theirs, and this does nothing.
 */
struct glance {
	struct store *st;
};
MUST_USE enum status glance_begin(struct glance *g, struct store *st);
MUST_USE enum status glance_end(struct glance *g, enum status rc);

/* LIVE tables (draft …): a transaction without an event. */
struct jot {
	struct store *st;
	bool tried;
};
MUST_USE enum status jot_begin(struct jot *j, struct store *st);
/* The same for what can be written as well later: it waits for nobody. E_BUSY at once. */
MUST_USE enum status jot_try(struct jot *j, struct store *st);
MUST_USE enum status jot_end(struct jot *j, enum status rc);

#endif
