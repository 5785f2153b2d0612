#include "store/verify.h"

#include "chain.h"
#include "handle.h"
#include "migrate.h"
#include "stmt.h"

#include "base/words.h"
#include "store/change.h"

#include <string.h>

#define TICK_EVERY 256

/* A walk along both tables at once, in the order of event and seq. */
struct walk {
	struct store *st;
	sqlite3_stmt *events, *rows;
	bool has_row;  /* rows stands on one that was not yet taken */
	int64_t stray; /* where a row that belongs to no event was met; 0: nowhere */
	const struct progress *progress;
	struct events_checked *found;
	uint8_t link[DIGEST_BYTES];
	struct digest chain;
};

static enum status bad(struct walk *w, int64_t event, const char *what)
{
	w->found->first_bad.n = event;
	return store_fail(
		w->st, E_DAMAGED,
		_("The record of changes was tampered with or is damaged at event %lld: %s. "
	          "Compare with the last backup."),
		(long long)event, what);
}

static int64_t int_or_null(sqlite3_stmt *q, const char *column)
{
	return stmt_null(q, column) ? CHAIN_NULL : stmt_int(q, column);
}

/*
 * What each column must be, in the order of the SELECT: whole number, text, bytes; a capital where NULL
 * may stand. SQLite would turn the text '7' into 7, and the link would hold; so would the number that
 * stands for NULL, and "" in its place.
 */
#define EVENT_TYPES "iiIIIttITiIb"
#define ROW_TYPES   "iiItttSBb"

static bool fits(sqlite3_stmt *q, int i, char type)
{
	int is = sqlite3_column_type(q, i);

	switch (type) {
	case 'I':
		return is == SQLITE_NULL || fits(q, i, 'i');
	case 'i':
		return is == SQLITE_INTEGER && sqlite3_column_int64(q, i) != CHAIN_NULL;
	case 'T':
		return is == SQLITE_NULL || (is == SQLITE_TEXT && sqlite3_column_bytes(q, i) > 0);
	case 'S':
		return is == SQLITE_NULL || is == SQLITE_TEXT;
	case 't':
		return is == SQLITE_TEXT;
	case 'B':
		return is == SQLITE_NULL || is == SQLITE_BLOB;
	default:
		return is == SQLITE_BLOB;
	}
}

static bool all_fit(sqlite3_stmt *q, const char *types)
{
	for (int i = 0; types[i] != '\0'; i++)
		if (!fits(q, i, types[i]))
			return false;
	return true;
}

static bool is_digest(struct str s, const uint8_t digest[DIGEST_BYTES])
{
	return s.n == DIGEST_BYTES && memcmp(s.at, digest, DIGEST_BYTES) == 0;
}

static enum status check_content(struct walk *w, int64_t event)
{
	struct str salt = stmt_str(w->rows, "salt"), body = stmt_str(w->rows, "body");
	uint8_t digest[DIGEST_BYTES];

	if (stmt_null(w->rows, "body") && stmt_null(w->rows, "salt")) {
		w->found->erased++;
		return OK;
	}
	if (stmt_null(w->rows, "body") || salt.n != SALT_BYTES)
		return bad(w, event, _("a row was erased in part"));
	chain_digest(&w->st->key, (const uint8_t *)salt.at, body, digest);
	if (!is_digest(stmt_str(w->rows, "digest"), digest))
		return bad(w, event, _("what it did to a row was altered"));
	return OK;
}

static enum status take_row(struct walk *w, int64_t event, int64_t seq)
{
	struct chain_row row = { .seq = stmt_int(w->rows, "seq"),
		                 .person = int_or_null(w->rows, "person"),
		                 .table = stmt_str(w->rows, "tbl"),
		                 .key = stmt_str(w->rows, "pk"),
		                 .kind = stmt_str(w->rows, "kind") };
	struct str digest = stmt_str(w->rows, "digest");
	enum status rc;

	if (!all_fit(w->rows, ROW_TYPES))
		return bad(w, event, _("a row of it holds what it never could"));
	if (row.seq != seq || digest.n != DIGEST_BYTES)
		return bad(w, event, _("a row of it is missing or was added"));
	rc = check_content(w, event);
	if (rc != OK)
		return rc;
	chain_row(&w->chain, &row, (const uint8_t *)digest.at);
	w->found->rows++;
	if (w->found->rows % TICK_EVERY == 0 && !progress_tick(w->progress, w->found->rows, 0))
		return store_fail(w->st, E_STOPPED, _("Stopped. Nothing was changed."));
	return stmt_step(w->st, w->rows, &w->has_row);
}

/* The event that they were taken from is told first: it has one row less. */
static enum status skip_strays(struct walk *w, int64_t event)
{
	enum status rc = OK;

	while (rc == OK && w->has_row && stmt_int(w->rows, "event") < event) {
		if (w->stray == 0)
			w->stray = event;
		rc = stmt_step(w->st, w->rows, &w->has_row);
	}
	return rc;
}

