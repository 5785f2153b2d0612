#include "fixture.h"

#include "test.h"

#include "../../../src/store/handle.h"

#include <stdlib.h>

void store_sql(struct store *st, const char *sql)
{
	enum leave before = st->leave;
	char *said = NULL;

	st->leave = LEAVE_FREE;
	if (sqlite3_exec(st->db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", said, sql);
	st->leave = before;
}

static sqlite3_stmt *first_row(struct store *st, const char *sql, bool *row)
{
	sqlite3_stmt *q;

	if (sqlite3_prepare_v2(st->db, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sqlite3_errmsg(st->db), sql);
	*row = sqlite3_step(q) == SQLITE_ROW;
	return q;
}

int64_t store_int(struct store *st, const char *sql)
{
	bool row;
	sqlite3_stmt *q = first_row(st, sql, &row);
	int64_t n = -1;

	if (row && sqlite3_column_type(q, 0) != SQLITE_NULL)
		n = sqlite3_column_int64(q, 0);
	sqlite3_finalize(q);
	return n;
}

const char *store_text(struct store *st, const char *sql, struct arena *a)
{
	bool row;
	sqlite3_stmt *q = first_row(st, sql, &row);
	const char *text = arena_strdup(a, row ? (const char *)sqlite3_column_text(q, 0) : NULL);

	sqlite3_finalize(q);
	return text;
}

void fixture_sql(struct fixture *f, const char *sql)
{
	store_sql(f->store, sql);
}

int64_t fixture_int(struct fixture *f, const char *sql)
{
	return store_int(f->store, sql);
}

const char *fixture_text(struct fixture *f, const char *sql)
{
	return store_text(f->store, sql, &f->arena);
}

struct fixture *fixture_open(void)
{
	struct fixture *f = calloc(1, sizeof(*f));

	assert_non_null(f);
	f->who.n = 1;
	f->now = INT64_C(1795424400);
	f->today = 20780;
	if (store_open_memory(NULL, &f->store) != OK)
		fail_msg("%s", store_fault(f->store));
	fixture_sql(
		f,
		"INSERT INTO account (id, login, name, roles)"
		" VALUES (1, 'ruth', 'Ruth Ansah', 6);"
		"INSERT INTO setting (name, value) VALUES ('service', 'Riverside link workers')");
	return f;
}

void fixture_close(struct fixture *f)
{
	store_close(f->store);
	arena_reset(&f->arena);
	free(f);
}

int fixture_setup(void **state)
{
	*state = fixture_open();
	return 0;
}

int fixture_teardown(void **state)
{
	fixture_close(*state);
	return 0;
}

struct change *fixture_begin(struct fixture *f, const char *what)
{
	if (change_begin(&f->change, f->store, f->who, f->now, what) != OK)
		fail_msg("%s", store_fault(f->store));
	return &f->change;
}

void fixture_end(struct fixture *f)
{
	if (change_end(&f->change, OK) != OK)
		fail_msg("%s", store_fault(f->store));
}
