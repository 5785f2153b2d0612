#ifndef STORE_UNDO_ROWS_H
#define STORE_UNDO_ROWS_H

#include "base/status.h"
#include "model/ids.h"

struct store;

/* Takes back every row of an event, the last first, within the change that is open. E_CONFLICT. */
MUST_USE enum status undo_rows(struct store *st, struct event_id event);

#endif
