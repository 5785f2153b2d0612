#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"
#include "vault/key.h"

#include <stdbool.h>

/*
 * The case file. One connection, one thread. Everything that a table module does goes through it.
 */
struct store;

enum store_mode { STORE_WRITE, STORE_READ_ONLY };

/* Written into the file (SQLite's application_id). Only a practice or demonstration file has a today
 * that can be set. */
enum store_kind { STORE_CASE, STORE_PRACTICE, STORE_DEMO };

/*
 * Make a new, empty case file of the newest schema, mode 0600, in a folder that is made (0700) when
 * it is missing. practice: a file to learn on. *ret is set even on failure, as below. E_EXISTS: there
 * is such a file already, and it was left alone; E_IO: it cannot be made there.
 */
MUST_USE enum status store_create(const char *path, const struct key *key, bool practice,
                                  struct store **ret);

/*
 * Open a case file, migrating it when it is older. *ret is set even on failure, so that
 * store_fault() can be read; close it in any case. E_NOT_FOUND, E_DAMAGED (no case file, or made by
 * a newer clew), E_CONFLICT (key belongs to another case file), E_BUSY, E_STORE.
 *
 * key: what event digests are made with; it is copied. NULL stands for a key of zeros.
 */
MUST_USE enum status store_open(const char *path, const struct key *key, enum store_mode mode,
                                struct store **ret);

/* A copy in memory of a file made beforehand (the demonstration). image is copied. */
MUST_USE enum status store_open_image(struct str image, const struct key *key, struct store **ret);
/* Empty, in memory, newest schema, of kind STORE_DEMO: for tests and for making the demonstration. */
MUST_USE enum status store_open_memory(const struct key *key, struct store **ret);

void store_close(struct store *st); /* NULL is fine */

/* What went wrong last, as one sentence for a person. Lasts until the next call on st. */
const char *store_fault(const struct store *st);

const char *store_path(const struct store *st); /* NULL in memory; belongs to st */
bool store_read_only(const struct store *st);
enum store_kind store_kind(const struct store *st);
bool store_practice(const struct store *st); /* STORE_PRACTICE or STORE_DEMO */

/* The whole file as bytes, for store_open_image(): how the demonstration is made. */
MUST_USE enum status store_image(struct store *st, struct buf *ret);

#endif
