#include "undo_rows.h"

#include "handle.h"
#include "stmt.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/words.h"
#include "store/last_change.h"
#include "store/people.h"
#include "store/services.h"

#include <stdio.h>
#include <string.h>

/* ---- reading ---- */

static struct key_run run_of(struct str line, struct arena *a)
{
	struct str rest = line, first;
	long long from, to;

	if (str_int(line, &from))
		return (struct key_run){ .first = from, .last = from };
	if (str_cut(&rest, '-', &first) && str_int(first, &from) && str_int(rest, &to) && from < to)
		return (struct key_run){ .first = from, .last = to };
	return (struct key_run){ .key = arena_str(a, line) };
}

void bulk_read(const struct table_entry *t, struct str body, struct arena *a, struct bulk *ret)
{
	struct bulk b = { .table = t };
	struct str line;

	str_cut(&body, '\n', &line); /* which file it was */
	while (str_cut(&body, '\n', &line))
		if (line.n > 0)
			*ARENA_PUSH(a, &b) = run_of(line, a);
	*ret = b;
}

/* ---- what stands in the way ---- */

/* Somebody who is kept apart is not named, whoever asks. */
static enum status name_of(struct store *st, const struct table_entry *t, struct person_id who,
                           const char *key, struct arena *a, const char **ret)
{
	struct person p;
	struct service x;
	struct str rest = str_of(key), id;
	long long n = 0;
	enum status rc = E_NOT_FOUND;

	*ret = t->noun;
	if (who.n != 0) {
		rc = person_get(st, who, a, &p);
		if (rc == OK)
			*ret = p.keep_apart || p.restricted ? NULL : person_name(&p, a);
	} else if (strncmp(t->name, "service", strlen("service")) == 0 &&
	           str_cut(&rest, '/', &id) && str_int(id, &n)) {
		rc = service_get(st, (struct service_id){ n }, a, &x);
		if (rc == OK)
			*ret = x.name;
	}
	return rc == E_NOT_FOUND ? OK : rc;
}

struct obstacle {
	struct event_id event;
	struct person_id person;
	const struct table_entry *table;
	const char *key;
};

/* "Ben Ojo", "you"; "" where nobody had an account, as in an import before the first sign-in. */
static const char *doer(struct store *st, const struct last_change *last)
{
	return last->account.n == st->change->who.n ? _("you") : last->name;
}

/* "09:12", "Fri 20 Nov": as far as it is needed. */
static const char *when(struct store *st, int64_t at, struct arena *a)
{
	day today = clock_day(st->change->at), on = clock_day(at);

	return on == today ? minute_text(clock_minute(at), a) : day_short(on, today, a);
}

const char *undo_who(struct store *st, const struct table_entry *t, const char *key,
                     struct event_id since, struct arena *a)
{
	struct last_change last;
	const char *name;

	if (last_change_of_row(st, t->name, key, since, a, &last) != OK)
		return "";
	name = doer(st, &last);
	return text_empty(name) ? "" : arena_printf(a, "%s (%s)", name, when(st, last.at, a));
}

static enum status complain(struct store *st, const struct obstacle *o)
{
	struct arena a = { 0 };
	struct last_change last;
	const char *name = NULL;
	enum status rc = name_of(st, o->table, o->person, o->key, &a, &name);

	if (rc == OK)
		rc = last_change_get(st, o->event, &a, &last);
	if (rc == OK && name) {
		const char *who = doer(st, &last);

		rc = store_fail(st, E_CONFLICT,
		                _("Nothing was taken back: %s was changed since. %s%s%s: %s."),
		                name, when(st, last.at, &a), *who ? ", " : "", who, last.what);
	} else if (rc == OK) {
		rc = store_fail(st, E_CONFLICT,
		                _("Nothing was taken back: somebody who is kept apart was changed "
		                  "since."));
	}
	arena_reset(&a);
	return rc;
}

