#include "stmt.h"

#include "handle.h"
#include "image.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/day.h"
#include "base/die.h"
#include "base/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define STMTS_FIRST 256u /* a power of two; grows when half full */

static size_t slot_of(const struct store *st, const char *sql)
{
	uintptr_t h = (uintptr_t)sql;
	size_t i;

	h ^= h >> 17;
	h *= 0x9E3779B97F4A7C15u;
	i = (size_t)(h >> 20) & (st->stmt_room - 1);
	while (st->stmts[i] && st->stmts[i]->sql != sql)
		i = (i + 1) & (st->stmt_room - 1);
	return i;
}

static void make_room(struct store *st)
{
	struct stmt **old = st->stmts;
	size_t room = st->stmt_room;

	if (2 * st->stmt_count < room)
		return;
	st->stmt_room = room ? 2 * room : STMTS_FIRST;
	st->stmts = calloc(st->stmt_room, sizeof(struct stmt *));
	if (!st->stmts)
		die("not enough memory. What was saved is safe; close other programs and start again.");
	for (size_t i = 0; i < room; i++)
		if (old[i])
			st->stmts[slot_of(st, old[i]->sql)] = old[i];
	free(old);
}

static enum status prepare(struct store *st, const char *sql, struct stmt **ret)
{
	struct stmt *s;
	sqlite3_stmt *q;
	int rc = sqlite3_prepare_v3(st->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q, NULL);

	if (rc == SQLITE_ERROR)
		return store_fail(
			st, E_DAMAGED,
			_("The file does not have in it what this clew needs (%s). Restore "
		          "the last backup."),
			sqlite3_errmsg(st->db));
	if (rc != SQLITE_OK)
		return store_fail_engine(st, rc);
	s = ARENA_NEW(&st->arena, struct stmt);
	s->sql = sql;
	s->q = q;
	s->column_count = sqlite3_column_count(q);
	s->columns = ARENA_ARRAY(&st->arena, (size_t)s->column_count, const char *);
	for (int i = 0; i < s->column_count; i++)
		s->columns[i] = arena_strdup(&st->arena, sqlite3_column_name(q, i));
	*ret = s;
	return OK;
}

static struct stmt *remember(struct store *st, struct stmt *s)
{
	st->recent[st->next_recent++ % COUNT_OF(st->recent)] = s;
	return s;
}

enum status stmt_borrow(struct store *st, sqlite3_stmt **q, const char *sql)
{
	struct stmt *s;
	size_t slot;
	enum status rc;

	*q = NULL; /* so that releasing it is always right */
	make_room(st);
	slot = slot_of(st, sql);
	s = st->stmts[slot];
	if (!s) {
		rc = prepare(st, sql, &s);
		if (rc != OK)
			return rc;
		assert(s);
		st->stmts[slot] = s;
		st->stmt_count++;
	}
	if (s->lent)
		die("a statement is borrowed that was not given back: %s", sql);
	s->lent = true;
	remember(st, s);
	*q = s->q;
	return OK;
}

struct store *store_of(sqlite3_stmt *q)
{
	sqlite3 *db = sqlite3_db_handle(q);

	for (struct store *st = stores_open(); st; st = st->next)
		if (st->db == db)
			return st;
	die("a statement of no open store");
}

struct stmt *stmt_of(sqlite3_stmt *q)
{
	struct store *st = store_of(q);

	for (size_t i = 0; i < COUNT_OF(st->recent); i++)
		if (st->recent[i] && st->recent[i]->q == q)
			return st->recent[i];
	for (size_t i = 0; i < st->stmt_room; i++)
		if (st->stmts[i] && st->stmts[i]->q == q)
			return remember(st, st->stmts[i]);
	die("a statement that was not borrowed: %s", sqlite3_sql(q));
}

void stmt_release(sqlite3_stmt *q)
{
	struct stmt *s;

	if (!q)
		return;
	s = stmt_of(q);
	sqlite3_reset(q);
	sqlite3_clear_bindings(q);
	s->lent = false;
	s->begun = false;
	s->damage = NULL;
	s->refuse = NULL;
	s->hint = s->next = 0;
}

enum status stmt_finish(struct store *st, sqlite3_stmt *q)
{
	const char *damage = q ? stmt_of(q)->damage : NULL;

