#include "store/undo.h"

#include "handle.h"
#include "stmt.h"
#include "undo_rows.h"

#include "base/words.h"
#include "store/change.h"

#include <stdlib.h>
#include <string.h>

struct past_event {
	int64_t id, account, undoes, rows, person, at;
	bool is_change, is_undo, undone;
	const char *what;
};

static struct past_event event_read(sqlite3_stmt *q, struct arena *a)
{
	struct str kind = stmt_str(q, "kind");

	return (struct past_event){
		.id = stmt_int(q, "id"),
		.account = stmt_int(q, "account"),
		.undoes = stmt_int(q, "undoes"),
		.rows = stmt_int(q, "rows"),
		.person = stmt_int(q, "person"),
		.at = stmt_int(q, "at"),
		.is_change = str_is(kind, "change") || str_is(kind, "import"),
		.is_undo = str_is(kind, "undo"),
		.undone = stmt_int(q, "undone") != 0,
		.what = stmt_text(q, "what", a),
	};
}

/* *ret is left alone when there is no such event; E_NOT_FOUND then. */
static enum status event_get(struct store *st, int64_t id, struct arena *a, struct past_event *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT id, account, kind, what, person, at, rows, undoes,"
	            "  EXISTS (SELECT 1 FROM event u WHERE u.undoes = event.id) AS undone"
	            "  FROM event WHERE id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = event_read(q, a);
	stmt_release(q);
	if (rc == OK && !row)
		rc = store_fail(st, E_NOT_FOUND, _("There is no such change."));
	return rc;
}

/*
 * What the undo of an undo of … goes back to, and how many undos lie between: even, and the change
 * stands; odd, and it was taken back. An event is undone at most once, so the line has no forks.
 */
static enum status event_root(struct store *st, struct past_event e, struct arena *a,
                              struct past_event *ret, int *depth)
{
	enum status rc = OK;
	int n = 0;

	while (rc == OK && e.is_undo && e.undoes != 0 && e.undoes < e.id) {
		rc = event_get(st, e.undoes, a, &e);
		n++;
	}
	if (rc != OK)
		return rc;
	*ret = e;
	*depth = n;
	return OK;
}

enum status undo_stands(struct store *st, struct event_id event, struct event_id since, bool *ret)
{
	struct arena a = { 0 };
	struct past_event e = { 0 }, root;
	int depth = 0;
	enum status rc = event_get(st, event.n, &a, &e);

	if (rc == OK)
		rc = event_root(st, e, &a, &root, &depth);
	if (rc == OK)
		*ret = !e.undone && (depth % 2 == 0 || root.id <= since.n);
	arena_reset(&a);
	return rc;
}

/* The next event of the account before that one which wrote rows and was not undone itself. */
static enum status event_before(struct store *st, struct account_id who, int64_t before,
                                struct arena *a, struct past_event *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT id, account, kind, what, person, at, rows, undoes, 0 AS undone"
	            "  FROM event WHERE account = :account AND id < :before AND rows > 0"
	            "   AND kind IN ('change', 'import', 'undo')"
	            "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = event.id)"
	            " ORDER BY id DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", who.n);
	stmt_bind_int(q, ":before", before);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = event_read(q, a);
	stmt_release(q);
	if (rc == OK && !row)
		rc = E_NOT_FOUND;
	return rc;
}

/* Going back, what stands is looked for; going again, what was taken back, up to the last change. */
static enum status pick(struct store *st, struct account_id who, enum undo_way way, struct arena *a,
                        struct past_event *e, struct past_event *root)
{
	int64_t before = INT64_MAX;
	int depth = 0;
	enum status rc;

	for (;;) {
		rc = event_before(st, who, before, a, e);
		if (rc == OK)
			rc = event_root(st, *e, a, root, &depth);
		if (rc != OK)
			break;
		if (way == UNDO_AGAIN && e->is_change) {
			rc = E_NOT_FOUND;
			break;
		}
		if ((depth % 2 == 0) == (way == UNDO_BACK))
			return OK;
		before = e->id;
	}
	if (rc == E_NOT_FOUND)
		store_fail(st, rc,
		           way == UNDO_BACK ? _("There is nothing of yours to take back.")
		                            : _("There is nothing to do again."));
	return rc;
}

enum status undo_apply(struct change *c, struct event_id event)
{
	struct arena a = { 0 };
	struct past_event e = { 0 };
	enum status rc = event_get(c->st, event.n, &a, &e);

	arena_reset(&a);
	if (rc != OK)
		return rc;
	if (e.account != c->who.n)
		return store_fail(c->st, E_DENIED,
		                  _("This was done by somebody else, who alone can take it back. "
		                    "Nothing was changed."));
	if (e.undone)
		return store_fail(c->st, E_CONFLICT,
		                  _("This was taken back already. Nothing was changed."));
	if ((!e.is_change && !e.is_undo) || e.rows == 0)
		return store_fail(
			c->st, E_CONFLICT,
			_("This is nothing that can be taken back. Nothing was changed."));
	c->kind = "undo";
	c->undoes = event;
	c->person.n = e.person;
	return undo_rows(c->st, event);
}

/* Tried in a change that is then given up. */
enum status undo_try(struct store *st, struct account_id who, struct arena *a, struct undo_offer *o)
{
	struct change c;
	enum status rc = change_begin(&c, st, who, o->at, "looking at what can be taken back");