/* The first that was written since that event and stands; event 0 when none was. */
static enum status written_since(struct store *st, struct event_id since,
                                 const struct table_entry *t, const char *key, struct obstacle *ret)
{
	struct event_id later = since;
	bool row = true, stands = false;
	enum status rc = OK;

	*ret = (struct obstacle){ .table = t, .key = key };
	while (rc == OK && !stands) {
		sqlite3_stmt *q;

		rc = stmt_borrow(st, &q,
		                 SQL("SELECT event, person FROM event_row"
		                     " WHERE tbl = :tbl AND pk = :pk AND event > :event"
		                     " ORDER BY event LIMIT 1"));
		if (rc != OK)
			break;
		stmt_bind_text(q, ":tbl", t->name);
		stmt_bind_text(q, ":pk", key);
		stmt_bind_int(q, ":event", later.n);
		rc = stmt_step(st, q, &row);
		if (rc == OK && row) {
			later.n = stmt_int(q, "event");
			ret->person.n = stmt_int(q, "person");
		}
		stmt_release(q);
		if (rc != OK || !row)
			break;
		rc = undo_stands(st, later, since, &stands);
	}
	if (rc == OK && stands)
		ret->event = later;
	return rc;
}

static enum status check_key(struct store *st, struct event_id event, const struct table_entry *t,
                             const char *key)
{
	struct obstacle o;
	enum status rc = written_since(st, event, t, key, &o);

	return rc == OK && o.event.n != 0 ? complain(st, &o) : rc;
}

enum status bulk_check(struct store *st, struct event_id event, const struct bulk *b)
{
	enum status rc = OK;
	char key[24];

	for (size_t i = 0; rc == OK && i < b->n; i++) {
		const struct key_run *run = &b->at[i];

		if (run->key)
			rc = check_key(st, event, b->table, run->key);
		for (int64_t n = run->first; rc == OK && !run->key && n <= run->last; n++) {
			snprintf(key, sizeof(key), "%lld", (long long)n);
			rc = check_key(st, event, b->table, key);
		}
	}
	return rc;
}

/* ---- taking back ---- */

/* What begins a statement, over the rows of a run. */
static enum status prepare_run(struct store *st, struct buf *sql, const struct table_entry *t,
                               const struct key_run *run, sqlite3_stmt **q)
{
	enum status rc;

	if (run->key)
		undo_put_where(sql, t);
	else
		buf_printf(sql, " WHERE \"%s\" BETWEEN ? AND ?", t->key[0]);
	if (strncmp(buf_text(sql), "DELETE", strlen("DELETE")) == 0)
		undo_put_spared(sql, t);
	rc = undo_prepare(st, sql, q);
	if (rc != OK)
		return rc;
	if (run->key) {
		undo_bind_key(*q, 1, t, run->key);
	} else {
		sqlite3_bind_int64(*q, 1, run->first);
		sqlite3_bind_int64(*q, 2, run->last);
	}
	return OK;
}

static int64_t rows_in(const struct key_run *run)
{
	return run->key ? 1 : run->last - run->first + 1;
}

struct reference {
	const struct table_entry *child;
	const char *column;
};

/* The first row that refers to one of the run, and what wrote it since; event 0 when none. */
static enum status find_child(struct store *st, struct event_id event, const struct reference *by,
                              const struct key_run *run, struct arena *a, struct obstacle *ret)
{
	const char *const *key = by->child->key;
	struct buf sql = { 0 };
	sqlite3_stmt *q = NULL;
	enum status rc;

	buf_printf(&sql, "SELECT \"%s\"", key[0]);
	for (size_t k = 1; k < REGISTER_KEYS && key[k]; k++)
		buf_printf(&sql, " || '/' || \"%s\"", key[k]);
	buf_printf(&sql, " FROM \"%s\" WHERE \"%s\" BETWEEN ? AND ? LIMIT 1", by->child->name,
	           by->column);
	rc = undo_prepare(st, &sql, &q);
	*ret = (struct obstacle){ 0 };
	if (rc == OK) {
		sqlite3_bind_int64(q, 1, run->first);
		sqlite3_bind_int64(q, 2, run->last);
		if (sqlite3_step(q) == SQLITE_ROW)
			rc = written_since(st, event, by->child,
			                   arena_strdup(a, (const char *)sqlite3_column_text(q, 0)),
			                   ret);
	}
	sqlite3_finalize(q);
	buf_done(&sql);
	return rc;
}

