#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "base/status.h"
#include "store/store.h"

struct store;

/* application_id: "clew", "clep" (practice), "cled" (demonstration), as four bytes. */
#define CASE_ID     0x636c6577
#define PRACTICE_ID 0x636c6570
#define DEMO_ID     0x636c6564

int schema_newest(void); /* the number of the last data/schema/NNNN-*.sql */

/* Makes an empty database a case file of that kind. */
MUST_USE enum status schema_create(struct store *st, enum store_kind kind);

/*
 * Learns the kind of file; brings an older one up to date, after setting a copy aside as
 * FILE.before-upgrade (mode 0600; taken away by the next good start). E_DAMAGED: no file of ours,
 * or one made by a newer clew.
 */
MUST_USE enum status schema_update(struct store *st);

/* The copy: part of schema_update(), by itself for its test. */
MUST_USE enum status schema_set_aside(struct store *st);

/* Does any row refer to one that is not there? */
MUST_USE enum status schema_references(struct store *st);

#endif