static enum status take_event(struct walk *w)
{
	struct chain_event e = { .id = stmt_int(w->events, "id"),
		                 .at = stmt_int(w->events, "at"),
		                 .account = int_or_null(w->events, "account"),
		                 .roles = int_or_null(w->events, "roles"),
		                 .session = int_or_null(w->events, "session"),
		                 .person = int_or_null(w->events, "person"),
		                 .rows = stmt_int(w->events, "rows"),
		                 .undoes = int_or_null(w->events, "undoes"),
		                 .kind = stmt_str(w->events, "kind"),
		                 .what = stmt_str(w->events, "what"),
		                 .via = stmt_str(w->events, "via") };
	int64_t seq = 0;
	enum status rc = OK;

	if (!fits(w->events, 0, 'i') || e.id < 1) { /* where it was taken from, one is missing */
		w->stray = w->stray != 0 ? w->stray : w->found->events + 1;
		return OK;
	}
	if (e.id == w->found->events)
		return bad(w, e.id, _("it is there twice"));
	if (e.id == w->found->events + 1 && !all_fit(w->events, EVENT_TYPES))
		return bad(w, e.id, _("it holds what it never could"));
	if (e.id != w->found->events + 1)
		return bad(w, w->found->events + 1, _("it is missing"));
	chain_begin(&w->chain, &w->st->key, w->link, &e);
	rc = skip_strays(w, e.id);
	while (rc == OK && w->has_row && stmt_int(w->rows, "event") == e.id)
		rc = take_row(w, e.id, ++seq);
	digest_end(&w->chain, w->link);
	if (rc != OK)
		return rc;
	if (seq != e.rows)
		return bad(w, e.id, _("a row of it is missing or was added"));
	if (!is_digest(stmt_str(w->events, "link"), w->link))
		return bad(w, e.id, _("it does not follow from the one before it"));
	w->found->events++;
	return OK;
}

/* Ids are never given twice: the highest ever given tells whether the last ones are gone. */
static enum status check_end(struct walk *w)
{
	sqlite3_stmt *q;
	bool row = false;
	int64_t given = 0;
	enum status rc;

	if (w->stray != 0 || w->has_row)
		return bad(w, w->stray != 0 ? w->stray : w->found->events + 1,
		           _("what belongs to no event stands among them"));
	rc = stmt_borrow(w->st, &q, SQL("SELECT seq FROM sqlite_sequence WHERE name = 'event'"));
	if (rc == OK)
		rc = stmt_step(w->st, q, &row);
	if (rc == OK && row)
		given = stmt_int(q, "seq");
	stmt_release(q);
	if (rc == OK && given != w->found->events)
		rc = bad(w, w->found->events + 1, _("it is missing, and any after it"));
	return rc;
}

static enum status walk_events(struct walk *w)
{
	bool event = true;
	enum status rc = stmt_borrow(w->st, &w->events,
	                             SQL("SELECT id, at, account, roles, session, kind, what,"
	                                 "  person, via, rows, undoes, link"
	                                 "  FROM event ORDER BY id"));

	if (rc == OK)
		rc = stmt_borrow(w->st, &w->rows,
		                 SQL("SELECT event, seq, person, tbl, pk, kind, body, salt, digest"
		                     "  FROM event_row ORDER BY event, seq"));
	if (rc == OK)
		rc = stmt_step(w->st, w->rows, &w->has_row);
	while (rc == OK) {
		rc = stmt_step(w->st, w->events, &event);
		if (rc != OK || !event)
			break;
		rc = take_event(w);
	}
	if (rc == OK)
		rc = check_end(w);
	stmt_release(w->events);
	stmt_release(w->rows);
	return rc;
}

enum status store_check_events(struct store *st, const struct progress *progress,
                               struct events_checked *ret)
{
	struct events_checked found = { 0 };
	struct walk w = { .st = st, .progress = progress, .found = &found };
	struct reading reading;
	enum status rc = reading_begin(&reading, st);

	if (rc == OK)
		rc = walk_events(&w);
	rc = reading_end(&reading, rc);
	memcpy(found.head, w.link, DIGEST_BYTES);
	if (rc == OK || rc == E_DAMAGED)
		*ret = found;
	return rc;
}

enum status store_check_references(struct store *st)
{
	return schema_references(st);
}

enum status store_check_pages(struct store *st)
{
	sqlite3_stmt *q;
	bool row = false;
	struct arena a = { 0 };
	enum status rc = stmt_borrow(st, &q, SQL("PRAGMA quick_check(1)"));

	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK && row && !str_is(stmt_str(q, "quick_check"), "ok"))
		rc = store_fail(st, E_DAMAGED,
		                _("The file is damaged (%s). Restore the last backup."),
		                stmt_text(q, "quick_check", &a));
	stmt_release(q);
	arena_reset(&a);
	return rc;
}

enum status store_check(struct store *st, const struct progress *progress,
                        struct events_checked *ret)
{
	enum status rc = store_check_pages(st);

	if (rc == OK)
		rc = store_check_references(st);
	return rc == OK ? store_check_events(st, progress, ret) : rc;
}
