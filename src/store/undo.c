#include "store/undo.h"

#include "handle.h"
#include "image.h"
#include "stmt.h"
#include "undo_rows.h"

#include "base/buf.h"
#include "base/die.h"
#include "base/words.h"
#include "store/loaded_lists.h"

#include <string.h>

/* One column of an image, opened. */
struct column {
	const char *name;
	struct image_value before,
		after; /* of an insert the first, of a delete the second is NULL */
};

/* One row image, opened. */
struct past_row {
	struct event_id event;
	const struct table_entry *table;
	const char *kind;
	const char *key;
	struct person_id person;
	size_t n;
	struct column *at;
	struct bulk bulk; /* of the key *: those rows, no columns */
};

struct past_rows {
	size_t n;
	struct past_row *at;
};

#define PREPARED 16u

/* Rows of one kind are taken back by the same few statements. */
struct taking {
	struct store *st;
	struct prepared {
		char *sql;
		sqlite3_stmt *q;
	} at[PREPARED];
	size_t next; /* to make room */
	struct arena arena;
};

/* ---- reading an event ---- */

static bool open_column(struct store *st, struct past_row *row, struct str line, struct arena *a)
{
	struct column c = { 0 };
	struct str name, first, second;

	if (!str_cut(&line, '\t', &name) || !str_cut(&line, '\t', &first))
		return false;
	c.name = images_column(st->images, row->table, name);
	if (!c.name)
		return false;
	if (strcmp(row->kind, "insert") == 0) {
		if (!image_value_read(first, a, &c.after))
			return false;
	} else if (!image_value_read(first, a, &c.before)) {
		return false;
	}
	if (strcmp(row->kind, "update") == 0 &&
	    (!str_cut(&line, '\t', &second) || !image_value_read(second, a, &c.after)))
		return false;
	*ARENA_PUSH(a, row) = c;
	return true;
}

static bool is_bulk(const struct past_row *row)
{
	return strcmp(row->key, "*") == 0;
}

static bool open_row(struct store *st, sqlite3_stmt *q, struct arena *a, struct past_row *row)
{
	struct str body = stmt_str(q, "body"), line;

	row->table = register_find(stmt_text(q, "tbl", a));
	row->kind = stmt_text(q, "kind", a);
	row->key = stmt_text(q, "pk", a);
	row->person.n = stmt_int(q, "person");
	if (!row->table || row->table->kind != TABLE_KEPT || body.n == 0)
		return false;
	if (is_bulk(row)) {
		bulk_read(row->table, body, a, &row->bulk);
		return true;
	}
	while (str_cut(&body, '\n', &line))
		if (line.n > 0 && !open_column(st, row, line, a))
			return false;
	return true;
}

/* The last one first: what was done last is taken back first. */
static enum status read_rows(struct store *st, struct event_id event, struct arena *a,
                             struct past_rows *ret)
{
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT tbl, pk, kind, body, person FROM event_row"
	                                 " WHERE event = :event ORDER BY seq DESC"));

	if (rc == OK)
		stmt_bind_int(q, ":event", event.n);
	while (rc == OK) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		ARENA_PUSH(a, ret)->event = event;
		if (!open_row(st, q, a, &ret->at[ret->n - 1]))
			rc = store_fail(st, E_CONFLICT,
			                _("Nothing was taken back: what it did was erased since."));
	}
	stmt_release(q);
	return rc;
}

/* ---- SQL, built of names out of the register and the file's own schema ---- */

void undo_put_where(struct buf *sql, const struct table_entry *t)
{
	for (size_t k = 0; k < REGISTER_KEYS && t->key[k]; k++)
		buf_printf(sql, "%s\"%s\" = ?", k == 0 ? " WHERE " : " AND ", t->key[k]);
}

void undo_put_spared(struct buf *sql, const struct table_entry *t)
{
	if (strcmp(t->name, "organisation") == 0)
		buf_puts(sql, " AND NOT EXISTS (SELECT 1 FROM service s"
		              " WHERE s.provider = organisation.id)");
}

enum status undo_prepare(struct store *st, const struct buf *sql, sqlite3_stmt **q)
{
	int rc = sqlite3_prepare_v2(st->db, buf_text(sql), (int)sql->n, q, NULL);

	if ((rc & 0xff) == SQLITE_ERROR)
		die("a statement that does not compile: %s", buf_text(sql));
	return rc == SQLITE_OK ? OK : store_fail_engine(st, rc);
}

/* Belongs to t: what runs it resets it, too. */
static enum status prepared(struct taking *t, const struct buf *sql, sqlite3_stmt **q)
{
	struct prepared *p;
	enum status rc;

	for (size_t i = 0; i < PREPARED && t->at[i].q; i++)
		if (str_is(buf_str(sql), t->at[i].sql)) {
			*q = t->at[i].q;
			return OK;
		}
	p = &t->at[t->next++ % PREPARED];
	sqlite3_finalize(p->q);
	*p = (struct prepared){ 0 };
	rc = undo_prepare(t->st, sql, &p->q);
	if (rc != OK)
		return rc;
	p->sql = arena_str(&t->arena, buf_str(sql));
	*q = p->q;
	return OK;
}

