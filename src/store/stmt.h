#ifndef STORE_STMT_H
#define STORE_STMT_H

#include "base/arena.h"
#include "base/status.h"
#include "base/word.h"
#include "store/store.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * All of SQLite that table modules see. Only a literal can be prepared; its address is the key of
 * the store's cache, so a statement is prepared once and columns are resolved once.
 */
#define SQL(literal) ("" literal "")

/*
 * Release on every path; a statement comes reset, its parameters NULL. Borrowing one that is out
 * already (two equal literals are one statement) is a bug: die(). SQL that does not compile is E_DAMAGED: the file lacks the
 * table.
 */
MUST_USE enum status stmt_borrow(struct store *st, sqlite3_stmt **q, const char *sql);
void stmt_release(sqlite3_stmt *q); /* NULL is fine */
/* Release after the one row that was wanted: E_DAMAGED when a word of it was not of its set. */
MUST_USE enum status stmt_finish(struct store *st, sqlite3_stmt *q);

/* Parameters by name (":person"); an unknown name is a bug: die(). NUL inside text: E_INVALID
 * from the next step. Bound bytes are copied. */
void stmt_bind_int(sqlite3_stmt *q, const char *name, int64_t value);
void stmt_bind_null(sqlite3_stmt *q, const char *name);
void stmt_bind_text(sqlite3_stmt *q, const char *name, const char *text); /* NULL, "" are NULL */
void stmt_bind_str(sqlite3_stmt *q, const char *name, struct str text);   /* empty is "" */
void stmt_bind_id(sqlite3_stmt *q, const char *name, int64_t id);         /* 0 is NULL */
void stmt_bind_day(sqlite3_stmt *q, const char *name, int32_t d);         /* DAY_NONE is NULL */
void stmt_bind_minute(sqlite3_stmt *q, const char *name, int minute);     /* < 0 is NULL */
void stmt_bind_asked(sqlite3_stmt *q, const char *name, enum asked a);
void stmt_bind_word(sqlite3_stmt *q, const char *name, const struct words *w, int value);
void stmt_bind_blob(sqlite3_stmt *q, const char *name, const void *at, size_t n);

/*
 * One row: *row is false at the end. Errors leave their sentence in the store: E_EXISTS (there is
 * one with that key), E_CONFLICT (something refers to it), E_INVALID (a CHECK or NOT NULL),
 * E_BUSY, E_DAMAGED, E_STORE. A failed statement has changed nothing.
 */
MUST_USE enum status stmt_step(struct store *st, sqlite3_stmt *q, bool *row);
/* For statements that give no rows: step to the end and release. */
MUST_USE enum status stmt_run(struct store *st, sqlite3_stmt *q);

/* Columns by name; an unknown name is a bug: die(). NULL is 0, "", DAY_NONE, MINUTE_NONE, NOT_ASKED. */
int64_t stmt_int(sqlite3_stmt *q, const char *column);
bool stmt_null(sqlite3_stmt *q, const char *column);
const char *stmt_text(sqlite3_stmt *q, const char *column, struct arena *a);
struct str stmt_str(sqlite3_stmt *q, const char *column); /* until the next step */
int32_t stmt_day(sqlite3_stmt *q, const char *column);
int stmt_minute(sqlite3_stmt *q, const char *column);
enum asked stmt_asked(sqlite3_stmt *q, const char *column);
/* A word of the set; one that is not in it makes the row damaged: E_DAMAGED from the next step. */
int stmt_word(sqlite3_stmt *q, const char *column, const struct words *w);

/* The rowid of the last insert, and how many rows the last statement changed. */
int64_t stmt_last_id(struct store *st);
int64_t stmt_changed(struct store *st);

/* Set the store's sentence and give rc back. */
enum status store_fail(struct store *st, enum status rc, const char *fmt, ...) PRINTF_LIKE(3, 4);

#endif
