#ifndef SUPPORT_FIXTURE_H
#define SUPPORT_FIXTURE_H

#include "base/arena.h"
#include "base/day.h"
#include "model/ids.h"
#include "store/change.h"
#include "store/store.h"

#include <stdint.h>

/*
 * A case file in memory with one account (id 1, login "ruth", name "Ruth Ansah", link worker and
 * coordinator) and one setting (service "Riverside link workers"). fixture_setup() and
 * fixture_teardown() are cmocka's: *state is the fixture.
 */
struct fixture {
	struct store *store;
	struct arena arena; /* reset with the fixture */
	struct account_id who;
	int64_t now; /* Mon 23 Nov 2026, 09:00:00 UTC */
	day today;
	struct change change;
};

struct fixture *fixture_open(void);
void fixture_close(struct fixture *f);
int fixture_setup(void **state);
int fixture_teardown(void **state);

/* Run SQL as it stands, leaving no events; it fails the test when it does not run. */
void fixture_sql(struct fixture *f, const char *sql);
/* The first column of the first row; no row, or NULL: -1 and "". Text belongs to f->arena. */
int64_t fixture_int(struct fixture *f, const char *sql);
const char *fixture_text(struct fixture *f, const char *sql);

/* f->change, begun by f->who at f->now; and ended, which must come to OK. */
struct change *fixture_begin(struct fixture *f, const char *what);
void fixture_end(struct fixture *f);

/* The same three for any open store. */
void store_sql(struct store *st, const char *sql);
int64_t store_int(struct store *st, const char *sql);
const char *store_text(struct store *st, const char *sql, struct arena *a);

#endif