static void taking_done(struct taking *t)
{
	for (size_t i = 0; i < PREPARED; i++)
		sqlite3_finalize(t->at[i].q);
	arena_reset(&t->arena);
}

/* Text is fit for every key: the column's own type turns it into a number. */
void undo_bind_key(sqlite3_stmt *q, int first, const struct table_entry *t, const char *key)
{
	struct str rest = str_of(key), part;

	for (size_t k = 0; k < REGISTER_KEYS && t->key[k]; k++) {
		bool last = k + 1 == REGISTER_KEYS || !t->key[k + 1];

		if (last)
			part = rest;
		else
			str_cut(&rest, '/', &part);
		sqlite3_bind_text(q, first + (int)k, part.n ? part.at : "", (int)part.n,
		                  SQLITE_TRANSIENT);
	}
}

static void bind_value(sqlite3_stmt *q, int i, const struct image_value *v)
{
	switch (v->kind) {
	case IMAGE_NULL:
		sqlite3_bind_null(q, i);
		break;
	case IMAGE_INT:
		sqlite3_bind_int64(q, i, v->n);
		break;
	case IMAGE_TEXT:
		sqlite3_bind_text(q, i, v->text, -1, SQLITE_TRANSIENT);
		break;
	}
}

static bool is_value(sqlite3_stmt *q, int i, const struct image_value *v)
{
	int type = sqlite3_column_type(q, i);

	switch (v->kind) {
	case IMAGE_NULL:
		return type == SQLITE_NULL;
	case IMAGE_INT:
		return type == SQLITE_INTEGER && sqlite3_column_int64(q, i) == v->n;
	case IMAGE_TEXT:
		return type == SQLITE_TEXT &&
		       strcmp((const char *)sqlite3_column_text(q, i), v->text) == 0;
	}
	return false;
}

static bool is_ver(const char *column)
{
	return strcmp(column, "ver") == 0;
}

/* ---- does every column that the event wrote still stand? ---- */

/* "due on", as people say it. */
static const char *column_words(const char *column, struct arena *a)
{
	char *words = arena_strdup(a, column);

	for (char *c = words; *c; c++)
		if (*c == '_')
			*c = ' ';
	return words;
}

/* Who stands in the way and since when. column NULL: the row is gone. */
static enum status conflict(struct store *st, const struct past_row *row, const char *column)
{
	const char *noun = row->table->noun;
	struct arena a = { 0 };
	const char *who = undo_who(st, row->table, row->key, row->event, &a);

	if (!column && *who)
		store_fail(st, E_CONFLICT, _("Nothing was taken back: %s took %s away since."), who,
		           noun);
	else if (!column)
		store_fail(st, E_CONFLICT, _("Nothing was taken back: %s is not there any more."),
		           noun);
	else if (*who)
		store_fail(st, E_CONFLICT, _("Nothing was taken back: %s changed %s since (%s)."),
		           who, noun, column_words(column, &a));
	else
		store_fail(st, E_CONFLICT, _("Nothing was taken back: %s was changed since (%s)."),
		           noun, column_words(column, &a));
	arena_reset(&a);
	return E_CONFLICT;
}

/* What must stand in that column still; NULL: whatever it may be. */
static const struct image_value *compared(const struct past_row *row, const char *column)
{
	static const struct image_value null = { .kind = IMAGE_NULL };

	if (is_ver(column))
		return NULL;
	for (size_t i = 0; i < row->n; i++)
		if (row->at[i].name == column)
			return &row->at[i].after;
	return strcmp(row->kind, "insert") == 0 ? &null : NULL;
}

static enum status compare(struct store *st, const struct past_row *row, sqlite3_stmt *q)
{
	const char *column;
	int n = 0;

	for (int i = 0; (column = images_column_at(st->images, row->table, i)); i++) {
		const struct image_value *v = compared(row, column);

		if (v && !is_value(q, ++n, v))
			return conflict(st, row, column);
	}
	return OK;
}

/* An insert is compared whole, an update in the columns it changed. */
static enum status check_row(struct taking *t, const struct past_row *row)
{
	struct store *st = t->st;
	struct buf sql = { 0 };
	sqlite3_stmt *q = NULL;
	const char *column;
	enum status rc;

	buf_puts(&sql, "SELECT 1");
	for (int i = 0; (column = images_column_at(st->images, row->table, i)); i++)
		if (compared(row, column))
			buf_printf(&sql, ", \"%s\"", column);
	buf_printf(&sql, " FROM \"%s\"", row->table->name);
	undo_put_where(&sql, row->table);
	rc = prepared(t, &sql, &q);
	if (rc == OK) {
		int code;

		undo_bind_key(q, 1, row->table, row->key);
		code = sqlite3_step(q);
		rc = code == SQLITE_ROW    ? compare(st, row, q)
		     : code == SQLITE_DONE ? conflict(st, row, NULL)
		                           : store_fail_engine(st, code);
		sqlite3_reset(q);
	}
	buf_done(&sql);
	return rc;
}