	stmt_release(q);
	return damage ? store_fail(st, E_DAMAGED, "%s", damage) : OK;
}

void stmts_done(struct store *st)
{
	for (size_t i = 0; i < st->stmt_room; i++)
		if (st->stmts[i])
			sqlite3_finalize(st->stmts[i]->q);
	free(st->stmts);
	st->stmts = NULL;
	st->stmt_count = st->stmt_room = 0;
	memset(st->recent, 0, sizeof(st->recent));
}

/* ---- parameters ---- */

static int parameter(sqlite3_stmt *q, const char *name)
{
	struct stmt *s = stmt_of(q);
	int i = s->next + 1;
	const char *there = sqlite3_bind_parameter_name(q, i); /* NULL beyond the last */

	/* Asked for each time: names go when SQLite makes the statement anew. */
	if (!there || strcmp(there, name) != 0)
		i = sqlite3_bind_parameter_index(q, name);
	if (i == 0)
		die("no parameter %s in: %s", name, sqlite3_sql(q));
	s->next = i;
	return i;
}

/* A value too large or no memory for its copy: the step gives the sentence. */
static void bound(sqlite3_stmt *q, int rc)
{
	if (rc == SQLITE_OK)
		return;
	if (rc == SQLITE_MISUSE)
		die("a value bound to a statement that is running: %s", sqlite3_sql(q));
	stmt_of(q)->refuse = rc == SQLITE_TOOBIG
	                             ? _("This text is too long to be kept. Nothing was changed.")
	                             : _("There is not enough memory. Nothing was changed.");
}

void stmt_bind_int(sqlite3_stmt *q, const char *name, int64_t value)
{
	bound(q, sqlite3_bind_int64(q, parameter(q, name), value));
}

void stmt_bind_null(sqlite3_stmt *q, const char *name)
{
	bound(q, sqlite3_bind_null(q, parameter(q, name)));
}

