#include "store/events.h"

#include "register.h"
#include "stmt.h"

#include "base/words.h"
#include "store/store.h"

#include <string.h>

// clang-format off
#define EVENT_COLUMNS "id, at, account, roles, session, kind, what, person, via, rows, undoes"
// clang-format on

static void event_read(sqlite3_stmt *q, struct arena *a, struct event *ret)
{
	*ret = (struct event){
		.id = { stmt_int(q, "id") },
		.at = stmt_int(q, "at"),
		.account = { stmt_int(q, "account") },
		.roles = (unsigned)stmt_int(q, "roles"),
		.session = { stmt_int(q, "session") },
		.kind = (enum event_kind)stmt_word(q, "kind", &event_kinds),
		.what = stmt_text(q, "what", a),
		.person = { stmt_int(q, "person") },
		.via = (enum via)stmt_word(q, "via", &vias),
		.rows = stmt_int(q, "rows"),
		.undoes = { stmt_int(q, "undoes") },
	};
}

/* A statement that comes the newest first, as far as the filter goes. It is released. */
static enum status events_read(struct store *st, sqlite3_stmt *q, const struct event_filter *f,
                               size_t limit, struct arena *a, struct event_list *ret)
{
	struct event_list list = { 0 };
	bool row = true;
	enum status rc = OK;

	while (list.n < limit) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row || stmt_int(q, "at") < f->since)
			break;
		if (f->kind == EVENT_KIND_NONE ||
		    stmt_word(q, "kind", &event_kinds) == (int)f->kind)
			event_read(q, a, ARENA_PUSH(a, &list));
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

static int64_t before_or_end(struct event_id before)
{
	return before.n != 0 ? before.n : INT64_MAX;
}

enum status events_of_person(struct store *st, struct person_id p, struct event_id before,
                             size_t limit, struct arena *a, struct event_list *ret)
{
	static const struct event_filter any = { 0 };
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT " EVENT_COLUMNS " FROM event WHERE id IN"
	                        " (SELECT id FROM event WHERE person = :person AND id < :before"
	                        "  UNION SELECT event FROM event_row"
	                        "   WHERE person = :person AND event < :before"
	                        "  UNION SELECT e.id FROM person p JOIN event e ON e.person = p.id"
	                        "   WHERE p.merged_into = :person AND e.id < :before"
	                        "  ORDER BY 1 DESC LIMIT :limit) ORDER BY id DESC"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_int(q, ":before", before_or_end(before));
	stmt_bind_int(q, ":limit", (int64_t)limit);
	return events_read(st, q, &any, limit, a, ret);
}

enum status events_some(struct store *st, const struct event_filter *f, struct event_id before,
                        size_t limit, struct arena *a, struct event_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = f->account.n != 0
	                         ? stmt_borrow(st, &q,
	                                       SQL("SELECT " EVENT_COLUMNS " FROM event"
	                                           " WHERE account = :account AND id < :before"
	                                           " ORDER BY id DESC"))
	                         : stmt_borrow(st, &q,
	                                       SQL("SELECT " EVENT_COLUMNS " FROM event"
	                                           " WHERE id < :before ORDER BY id DESC"));

	if (rc != OK)
		return rc;
	if (f->account.n != 0)
		stmt_bind_int(q, ":account", f->account.n);
	stmt_bind_int(q, ":before", before_or_end(before));
	return events_read(st, q, f, limit, a, ret);
}

enum status event_tables(struct store *st, struct event_id id, struct arena *a, const char **ret)
{
	const char *tables = "";
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT tbl FROM event_row WHERE event = :event GROUP BY tbl ORDER BY min(seq)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":event", id.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		const struct table_entry *table = register_find(stmt_text(q, "tbl", a));

		if (table && table->noun)
			tables = *tables ? arena_printf(a, "%s, %s", tables, table->noun)
			                 : table->noun;
	}
	stmt_release(q);
	if (rc == OK)
		*ret = tables;
	return rc;
}

static enum status link_read(struct store *st, sqlite3_stmt *q, uint8_t ret[DIGEST_BYTES])
{
	struct str link = stmt_str(q, "link");

	if (link.n != DIGEST_BYTES)
		return store_fail(st, E_DAMAGED,
		                  _("The record of changes is damaged. Run clew check."));
	memcpy(ret, link.at, DIGEST_BYTES);
	return OK;
}

enum status event_link(struct store *st, struct event_id id, uint8_t ret[DIGEST_BYTES])
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, SQL("SELECT link FROM event WHERE id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		rc = row ? link_read(st, q, ret)
		         : store_fail(st, E_NOT_FOUND, _("There is no such event."));
	stmt_release(q);
	return rc;
}

enum status events_head(struct store *st, struct head *ret)
{
	struct head head = { 0 };
	sqlite3_stmt *q;
	bool row = false;
	enum status rc =
		stmt_borrow(st, &q, SQL("SELECT id, at, link FROM event ORDER BY id DESC LIMIT 1"));

	if (rc == OK)
		rc = stmt_step(st, q, &row);
	if (rc == OK && row) {
		head.id.n = stmt_int(q, "id");
		head.at = stmt_int(q, "at");
		rc = link_read(st, q, head.link);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = head;
	return rc;
}

/* The last event before an instant: ids go with time, so that few are looked at. */
static enum status last_before(struct store *st, int64_t since, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		st, &q, SQL("SELECT id FROM event WHERE at < :since ORDER BY id DESC LIMIT 1"));

	*ret = 0;
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":since", since);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "id");
	stmt_release(q);
	return rc;
}

enum status events_readers(struct store *st, int64_t since, struct arena *a, struct readers *ret)
{
	struct readers list = { 0 };
	sqlite3_stmt *q = NULL;
	int64_t floor = 0;
	bool row = true;
	enum status rc = last_before(st, since, &floor);

	if (rc == OK)
		rc = stmt_borrow(
			st, &q,
			SQL("SELECT account, count(DISTINCT person) AS people FROM event"
		            " WHERE id > :floor AND kind = 'look' AND person IS NOT NULL"
		            "   AND account IS NOT NULL GROUP BY account ORDER BY people DESC"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":floor", floor);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &list) =
			(struct reader){ { stmt_int(q, "account") }, stmt_int(q, "people") };
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
