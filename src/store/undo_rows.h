#ifndef STORE_UNDO_ROWS_H
#define STORE_UNDO_ROWS_H

#include "register.h"

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "model/ids.h"
#include "store/undo.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf;
struct store;

/* Takes back every row of an event, the last first, within the change that is open. E_CONFLICT. */
MUST_USE enum status undo_rows(struct store *st, struct event_id event);

/* One statement built of names out of the register; the caller finalizes it, also when it failed. */
MUST_USE enum status undo_prepare(struct store *st, const struct buf *sql, sqlite3_stmt **q);
void undo_put_where(struct buf *sql, const struct table_entry *t);
/* Behind the where of a DELETE: an organisation stays as long as some other entry names it. */
void undo_put_spared(struct buf *sql, const struct table_entry *t);
void undo_bind_key(sqlite3_stmt *q, int first, const struct table_entry *t, const char *key);

/*
 * Who wrote that row last since the event, "Ben Ojo (09:12)", "you (Fri 20 Nov)", "" when nobody did
 * that stands. Belongs to a.
 */
const char *undo_who(struct store *st, const struct table_entry *t, const char *key,
                     struct event_id since, struct arena *a);

/* E_CONFLICT, naming what was saved since and belongs to that row. */
MUST_USE enum status undo_complain_of_child(struct store *st, struct event_id event,
                                            const struct table_entry *t, const char *key);

/*
 * Rows of which an event keeps their keys alone: those that an import put into a table, "17-10016"
 * or "4/E09000001" a line, behind a line that names the file by its hash.
 */
struct key_run {
	const char *key; /* NULL: the numbers from first to last */
	int64_t first, last;
};
struct bulk {
	const struct table_entry *table;
	size_t n;
	struct key_run *at;
};
void bulk_read(const struct table_entry *t, struct str body, struct arena *a, struct bulk *ret);

/* E_CONFLICT, with a sentence that names it, when any of them was written since and that stands. */
MUST_USE enum status bulk_check(struct store *st, struct event_id event, const struct bulk *b);
/* Deletes them, by their keys alone again. E_CONFLICT when something belongs to them. */
MUST_USE enum status bulk_take_back(struct store *st, struct event_id event, const struct bulk *b);

/* Adds whose and which services' rows an event put in by their keys alone. */
MUST_USE enum status bulk_touches(struct store *st, struct event_id event, struct arena *a,
                                  struct undo_touched *t);

/*
 * Is what that event did there still? Not when it was undone, nor when it is itself the undo of
 * something that came after since: then all is as it was.
 */
MUST_USE enum status undo_stands(struct store *st, struct event_id event, struct event_id since,
                                 bool *ret);

#endif