	if (rc == OK) {
		rc = undo_apply(&c, o->event);
		o->possible = rc == OK;
		if (rc == E_CONFLICT) {
			o->why_not = arena_strdup(a, store_fault(st));
			rc = OK;
		}
		if (rc == OK)
			rc = E_STOPPED;
	}
	rc = change_end(&c, rc);
	return rc == E_STOPPED ? OK : rc;
}

enum status undo_find(struct store *st, struct account_id who, enum undo_way way, struct arena *a,
                      struct undo_offer *ret)
{
	struct past_event e = { 0 }, root = { 0 };
	struct undo_offer o = { .possible = true, .why_not = "" };
	enum status rc = pick(st, who, way, a, &e, &root);

	if (rc != OK)
		return rc;
	o.event.n = e.id;
	o.what = root.what;
	o.at = root.at;
	o.person.n = root.person;
	*ret = o;
	return OK;
}

enum status undo_peek(struct store *st, struct account_id who, enum undo_way way, struct arena *a,
                      struct undo_offer *ret)
{
	struct undo_offer o;
	enum status rc = undo_find(st, who, way, a, &o);

	if (rc == OK)
		rc = undo_try(st, who, a, &o);
	if (rc == OK)
		*ret = o;
	return rc;
}

/* ---- what has to be derived afterwards ---- */

static enum status touched_people(struct store *st, struct event_id event, struct arena *a,
                                  struct undo_touched *t)
{
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT DISTINCT person FROM event_row"
	                                 " WHERE event = :event AND person IS NOT NULL"));

	if (rc == OK)
		stmt_bind_int(q, ":event", event.n);
	while (rc == OK) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		ARENA_PUSH(a, &t->people)->n = stmt_int(q, "person");
	}
	stmt_release(q);
	return rc;
}

/*
 * A service's own row, or one of its children, whose key begins with the service; and the service of
 * a signpost or of a part that it is searched by, as long as that is there.
 */
static enum status touched_services(struct store *st, struct event_id event, struct arena *a,
                                    struct undo_touched *t)
{
	sqlite3_stmt *q;
	bool row = true;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT DISTINCT CAST(pk AS INTEGER) AS service FROM event_row"
	                        " WHERE event = :event AND pk <> '*'"
	                        "   AND tbl IN ('service', 'service_concern', 'service_area')"
	                        " UNION SELECT s.id FROM event_row r"
	                        "   JOIN service s ON s.provider = CAST(r.pk AS INTEGER)"
	                        "  WHERE r.event = :event AND r.tbl = 'organisation'"
	                        " UNION SELECT s.service FROM event_row r"
	                        "   JOIN signpost s ON s.id = CAST(r.pk AS INTEGER)"
	                        "  WHERE r.event = :event AND r.tbl = 'signpost'"
	                        " UNION SELECT p.service FROM event_row r"
	                        "   JOIN service_place p ON p.id = CAST(r.pk AS INTEGER)"
	                        "  WHERE r.event = :event AND r.tbl = 'service_place'"
	                        " UNION SELECT p.service FROM event_row r"
	                        "   JOIN service_cost p ON p.id = CAST(r.pk AS INTEGER)"
	                        "  WHERE r.event = :event AND r.tbl = 'service_cost'"
	                        " UNION SELECT p.service FROM event_row r"
	                        "   JOIN service_tag p ON p.id = CAST(r.pk AS INTEGER)"
	                        "  WHERE r.event = :event AND r.tbl = 'service_tag'"));

	if (rc == OK)
		stmt_bind_int(q, ":event", event.n);
	while (rc == OK) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		ARENA_PUSH(a, &t->services)->n = stmt_int(q, "service");
	}
	stmt_release(q);
	return rc;
}

static enum status touched_tables(struct store *st, struct event_id event, struct undo_touched *t)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT coalesce(max(tbl = 'safety_note' AND kind = 'insert'), 0) AS worry,"
	            "  coalesce(max(tbl IN ('person', 'contact_point')), 0) AS keys"
	            "  FROM event_row WHERE event = :event"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":event", event.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		t->worry = stmt_int(q, "worry") != 0;
		t->keys = stmt_int(q, "keys") != 0;
	}
	stmt_release(q);
	return rc;
}

static int by_id(const void *x, const void *y)
{
	const struct person_id *a = x, *b = y;

	return a->n < b->n ? -1 : a->n > b->n;
}

/* Rows that an import put in name people a second time. */
static void each_once(struct undo_touched *t)
{
	size_t n = 0;

	if (t->people.n == 0)
		return;
	qsort(t->people.at, t->people.n, sizeof(*t->people.at), by_id);
	for (size_t i = 0; i < t->people.n; i++)
		if (n == 0 || t->people.at[n - 1].n != t->people.at[i].n)
			t->people.at[n++] = t->people.at[i];
	t->people.n = n;
}

enum status undo_touches(struct store *st, struct event_id event, struct arena *a,
                         struct undo_touched *ret)
{
	struct undo_touched t = { 0 };
	enum status rc = touched_people(st, event, a, &t);

	if (rc == OK)
		rc = touched_services(st, event, a, &t);
	if (rc == OK)
		rc = bulk_touches(st, event, a, &t);
	if (rc == OK)
		rc = touched_tables(st, event, &t);
	each_once(&t);
	if (rc == OK)
		*ret = t;
	return rc;
}