void stmt_bind_str(sqlite3_stmt *q, const char *name, struct str text)
{
	if (text.n > 0 && memchr(text.at, '\0', text.n)) {
		stmt_of(q)->refuse = _("This text has a byte of zero in it, which cannot be kept. "
		                       "Nothing was changed.");
		return;
	}
	bound(q, sqlite3_bind_text64(q, parameter(q, name), text.n ? text.at : "", text.n,
	                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void stmt_bind_text(sqlite3_stmt *q, const char *name, const char *text)
{
	if (text_empty(text))
		stmt_bind_null(q, name);
	else
		stmt_bind_str(q, name, str_of(text));
}

void stmt_bind_id(sqlite3_stmt *q, const char *name, int64_t id)
{
	if (id == 0)
		stmt_bind_null(q, name);
	else
		stmt_bind_int(q, name, id);
}

void stmt_bind_day(sqlite3_stmt *q, const char *name, int32_t d)
{
	if (d == DAY_NONE)
		stmt_bind_null(q, name);
	else
		stmt_bind_int(q, name, d);
}

void stmt_bind_minute(sqlite3_stmt *q, const char *name, int minute)
{
	if (minute < 0)
		stmt_bind_null(q, name);
	else
		stmt_bind_int(q, name, minute);
}

void stmt_bind_asked(sqlite3_stmt *q, const char *name, enum asked a)
{
	if (a == NOT_ASKED)
		stmt_bind_null(q, name);
	else
		stmt_bind_int(q, name, a == SAID_YES);
}

void stmt_bind_word(sqlite3_stmt *q, const char *name, const struct words *w, int value)
{
	const char *word = words_word(w, value);

	if (value != 0 && !word)
		die("%d is no %s", value, w->name);
	stmt_bind_text(q, name, word);
}

void stmt_bind_blob(sqlite3_stmt *q, const char *name, const void *at, size_t n)
{
	bound(q, sqlite3_bind_blob64(q, parameter(q, name), at, n, SQLITE_TRANSIENT));
}

/* ---- rows ---- */

static enum status step_begin(struct store *st, struct stmt *s)
{
	s->begun = true;
	if (s->refuse)
		return store_fail(st, E_INVALID, "%s", s->refuse);
	if (sqlite3_stmt_readonly(s->q))
		return OK;
	if (st->leave == LEAVE_NONE || st->leave == LEAVE_READ)
		die("writing without a change: %s", s->sql);
	if (st->lost)
		return E_STORE; /* the sentence of what ended the transaction still stands */
	s->image_mark = images_mark(st->images);
	return OK;
}

enum status stmt_step(struct store *st, sqlite3_stmt *q, bool *row)
{
	struct stmt *s = stmt_of(q);
	enum status rc = s->begun ? OK : step_begin(st, s);
	int code;

	if (rc != OK)
		return rc;
	if (s->damage)
		return store_fail(st, E_DAMAGED, "%s", s->damage);
	s->hint = 0;
	code = sqlite3_step(q);
	if (code == SQLITE_ROW || code == SQLITE_DONE) {
		*row = code == SQLITE_ROW;
		return OK;
	}
	if (!sqlite3_stmt_readonly(q))
		images_cut(st->images, s->image_mark);
	return store_fail_engine(st, code);
}

enum status stmt_run(struct store *st, sqlite3_stmt *q)
{
	bool row = true;
	enum status rc = OK;

	while (rc == OK && row)
		rc = stmt_step(st, q, &row);
	stmt_release(q);
	return rc;
}

static int column_of(struct stmt *s, const char *name)
{
	for (int i = 0; i < s->column_count; i++) {
		int at = (s->hint + i) % s->column_count;

		if (strcmp(s->columns[at], name) == 0) {
			s->hint = at + 1;
			return at;
		}
	}
	die("no column %s in: %s", name, s->sql);
}

int64_t stmt_int(sqlite3_stmt *q, const char *column)
{
	return sqlite3_column_int64(q, column_of(stmt_of(q), column));
}

bool stmt_null(sqlite3_stmt *q, const char *column)
{
	return sqlite3_column_type(q, column_of(stmt_of(q), column)) == SQLITE_NULL;
}

struct str stmt_str(sqlite3_stmt *q, const char *column)
{
	int i = column_of(stmt_of(q), column);
	const char *at =
		sqlite3_column_blob(q, i); /* as it is stored: no conversion, no NUL added */

	return (struct str){ at ? at : "", at ? (size_t)sqlite3_column_bytes(q, i) : 0 };
}

const char *stmt_text(sqlite3_stmt *q, const char *column, struct arena *a)
{
	struct str s = stmt_str(q, column);

	return s.n > 0 ? arena_str(a, s) : "";
}

/* A whole number as small as the file promises; anything else is damage, not a wrong day. */
static int small_int(sqlite3_stmt *q, const char *column, int none)
{
	struct stmt *s = stmt_of(q);
	int i = column_of(s, column);
	int64_t n = sqlite3_column_int64(q, i);

	if (sqlite3_column_type(q, i) == SQLITE_NULL)
		return none;
	if (n > INT32_MIN && n <= INT32_MAX)
		return (int)n;
	s->damage = _("The file has a number in it that is far too large. Run clew check.");
	return none;
}

int32_t stmt_day(sqlite3_stmt *q, const char *column)
{
	return small_int(q, column, DAY_NONE);
}

int stmt_minute(sqlite3_stmt *q, const char *column)
{
	return small_int(q, column, MINUTE_NONE);
}

enum asked stmt_asked(sqlite3_stmt *q, const char *column)
{
	int i = column_of(stmt_of(q), column);

	if (sqlite3_column_type(q, i) == SQLITE_NULL)
		return NOT_ASKED;
	return sqlite3_column_int64(q, i) ? SAID_YES : SAID_NO;
}

int stmt_word(sqlite3_stmt *q, const char *column, const struct words *w)
{
	struct str s = stmt_str(q, column);

	for (size_t i = 0; i < w->n; i++)
		if (str_is(s, w->at[i].word))
			return w->at[i].value;
	if (s.n > 0)
		stmt_of(q)->damage = arena_printf(&store_of(q)->arena,
		                                  _("The file has a %s in it that this clew does "
		                                    "not know. Run clew check."),
		                                  w->name);
	return 0;
}

int64_t stmt_last_id(struct store *st)
{
	return sqlite3_last_insert_rowid(st->db);
}

int64_t stmt_changed(struct store *st)
{
	return sqlite3_changes64(st->db);
}