struct references {
	size_t n;
	struct reference *at;
};

static enum status references_to(struct store *st, const struct table_entry *parent,
                                 struct arena *a, struct references *ret)
{
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT m.name AS child, f.\"from\" AS col"
	                                 "  FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
	                                 " WHERE m.type = 'table' AND f.\"table\" = :parent"));

	if (rc == OK)
		stmt_bind_text(q, ":parent", parent->name);
	while (rc == OK) {
		const struct table_entry *child;

		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		child = register_find(stmt_text(q, "child", a));
		if (child && child->kind == TABLE_KEPT)
			*ARENA_PUSH(a, ret) = (struct reference){ child, stmt_text(q, "col", a) };
	}
	stmt_release(q);
	return rc;
}

/* The import's own rows that belonged to it are gone by now: what is left came later. */
static enum status complain_of_child(struct store *st, struct event_id event,
                                     const struct table_entry *t, const struct key_run *run)
{
	struct arena a = { 0 };
	struct references all = { 0 };
	struct obstacle o = { 0 };
	enum status rc = references_to(st, t, &a, &all);

	for (size_t i = 0; rc == OK && o.event.n == 0 && i < all.n; i++)
		rc = find_child(st, event, &all.at[i], run, &a, &o);
	if (rc == OK && o.event.n != 0)
		rc = complain(st, &o);
	else if (rc == OK)
		rc = store_fail(st, E_CONFLICT,
		                _("Nothing was taken back: something that was saved since "
		                  "belongs to %s."),
		                t->noun);
	arena_reset(&a);
	return rc;
}

enum status undo_complain_of_child(struct store *st, struct event_id event,
                                   const struct table_entry *t, const char *key)
{
	struct key_run run = { 0 };
	long long n;

	if (!str_int(str_of(key), &n)) /* nothing refers to a row of two keys */
		return store_fail(st, E_CONFLICT,
		                  _("Nothing was taken back: %s was changed since."), t->noun);
	run.first = run.last = n;
	return complain_of_child(st, event, t, &run);
}

static enum status remove_run(struct store *st, struct event_id event, const struct table_entry *t,
                              const struct key_run *run)
{
	struct buf sql = { 0 };
	sqlite3_stmt *q = NULL;
	enum status rc;
	int code = SQLITE_DONE;

	buf_printf(&sql, "DELETE FROM \"%s\"", t->name);
	rc = prepare_run(st, &sql, t, run, &q);
	if (rc == OK)
		code = sqlite3_step(q);
	if (code != SQLITE_DONE)
		rc = store_fail_engine(st, code);
	sqlite3_finalize(q);
	buf_done(&sql);
	if (rc == E_CONFLICT && !run->key)
		return complain_of_child(st, event, t, run);
	if (rc == OK && strcmp(t->name, "organisation") != 0 &&
	    sqlite3_changes64(st->db) != rows_in(run))
		return store_fail(st, E_CONFLICT,
		                  _("Nothing was taken back: %s is not there any more."), t->noun);
	return rc;
}

