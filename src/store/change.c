#include "store/change.h"

#include "chain.h"
#include "handle.h"
#include "image.h"
#include "names.h"
#include "queue.h"
#include "service_index.h"
#include "stmt.h"

#include "base/clock.h"
#include "base/die.h"
#include "base/words.h"

#include <string.h>
#include <sys/random.h>

#define BUSY_MS 5000 /* for readers, as pragmas.c sets it */
#define TRY_MS  5    /* what is tried waits for them no longer than that */

/* ---- transactions ---- */

static enum status transaction_begin(struct store *st, enum leave leave)
{
	enum status rc;

	if (st->leave != LEAVE_NONE)
		die("a change within a change");
	if (st->mode == STORE_READ_ONLY)
		return store_fail(st, E_DENIED,
		                  _("This file was opened for reading only. Nothing was changed."));
	rc = images_begin(st->images);
	if (rc == OK)
		rc = queue_enter(st);
	if (rc != OK)
		return rc;
	rc = store_exec(st, "BEGIN IMMEDIATE");
	if (rc != OK) {
		queue_leave(st);
		return rc;
	}
	st->leave = leave;
	st->lost = false;
	memset(st->words, 0, sizeof(st->words));
	return OK;
}

/*
 * Those who read are waited for, all of them together no longer than for one who writes: one that
 * was stopped in the middle of reading does not stop anybody else for good.
 */
static enum status commit(struct store *st)
{
	int64_t until = clock_boot_ms() + st->commit_ms;
	enum status rc;

	do
		rc = store_exec(st, "COMMIT");
	while (rc == E_BUSY && clock_boot_ms() < until);
	return rc;
}

static enum status transaction_end(struct store *st, enum status rc)
{
	if (rc == OK && st->lost)
		rc = E_STORE;
	if (rc == OK)
		rc = commit(st);
	if (!sqlite3_get_autocommit(st->db))
		sqlite3_exec(st->db, "ROLLBACK", NULL, NULL,
		             NULL); /* the sentence stays that of rc */
	if (rc != OK) {             /* those of what was given up may be among them */
		names_forget(st);
		services_forget(st);
	}
	st->leave = LEAVE_NONE;
	st->lost = false;
	st->change = NULL;
	images_end(st->images);
	queue_leave(st);
	return rc;
}

/* ---- events ---- */

/* An id of 0 is NULL in the file, and in the chain. */
static int64_t or_null(int64_t id)
{
	return id ? id : CHAIN_NULL;
}

static void bind_or_null(sqlite3_stmt *q, const char *name, int64_t value)
{
	stmt_bind_id(q, name, value == CHAIN_NULL ? 0 : value);
}

static enum status account_name(struct store *st, struct account_id who, struct arena *a,
                                const char **ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, SQL("SELECT name FROM account WHERE id = :id"));

	*ret = "";
	if (rc == OK) {
		stmt_bind_int(q, ":id", who.n);
		rc = stmt_step(st, q, &row);
	}
	if (rc == OK && row)
		*ret = stmt_text(q, "name", a);
	stmt_release(q);
	return rc;
}

/* Ids go on from the highest ever given, so that a last event taken away leaves a gap. */
static enum status last_event(struct store *st, int64_t *id, uint8_t link[DIGEST_BYTES])
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc;

	memset(link, 0, DIGEST_BYTES);
	*id = 0;
	rc = stmt_borrow(st, &q,
	                 SQL("SELECT max(coalesce((SELECT seq FROM sqlite_sequence"
	                     "                      WHERE name = 'event'), 0),"
	                     "           coalesce((SELECT max(id) FROM event), 0)) AS id,"
	                     "  (SELECT link FROM event ORDER BY id DESC LIMIT 1) AS link"));
	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		struct str bytes = stmt_str(q, "link");

		*id = stmt_int(q, "id");
		if (bytes.n == DIGEST_BYTES)
			memcpy(link, bytes.at, DIGEST_BYTES);
		else if (bytes.n > 0)
			rc = store_fail(st, E_DAMAGED,
			                _("The record of changes is damaged. Run clew check."));
	}
	stmt_release(q);
	return rc;
}

