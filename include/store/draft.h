#ifndef STORE_DRAFT_H
#define STORE_DRAFT_H

#include "base/arena.h"
#include "base/status.h"
#include "model/draft.h"
#include "model/ids.h"

#include <stdint.h>

struct store;

/*
 * What somebody was writing and has not saved. One an account, form and about. No history is kept
 * of it. Within a change the writers are part of that change, so that saving a form and dropping its
 * draft are one; else each is a transaction of its own.
 *
 * Keeping takes the place of the one of the same form and about. d->id is not read. */
MUST_USE enum status draft_keep(struct store *st, struct account_id who, const struct draft *d);

/* Those of one account, the last kept first, with their bodies. Strings belong to a. */
MUST_USE enum status draft_list(struct store *st, struct account_id who, struct arena *a,
                                struct draft_list *ret);

/* E_NOT_FOUND when there is none. Strings belong to a. */
MUST_USE enum status draft_get(struct store *st, struct account_id who, const char *form,
                               const char *about, struct arena *a, struct draft *ret);

/* OK when there was none, too. */
MUST_USE enum status draft_drop(struct store *st, struct account_id who, const char *form,
                                const char *about);

#endif
