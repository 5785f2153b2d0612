#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/status.h"
#include "base/str.h"
#include "vault/key.h"

#include <stdbool.h>

/*
 * The case file. One connection, one thread. Everything that a table module does goes through it.
 */
struct store;

enum store_mode { STORE_WRITE, STORE_READ_ONLY };

/*
 * Make a new, empty case file of the newest schema; E_EXISTS when there is one already.
 * practice: a file to learn on, the only kind whose today may be set.
 */
MUST_USE enum status store_create(const char *path, const struct key *key, bool practice,
                                  struct store **ret);

/*
 * Open a case file, migrating it when it is older. *ret is set even on failure, so that
 * store_fault() can be read; close it in any case. E_NOT_FOUND, E_DAMAGED (no case file, or made by
 * a newer clew), E_BUSY, E_STORE.
 */
MUST_USE enum status store_open(const char *path, const struct key *key, enum store_mode mode,
                                struct store **ret);

/* A copy in memory of a file made beforehand (the demonstration). image is copied. */
MUST_USE enum status store_open_image(struct str image, const struct key *key, struct store **ret);
/* Empty, in memory, newest schema: for tests and for making the demonstration. */
MUST_USE enum status store_open_memory(const struct key *key, struct store **ret);

void store_close(struct store *st); /* NULL is fine */

/* What went wrong last, as one sentence for a person. Lasts until the next call on st. */
const char *store_fault(const struct store *st);

bool store_read_only(const struct store *st);
bool store_practice(const struct store *st);

#endif