static enum status row_insert(struct store *st, int64_t event, const struct chain_row *row,
                              const struct image *image, const uint8_t salt[SALT_BYTES],
                              const uint8_t digest[DIGEST_BYTES])
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("INSERT INTO event_row"
	                                 "  (event, seq, person, tbl, pk, kind, body, salt, digest)"
	                                 " VALUES (:event, :seq, :person, :tbl, :pk, :kind, :body,"
	                                 "  :salt, :digest)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":event", event);
	stmt_bind_int(q, ":seq", row->seq);
	bind_or_null(q, ":person", row->person);
	stmt_bind_str(q, ":tbl", row->table);
	stmt_bind_str(q, ":pk", row->key);
	stmt_bind_str(q, ":kind", row->kind);
	stmt_bind_str(q, ":body", str_of(image->body));
	stmt_bind_blob(q, ":salt", salt, SALT_BYTES);
	stmt_bind_blob(q, ":digest", digest, DIGEST_BYTES);
	return stmt_run(st, q);
}

static enum status row_write(struct store *st, int64_t event, size_t i, struct digest *chain)
{
	const struct image *image = images_at(st->images, i);
	struct chain_row row = { (int64_t)i + 1, or_null(image->person), str_of(image->table->name),
		                 str_of(image->key), str_of(image->kind) };
	uint8_t salt[SALT_BYTES], digest[DIGEST_BYTES];

	if (getrandom(salt, sizeof(salt), 0) != (ssize_t)sizeof(salt))
		return store_fail(st, E_STORE,
		                  _("The computer gives no random numbers. Nothing was "
		                    "changed."));
	chain_digest(&st->key, salt, str_of(image->body), digest);
	chain_row(chain, &row, digest);
	return row_insert(st, event, &row, image, salt, digest);
}

static enum status event_insert(struct store *st, const struct chain_event *e,
                                const uint8_t link[DIGEST_BYTES])
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("INSERT INTO event"
	            "  (id, at, account, roles, session, kind, what, person, via, rows, undoes, link)"
	            " VALUES (:id, :at, :account, :roles, :session, :kind, :what, :person, :via,"
	            "  :rows, :undoes, :link)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", e->id);
	stmt_bind_int(q, ":at", e->at);
	bind_or_null(q, ":account", e->account);
	bind_or_null(q, ":roles", e->roles);
	bind_or_null(q, ":session", e->session);
	stmt_bind_str(q, ":kind", e->kind);
	stmt_bind_str(q, ":what", e->what);
	bind_or_null(q, ":person", e->person);
	stmt_bind_text(q, ":via", e->via.n > 0 ? e->via.at : NULL);
	stmt_bind_int(q, ":rows", e->rows);
	bind_or_null(q, ":undoes", e->undoes);
	stmt_bind_blob(q, ":link", link, DIGEST_BYTES);
	return stmt_run(st, q);
}

static enum status event_write(struct change *c)
{
	struct store *st = c->st;
	struct chain_event e = { .at = c->at,
		                 .account = or_null(c->who.n),
		                 .roles = or_null((int64_t)st->stamp.roles),
		                 .session = or_null(st->stamp.session.n),
		                 .person = or_null(c->person.n),
		                 .undoes = or_null(c->undoes.n) };
	uint8_t link[DIGEST_BYTES];
	struct digest chain;
	enum status rc = last_event(st, &e.id, link);

	if (rc != OK)
		return rc;
	images_gather(st->images, c->file_hash);
	e.id++;
	e.rows = (int64_t)images_count(st->images);
	e.kind = str_of(c->kind);
	e.what = str_of(c->what);
	e.via = str_of(c->via);
	chain_begin(&chain, &st->key, link, &e);
	for (size_t i = 0; rc == OK && i < images_count(st->images); i++)
		rc = row_write(st, e.id, i, &chain);
	digest_end(&chain, link);
	if (rc == OK)
		rc = event_insert(st, &e, link);
	if (rc == OK)
		c->event.n = e.id;
	return rc;
}

/* ---- changes, looks, jots ---- */

