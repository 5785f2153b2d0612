#include "pragmas.h"

#include "handle.h"
#include "stmt.h"

#include "base/str.h"
#include "base/words.h"

#include <stdbool.h>

struct pragma {
	const char *set, *get, *want;
	bool file_only; /* means nothing in memory */
};

static const struct pragma early[] = {
	{ "PRAGMA busy_timeout = 5000", "PRAGMA busy_timeout", "5000", false },
	{ "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", false },
	{ "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1", false },
	{ "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2", false },
	{ "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0", true },
	{ "PRAGMA cache_size = -8192", "PRAGMA cache_size", "-8192", false },
	{ "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1", false },
	{ "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", false },
	{ "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3", false },
	{ "PRAGMA journal_mode = TRUNCATE", "PRAGMA journal_mode", "truncate", true },
	{ "PRAGMA locking_mode = NORMAL", "PRAGMA locking_mode", "normal", false },
};

/* Foreign keys have no effect inside a transaction, and hinder a migration: they come last. */
static const struct pragma late[] = {
	{ "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", false },
};

static const struct {
	int id, most;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 64 << 20 },
	{ SQLITE_LIMIT_SQL_LENGTH, 256 << 10 },
	{ SQLITE_LIMIT_COLUMN, 128 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 20 },
	{ SQLITE_LIMIT_VDBE_OP, 50000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 16 },
	{ SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM needs one */
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 128 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* Is the one value of the pragma what was wanted? */
static enum status reads_back(struct store *st, const struct pragma *s, bool *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, s->get);

	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK) {
		const char *got = row ? (const char *)sqlite3_column_text(q, 0) : NULL;

		*ret = text_equal(got, s->want);
	}
	stmt_release(q);
	return rc;
}

static enum status apply(struct store *st, const struct pragma *pragmas, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct pragma *s = &pragmas[i];
		bool heeded = false;
		enum status rc;

		if (s->file_only && !st->path)
			continue;
		rc = store_exec(st, s->set);
		if (rc == OK)
			rc = reads_back(st, s, &heeded);
		if (rc != OK)
			return rc;
		if (!heeded)
			return store_fail(st, E_STORE,
			                  _("This computer's SQLite cannot be used safely: it does "
			                    "not heed \"%s\"."),
			                  s->set);
	}
	return OK;
}

static enum status harden(struct store *st)
{
	int defensive = 0, trusted = 1;

	sqlite3_extended_result_codes(st->db, 1);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &trusted);
	sqlite3_db_config(st->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	for (size_t i = 0; i < COUNT_OF(limits); i++)
		sqlite3_limit(st->db, limits[i].id, limits[i].most);
	if (defensive == 1 && trusted == 0)
		return OK;
	return store_fail(st, E_STORE,
	                  _("This computer's SQLite cannot be used safely: it has no defensive "
	                    "mode."));
}

enum status pragmas_apply(struct store *st)
{
	enum status rc = harden(st);

	return rc == OK ? apply(st, early, COUNT_OF(early)) : rc;
}

enum status pragmas_geometry(struct store *st)
{
	int reserve = PAGE_RESERVE;
	enum status rc = store_exec(st, "PRAGMA page_size = 4096");

	if (rc != OK)
		return rc;
	sqlite3_file_control(st->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	return OK;
}

enum status pragmas_check(struct store *st)
{
	static const struct pragma page = { NULL, "PRAGMA page_size", "4096", false };
	int reserve = -1;
	bool right = false;
	enum status rc = apply(st, late, COUNT_OF(late));

	if (rc == OK)
		rc = reads_back(st, &page, &right);
	if (rc != OK)
		return rc;
	sqlite3_file_control(st->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	if (reserve == PAGE_RESERVE && right)
		return OK;
	return store_fail(
		st, E_DAMAGED,
		_("This file is not laid out as clew lays out its files: it was rewritten "
	          "by another program. Restore the last backup."));
}
