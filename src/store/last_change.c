#include "store/last_change.h"

#include "handle.h"
#include "stmt.h"

#include "base/words.h"

enum status events_last(struct store *st, struct event_id *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, SQL("SELECT coalesce(max(id), 0) AS id FROM event"));

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		ret->n = stmt_int(q, "id");
	stmt_release(q);
	return rc;
}

static enum status read(struct store *st, sqlite3_stmt *q, struct arena *a, struct last_change *ret)
{
	bool row = false;
	enum status rc = stmt_step(st, q, &row);

	if (rc == OK && row)
		*ret = (struct last_change){ .event.n = stmt_int(q, "id"),
			                     .account.n = stmt_int(q, "account"),
			                     .name = stmt_text(q, "name", a),
			                     .what = stmt_text(q, "what", a),
			                     .at = stmt_int(q, "at") };
	stmt_release(q);
	if (rc == OK && !row)
		rc = store_fail(st, E_NOT_FOUND, _("Nobody has changed that."));
	return rc;
}

#define SELECT_EVENT "SELECT e.id, e.account, w.name, e.what, e.at FROM event e"
#define WITH_ACCOUNT " LEFT JOIN account w ON w.id = e.account"

enum status last_change_get(struct store *st, struct event_id event, struct arena *a,
                            struct last_change *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL(SELECT_EVENT WITH_ACCOUNT " WHERE e.id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", event.n);
	return read(st, q, a, ret);
}

enum status last_change_of_person(struct store *st, struct person_id p, struct event_id since,
                                  struct arena *a, struct last_change *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_EVENT WITH_ACCOUNT
	                                 " WHERE e.person = :person AND e.id > :since"
	                                 "   AND e.rows > 0 ORDER BY e.id DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_int(q, ":since", since.n);
	return read(st, q, a, ret);
}

enum status last_change_of_row(struct store *st, const char *table, const char *key,
                               struct event_id since, struct arena *a, struct last_change *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_EVENT
	                                 " JOIN event_row r ON r.event = e.id" WITH_ACCOUNT
	                                 " WHERE r.tbl = :tbl AND r.pk = :pk AND r.event > :since"
	                                 " ORDER BY r.event DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":tbl", table);
	stmt_bind_text(q, ":pk", key);
	stmt_bind_int(q, ":since", since.n);
	return read(st, q, a, ret);
}
