#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "stmt.h"

#include "store/change.h"

#include <stddef.h>

/*
 * Rows of the kept nouns. A noun says its columns once, as an X-macro of column (which is also the
 * field's name) and kind; its literals, its binds and its reads all come from that list:
 *
 *	#define ROW struct goal
 *	#define GOAL_COLUMNS(X) X(person, AS_ID) X(words, AS_TEXT) X(status, AS_WORD(goal_statuses))
 *	static const struct column goal_columns[] = { COLUMNS_WITH_ID(GOAL_COLUMNS) };
 *	static const struct kept goals = KEPT("goal", goal_columns, GOAL_COLUMNS);
 */
enum column_kind {
	COLUMN_TEXT,   /* const char *; NULL and "" are NULL */
	COLUMN_INT,    /* int64_t, never NULL */
	COLUMN_ID,     /* int64_t, or a struct of one; 0 is NULL */
	COLUMN_AMOUNT, /* int64_t; below 0 is NULL */
	COLUMN_NUMBER, /* int; below 0 is NULL */
	COLUMN_DAY,
	COLUMN_FLAG, /* bool, never NULL */
	COLUMN_ASKED,
	COLUMN_WORD, /* an enum of words */
};

struct column {
	const char *name; /* ":words", as a parameter */
	size_t offset;
	enum column_kind kind;
	const struct words *words;
};

#define AS_TEXT      COLUMN_TEXT, NULL
#define AS_INT       COLUMN_INT, NULL
#define AS_ID        COLUMN_ID, NULL
#define AS_INSTANT   COLUMN_ID, NULL
#define AS_AMOUNT    COLUMN_AMOUNT, NULL
#define AS_NUMBER    COLUMN_NUMBER, NULL
#define AS_DAY       COLUMN_DAY, NULL
#define AS_FLAG      COLUMN_FLAG, NULL
#define AS_ASKED     COLUMN_ASKED, NULL
#define AS_WORD(set) COLUMN_WORD, &(set)

/* What a column list is made into; ROW is the struct. */
#define COLUMN(column, kind)       { ":" #column, offsetof(ROW, column), kind },
#define COLUMN_NAME(column, kind)  ", " #column
#define COLUMN_PARAM(column, kind) ", :" #column
#define COLUMN_SET(column, kind)   ", " #column " = :" #column

/* First what add() leaves to the store: the id, and how often the row was written. */
#define COLUMNS_WITH_ID(list)       COLUMN(id, AS_ID) COLUMN(ver, AS_INT) list(COLUMN)
#define COLUMNS_WITH_KEY(key, list) COLUMN(ver, AS_INT) key(COLUMN) list(COLUMN)

struct kept {
	const char *table;
	size_t size; /* of the struct */
	const struct column *columns;
	size_t n;
	size_t own; /* how many of them, from the first, are not written by an insert */
	const char *insert, *update, *get;
};

// clang-format off
/* What every SELECT of the noun begins with. */
#define SELECT_WITH_ID(table, list) \
	"SELECT id, ver" list(COLUMN_NAME) " FROM " table " "
#define SELECT_WITH_KEY(table, key, list) \
	"SELECT ver" key(COLUMN_NAME) list(COLUMN_NAME) " FROM " table " "
#define INSERT_WITH_KEY(table, key, list) \
	"INSERT INTO " table " (ver" key(COLUMN_NAME) list(COLUMN_NAME) ")" \
	" VALUES (1" key(COLUMN_PARAM) list(COLUMN_PARAM) ") "
#define SET_COLUMNS(list) "SET ver = ver + 1" list(COLUMN_SET)

#define KEPT(name, array, list) { \
	.table = name, \
	.size = sizeof(ROW), \
	.columns = array, \
	.n = COUNT_OF(array), \
	.own = 2, \
	.insert = SQL("INSERT INTO " name " (ver" list(COLUMN_NAME) ")" \
	              " VALUES (1" list(COLUMN_PARAM) ")"), \
	.update = SQL("UPDATE " name " " SET_COLUMNS(list) " WHERE id = :id AND ver = :ver"), \
	.get = SQL(SELECT_WITH_ID(name, list) "WHERE id = :id"), \
}

/* With a key in place of an id: a put replaces what has that key. */
#define KEPT_PUT(name, array, key, key_columns, list) { \
	.table = name, \
	.size = sizeof(ROW), \
	.columns = array, \
	.n = COUNT_OF(array), \
	.own = 1, \
	.insert = SQL(INSERT_WITH_KEY(name, key, list) \
	              "ON CONFLICT (" key_columns ") DO UPDATE " SET_COLUMNS(list)), \
}
// clang-format on

MUST_USE enum status row_add(struct change *c, const struct kept *k, const void *x, int64_t *ret);
/* The insert of the noun, whatever it does with a key that is there. */
MUST_USE enum status row_put(struct change *c, const struct kept *k, const void *x);
/* E_CONFLICT when nothing has that key and ver. */
MUST_USE enum status row_update(struct change *c, const struct kept *k, const void *x);
MUST_USE enum status row_get(struct store *st, const struct kept *k, int64_t id, struct arena *a,
                             void *ret);
/* An SQL() literal that deletes the row :id. */
MUST_USE enum status row_remove(struct change *c, const char *sql, int64_t id);
/* E_CONFLICT with its sentence. */
MUST_USE enum status row_conflict(struct store *st, const struct kept *k);

/* Whatever into does not know is what from has; a flag that is set in either is set. */
void row_fill(const struct kept *k, const void *from, void *into);

/* The first row of a bound statement, which is released. E_NOT_FOUND. */
MUST_USE enum status row_first(struct store *st, sqlite3_stmt *q, const struct kept *k,
                               struct arena *a, void *ret);
/*
 * All of them; the statement is released. Here and below ret is a list of the noun, a
 * struct { size_t n; struct X *at; }.
 */
MUST_USE enum status rows_read(struct store *st, sqlite3_stmt *q, const struct kept *k,
                               struct arena *a, void *ret);

MUST_USE enum status rows_all(struct store *st, const struct kept *k, const char *sql,
                              struct arena *a, void *ret);

/* All rows of a statement with one parameter, an id. */
struct row_query {
	const char *sql; /* an SQL() literal */
	const char *param;
	int64_t id;
};
MUST_USE enum status rows_of(struct store *st, const struct kept *k, struct row_query by,
                             struct arena *a, void *ret);
/* The first of them, E_NOT_FOUND. */
MUST_USE enum status row_of(struct store *st, const struct kept *k, struct row_query by,
                            struct arena *a, void *ret);

#endif
