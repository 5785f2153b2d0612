#include "row.h"

#include "register.h"

#include "base/words.h"
#include "model/none.h"
#include "model/person.h"

#include <string.h>

static void column_bind(sqlite3_stmt *q, const struct column *col, const void *row)
{
	const void *at = (const char *)row + col->offset;

	switch (col->kind) {
	case COLUMN_TEXT:
		stmt_bind_text(q, col->name, *(const char *const *)at);
		break;
	case COLUMN_INT:
		stmt_bind_int(q, col->name, *(const int64_t *)at);
		break;
	case COLUMN_ID:
		stmt_bind_id(q, col->name, *(const int64_t *)at);
		break;
	case COLUMN_AMOUNT:
		if (*(const int64_t *)at < 0)
			stmt_bind_null(q, col->name);
		else
			stmt_bind_int(q, col->name, *(const int64_t *)at);
		break;
	case COLUMN_NUMBER:
		stmt_bind_minute(q, col->name, *(const int *)at);
		break;
	case COLUMN_DAY:
		stmt_bind_day(q, col->name, *(const int32_t *)at);
		break;
	case COLUMN_FLAG:
		stmt_bind_int(q, col->name, *(const bool *)at);
		break;
	case COLUMN_ASKED:
		stmt_bind_asked(q, col->name, *(const enum asked *)at);
		break;
	case COLUMN_WORD:
		stmt_bind_word(q, col->name, col->words, *(const int *)at);
		break;
	}
}

/* Is nothing known there? A flag is taken from the other only where it is set. */
static bool column_empty(const struct column *col, const void *at)
{
	switch (col->kind) {
	case COLUMN_TEXT:
		return text_empty(*(const char *const *)at);
	case COLUMN_ID:
		return *(const int64_t *)at == 0;
	case COLUMN_AMOUNT:
		return *(const int64_t *)at < 0;
	case COLUMN_NUMBER:
		return *(const int *)at < 0;
	case COLUMN_DAY:
		return *(const int32_t *)at == DAY_NONE;
	case COLUMN_FLAG:
		return !*(const bool *)at;
	case COLUMN_ASKED:
		return *(const enum asked *)at == NOT_ASKED;
	case COLUMN_WORD:
		return *(const int *)at == 0;
	case COLUMN_INT:
		break;
	}
	return false;
}

static size_t column_size(enum column_kind kind)
{
	switch (kind) {
	case COLUMN_TEXT:
		return sizeof(const char *);
	case COLUMN_INT:
	case COLUMN_ID:
	case COLUMN_AMOUNT:
		return sizeof(int64_t);
	case COLUMN_DAY:
		return sizeof(int32_t);
	case COLUMN_FLAG:
		return sizeof(bool);
	case COLUMN_ASKED:
		return sizeof(enum asked);
	case COLUMN_NUMBER:
	case COLUMN_WORD:
		break;
	}
	return sizeof(int);
}

void row_fill(const struct kept *k, const void *from, void *into)
{
	for (size_t i = k->own; i < k->n; i++) {
		const struct column *col = &k->columns[i];
		void *at = (char *)into + col->offset;

		if (column_empty(col, at))
			memcpy(at, (const char *)from + col->offset, column_size(col->kind));
	}
}

static void column_read(sqlite3_stmt *q, const struct column *col, struct arena *a, void *row)
{
	const char *name = col->name + 1;
	void *at = (char *)row + col->offset;

	switch (col->kind) {
	case COLUMN_TEXT:
		*(const char **)at = stmt_text(q, name, a);
		break;
	case COLUMN_INT:
	case COLUMN_ID:
		*(int64_t *)at = stmt_int(q, name);
		break;
	case COLUMN_AMOUNT:
		*(int64_t *)at = stmt_null(q, name) ? NUMBER_NONE : stmt_int(q, name);
		break;
	case COLUMN_NUMBER:
		*(int *)at = stmt_minute(q, name);
		break;
	case COLUMN_DAY:
		*(int32_t *)at = stmt_day(q, name);
		break;
	case COLUMN_FLAG:
		*(bool *)at = stmt_int(q, name) != 0;
		break;
	case COLUMN_ASKED:
		*(enum asked *)at = stmt_asked(q, name);
		break;
	case COLUMN_WORD:
		*(int *)at = stmt_word(q, name, col->words);
		break;
	}
}