/* Words that a worker has typed and not saved would have nobody to belong to. */
static enum status check_drafts(struct store *st, const struct key_run *run)
{
	struct arena a = { 0 };
	struct person_id who;
	const char *name = NULL;
	sqlite3_stmt *q;
	bool row = false;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT person FROM draft WHERE person BETWEEN :first AND :last"
	                        " ORDER BY id LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":first", run->first);
	stmt_bind_int(q, ":last", run->last);
	rc = stmt_step(st, q, &row);
	who.n = rc == OK && row ? stmt_int(q, "person") : 0;
	stmt_release(q);
	if (rc == OK && row)
		rc = name_of(st, register_find("person"), who, "", &a, &name);
	if (rc == OK && row)
		rc = store_fail(st, E_CONFLICT,
		                _("Nothing was taken back: something that is begun and not ended "
		                  "is about %s."),
		                name ? name : _("somebody who is kept apart"));
	arena_reset(&a);
	return rc;
}

enum status bulk_take_back(struct store *st, struct event_id event, const struct bulk *b)
{
	bool people = strcmp(b->table->name, "person") == 0;
	enum status rc = OK;

	st->change->keys_alone = true;
	for (size_t i = b->n; rc == OK && i-- > 0;) {
		if (people)
			rc = check_drafts(st, &b->at[i]);
		if (rc == OK)
			rc = remove_run(st, event, b->table, &b->at[i]);
	}
	st->change->keys_alone = false;
	return rc;
}

/* ---- what has to be derived afterwards ---- */

static enum status people_of_run(struct store *st, const struct table_entry *t,
                                 const struct key_run *run, struct arena *a,
                                 struct undo_touched *ret)
{
	struct buf sql = { 0 };
	sqlite3_stmt *q = NULL;
	int code = SQLITE_ROW;
	enum status rc;

	buf_printf(&sql, "SELECT DISTINCT \"%s\" FROM \"%s\"", t->person, t->name);
	rc = prepare_run(st, &sql, t, run, &q);
	while (rc == OK && (code = sqlite3_step(q)) == SQLITE_ROW)
		if (sqlite3_column_type(q, 0) != SQLITE_NULL)
			ARENA_PUSH(a, &ret->people)->n = sqlite3_column_int64(q, 0);
	if (rc == OK && code != SQLITE_DONE)
		rc = store_fail_engine(st, code);
	sqlite3_finalize(q);
	buf_done(&sql);
	return rc;
}

static void services_of_run(const struct key_run *run, struct arena *a, struct undo_touched *ret)
{
	struct str rest = str_of(run->key), id;
	long long n;

	for (int64_t i = run->first; !run->key && i <= run->last; i++)
		ARENA_PUSH(a, &ret->services)->n = i;
	if (run->key && str_cut(&rest, '/', &id) && str_int(id, &n))
		ARENA_PUSH(a, &ret->services)->n = n;
}

static enum status touches_of(struct store *st, const struct bulk *b, struct arena *a,
                              struct undo_touched *ret)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < b->n; i++) {
		const struct key_run *run = &b->at[i];

		if (strcmp(b->table->name, "person") == 0)
			for (int64_t n = run->first; n <= run->last; n++)
				ARENA_PUSH(a, &ret->people)->n = n;
		else if (b->table->person)
			rc = people_of_run(st, b->table, run, a, ret);
		else if (strncmp(b->table->name, "service", strlen("service")) == 0)
			services_of_run(run, a, ret);
	}
	return rc;
}

struct bulks {
	size_t n;
	struct bulk *at;
};

enum status bulk_touches(struct store *st, struct event_id event, struct arena *a,
                         struct undo_touched *t)
{
	struct bulks all = { 0 };
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT tbl, body FROM event_row"
	                                 " WHERE event = :event AND pk = '*' ORDER BY seq"));

	if (rc == OK)
		stmt_bind_int(q, ":event", event.n);
	while (rc == OK) {
		const struct table_entry *table;

		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		table = register_find(stmt_text(q, "tbl", a));
		if (table)
			bulk_read(table, stmt_str(q, "body"), a, ARENA_PUSH(a, &all));
	}
	stmt_release(q);
	for (size_t i = 0; rc == OK && i < all.n; i++)
		rc = touches_of(st, &all.at[i], a, t);
	return rc;
}