/* ---- taking a row back ---- */

static enum status run(struct store *st, const struct past_row *row, sqlite3_stmt *q)
{
	int code = sqlite3_step(q);
	enum status rc = code == SQLITE_DONE ? OK : store_fail_engine(st, code);

	sqlite3_reset(q);
	if (rc == OK)
		return OK;
	if (rc != E_EXISTS && rc != E_CONFLICT)
		return rc;
	return undo_complain_of_child(st, row->event, row->table, row->key);
}

/* What was answered by a list is read by it: it goes no more. */
static enum status check_list(struct store *st, const struct past_row *row)
{
	bool needed = false;
	enum status rc;

	if (strcmp(row->table->name, "loaded_list") != 0)
		return OK;
	rc = list_needed(st, row->key, &needed);
	if (rc == OK && needed)
		return store_fail(st, E_CONFLICT,
		                  _("Nothing was taken back: people are assessed by %s since."),
		                  row->key);
	return rc;
}

static enum status take_back_insert(struct taking *t, const struct past_row *row, struct buf *sql,
                                    sqlite3_stmt **q)
{
	enum status rc = check_list(t->st, row);

	if (rc == OK)
		rc = check_row(t, row);
	if (rc != OK)
		return rc;
	buf_printf(sql, "DELETE FROM \"%s\"", row->table->name);
	undo_put_where(sql, row->table);
	undo_put_spared(sql, row->table);
	rc = prepared(t, sql, q);
	if (rc == OK)
		undo_bind_key(*q, 1, row->table, row->key);
	return rc;
}

/* ver goes on: a form opened before must not think that nothing has happened. */
static enum status take_back_update(struct taking *t, const struct past_row *row, struct buf *sql,
                                    sqlite3_stmt **q)
{
	enum status rc = check_row(t, row);
	int n = 0;

	if (rc != OK)
		return rc;
	buf_printf(sql, "UPDATE \"%s\" SET ver = ver + 1", row->table->name);
	for (size_t i = 0; i < row->n; i++)
		if (!is_ver(row->at[i].name))
			buf_printf(sql, ", \"%s\" = ?", row->at[i].name);
	undo_put_where(sql, row->table);
	rc = prepared(t, sql, q);
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < row->n; i++)
		if (!is_ver(row->at[i].name))
			bind_value(*q, ++n, &row->at[i].before);
	undo_bind_key(*q, n + 1, row->table, row->key);
	return OK;
}

static enum status take_back_delete(struct taking *t, const struct past_row *row, struct buf *sql,
                                    sqlite3_stmt **q)
{
	enum status rc;

	buf_printf(sql, "INSERT INTO \"%s\" (", row->table->name);
	for (size_t i = 0; i < row->n; i++)
		buf_printf(sql, "%s\"%s\"", i == 0 ? "" : ", ", row->at[i].name);
	buf_puts(sql, ") VALUES (");
	for (size_t i = 0; i < row->n; i++)
		buf_printf(sql, "%s%s", i == 0 ? "" : ", ",
		           is_ver(row->at[i].name) ? "? + 1" : "?");
	buf_putc(sql, ')');
	rc = prepared(t, sql, q);
	for (size_t i = 0; rc == OK && i < row->n; i++)
		bind_value(*q, (int)i + 1, &row->at[i].before);
	return rc;
}

static enum status take_back(struct taking *t, const struct past_row *row)
{
	struct buf sql = { 0 };
	sqlite3_stmt *q = NULL;
	enum status rc;

	if (strcmp(row->kind, "insert") == 0)
		rc = take_back_insert(t, row, &sql, &q);
	else if (strcmp(row->kind, "update") == 0)
		rc = take_back_update(t, row, &sql, &q);
	else
		rc = take_back_delete(t, row, &sql, &q);
	if (rc == OK)
		rc = run(t->st, row, q);
	buf_done(&sql);
	return rc;
}

/* What an import put in is of use only whole; its file has the rows, so they are not kept twice. */
static enum status check_bulk(struct store *st, struct event_id event, const struct past_row *row)
{
	if (strcmp(row->kind, "insert") == 0)
		return bulk_check(st, event, &row->bulk);
	return store_fail(st, E_CONFLICT,
	                  _("An import that was taken back comes again by importing its file."));
}

enum status undo_rows(struct store *st, struct event_id event)
{
	struct arena a = { 0 };
	struct past_rows rows = { 0 };
	struct taking t = { .st = st };
	enum status rc = read_rows(st, event, &a, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++)
		if (is_bulk(&rows.at[i]))
			rc = check_bulk(st, event, &rows.at[i]);
	for (size_t i = 0; rc == OK && i < rows.n; i++)
		rc = is_bulk(&rows.at[i]) ? bulk_take_back(st, event, &rows.at[i].bulk)
		                          : take_back(&t, &rows.at[i]);
	taking_done(&t);
	arena_reset(&a);
	return rc;
}