/* own: how many columns at the front the statement does not take. */
static enum status row_write(struct change *c, const struct kept *k, const char *sql, size_t own,
                             const void *x)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	for (size_t i = own; i < k->n; i++)
		column_bind(q, &k->columns[i], x);
	return stmt_run(c->st, q);
}

enum status row_add(struct change *c, const struct kept *k, const void *x, int64_t *ret)
{
	enum status rc = row_put(c, k, x);

	if (rc == OK)
		*ret = stmt_last_id(c->st);
	return rc;
}

enum status row_put(struct change *c, const struct kept *k, const void *x)
{
	return row_write(c, k, k->insert, k->own, x);
}

enum status row_conflict(struct store *st, const struct kept *k)
{
	return store_fail(st, E_CONFLICT,
	                  _("Somebody else changed %s after you opened it. Your change was not "
	                    "saved: look at it again, then save."),
	                  register_find(k->table)->noun);
}

enum status row_update(struct change *c, const struct kept *k, const void *x)
{
	enum status rc = row_write(c, k, k->update, 0, x);

	if (rc == OK && stmt_changed(c->st) == 0)
		rc = row_conflict(c->st, k);
	return rc;
}

enum status row_remove(struct change *c, const char *sql, int64_t id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id);
	return stmt_run(c->st, q);
}

static void row_read(sqlite3_stmt *q, const struct kept *k, struct arena *a, void *ret)
{
	for (size_t i = 0; i < k->n; i++)
		column_read(q, &k->columns[i], a, ret);
}

/* What every list of nouns looks like; pointers to structs are all alike. */
struct rows {
	size_t n;
	void *at;
};
_Static_assert(sizeof(struct rows) == sizeof(struct person_list) &&
                       offsetof(struct rows, at) == offsetof(struct person_list, at),
               "lists of nouns have one shape");

enum status rows_read(struct store *st, sqlite3_stmt *q, const struct kept *k, struct arena *a,
                      void *ret)
{
	struct rows list = { 0 };
	enum status rc;
	bool row;

	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		list.at = arena_grow(a, list.at, list.n, k->size);
		row_read(q, k, a, (char *)list.at + list.n++ * k->size);
	}
	stmt_release(q);
	if (rc == OK)
		memcpy(ret, &list, sizeof(list));
	return rc;
}

enum status row_first(struct store *st, sqlite3_stmt *q, const struct kept *k, struct arena *a,
                      void *ret)
{
	void *found = arena_alloc(a, k->size);
	enum status rc;
	bool row = false;

	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		row_read(q, k, a, found);
	if (rc != OK) {
		stmt_release(q);
		return rc;
	}
	rc = stmt_finish(st, q);
	if (rc != OK)
		return rc;
	if (!row)
		return store_fail(
			st, E_NOT_FOUND,
			_("Not found: %s is not in this file. It may have been taken back."),
			register_find(k->table)->noun);
	memcpy(ret, found, k->size);
	return OK;
}

enum status rows_all(struct store *st, const struct kept *k, const char *sql, struct arena *a,
                     void *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	return rc == OK ? rows_read(st, q, k, a, ret) : rc;
}

enum status rows_of(struct store *st, const struct kept *k, struct row_query by, struct arena *a,
                    void *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, by.sql);

	if (rc != OK)
		return rc;
	stmt_bind_id(q, by.param, by.id);
	return rows_read(st, q, k, a, ret);
}

enum status row_of(struct store *st, const struct kept *k, struct row_query by, struct arena *a,
                   void *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, by.sql);

	if (rc != OK)
		return rc;
	stmt_bind_id(q, by.param, by.id);
	return row_first(st, q, k, a, ret);
}

enum status row_get(struct store *st, const struct kept *k, int64_t id, struct arena *a, void *ret)
{
	return row_of(st, k, (struct row_query){ k->get, ":id", id }, a, ret);
}
