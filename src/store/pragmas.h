#ifndef STORE_PRAGMAS_H
#define STORE_PRAGMAS_H

#include "base/status.h"

struct store;

#define BUSY_TIMEOUT_MS 5000 /* as the pragma says */

/* Bytes kept free at the end of every page from the first day: for a checksum, or a nonce and tag. */
#define PAGE_RESERVE 40

/* What the engine is set to. Each is read back: SQLite is silent about a pragma it does not know. */
MUST_USE enum status pragmas_apply(struct store *st);    /* right after opening */
MUST_USE enum status pragmas_geometry(struct store *st); /* before the first page is written */
MUST_USE enum status pragmas_check(struct store *st);    /* once the schema is there */

#endif