enum status change_begin(struct change *c, struct store *st, struct account_id who, int64_t at,
                         const char *what)
{
	struct arena a = { 0 };
	const char *name;
	enum status rc;

	*c = (struct change){ .st = st, .who = who, .at = at, .what = what, .kind = "change" };
	rc = transaction_begin(st, LEAVE_CHANGE);
	if (rc != OK)
		return rc;
	st->change = c;
	rc = account_name(st, who, &a, &name);
	if (rc == OK)
		queue_sign(st, name, at);
	arena_reset(&a);
	return rc == OK ? OK : transaction_end(st, rc);
}

enum status change_end(struct change *c, enum status rc)
{
	struct store *st = c->st;

	if (st->change != c)
		return rc; /* it never began */
	if (rc == OK && st->lost)
		rc = E_STORE;
	if (rc == OK)
		rc = images_fault(st->images);
	if (rc == OK)
		rc = event_write(c);
	rc = transaction_end(st, rc);
	if (rc != OK)
		c->event.n = 0;
	return rc;
}

bool store_changing(const struct store *st)
{
	return st->leave != LEAVE_NONE;
}

void store_stamp(struct store *st, const struct stamp *stamp)
{
	st->stamp = *stamp;
}

enum status change_note(struct store *st, const struct note_event *e)
{
	struct change c;
	enum status rc = change_begin(&c, st, e->who, e->at, e->what);

	c.kind = e->kind;
	c.person = e->person;
	c.via = e->via;
	rc = change_end(&c, rc);
	if (rc == OK && e->event)
		*e->event = c.event;
	return rc;
}

enum status reading_begin(struct reading *r, struct store *st)
{
	enum status rc;

	if (st->leave != LEAVE_NONE)
		die("a long reading within a change");
	r->st = NULL;
	rc = st->mode == STORE_WRITE ? queue_enter(st) : OK;
	if (rc != OK)
		return rc;
	rc = store_exec(st, "BEGIN");
	if (rc != OK) {
		queue_leave(st);
		return rc;
	}
	st->leave = LEAVE_READ;
	r->st = st;
	return OK;
}

enum status reading_end(struct reading *r, enum status rc)
{
	return r->st ? transaction_end(r->st, rc) : rc;
}

static enum status run(struct store *st, const char *sql)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	return rc == OK ? stmt_run(st, q) : rc;
}

enum status glance_begin(struct glance *g, struct store *st)
{
	enum status rc;

	g->st = NULL;
	if (st->leave != LEAVE_NONE)
		return OK;
	rc = run(st, SQL("BEGIN"));
	if (rc != OK)
		return rc;
	st->leave = LEAVE_READ;
	g->st = st;
	return OK;
}

/* Nothing was written: what cannot be committed is given up, and its sentence is that of rc. */
enum status glance_end(struct glance *g, enum status rc)
{
	if (!g->st)
		return rc;
	g->st->leave = LEAVE_NONE;
	if (rc == OK)
		rc = run(g->st, SQL("COMMIT"));
	if (!sqlite3_get_autocommit(g->st->db))
		sqlite3_exec(g->st->db, "ROLLBACK", NULL, NULL, NULL);
	g->st = NULL;
	return rc;
}

enum status jot_begin(struct jot *j, struct store *st)
{
	enum status rc = transaction_begin(st, LEAVE_JOT);

	*j = (struct jot){ .st = rc == OK ? st : NULL };
	return rc;
}

static void be_patient(struct store *st, int ms)
{
	st->commit_ms = ms;
	sqlite3_busy_timeout(st->db, ms);
}

enum status jot_try(struct jot *j, struct store *st)
{
	long wait = st->wait_ms;
	enum status rc;

	st->wait_ms = 0;
	be_patient(st, TRY_MS);
	rc = jot_begin(j, st);
	st->wait_ms = wait;
	j->tried = rc == OK;
	if (rc != OK)
		be_patient(st, BUSY_MS);
	return rc;
}

enum status jot_end(struct jot *j, enum status rc)
{
	if (!j->st)
		return rc;
	rc = transaction_end(j->st, rc);
	if (j->tried)
		be_patient(j->st, BUSY_MS);
	return rc;
}
