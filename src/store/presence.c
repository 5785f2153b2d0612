#include "store/presence.h"

#include "handle.h"
#include "stmt.h"

#include "store/change.h"

#define GONE_AFTER 3600 /* seconds */

static void bind(sqlite3_stmt *q, const struct presence *x)
{
	stmt_bind_int(q, ":seen_at", x->seen_at);
	stmt_bind_id(q, ":person", x->person.n);
	stmt_bind_id(q, ":person_at", x->person.n != 0 ? x->person_at : 0);
	stmt_bind_text(q, ":doing", x->doing);
}

static enum status update(struct store *st, const struct presence *x, bool *there)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("UPDATE presence SET seen_at = :seen_at, person = :person,"
	                        "  person_at = :person_at, doing = :doing WHERE id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", x->id);
	bind(q, x);
	rc = stmt_run(st, q);
	if (rc == OK)
		*there = stmt_changed(st) > 0;
	return rc;
}

static enum status insert(struct store *st, struct presence *x)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL("DELETE FROM presence WHERE seen_at < :before"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":before", x->seen_at - GONE_AFTER);
	rc = stmt_run(st, q);
	if (rc == OK)
		rc = stmt_borrow(st, &q,
		                 SQL("INSERT INTO presence (account, place, began_at, seen_at,"
		                     "  person, person_at, doing) VALUES (:account, :place,"
		                     "  :began_at, :seen_at, :person, :person_at, :doing)"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", x->account.n);
	stmt_bind_str(q, ":place", str_of(x->place));
	stmt_bind_int(q, ":began_at", x->began_at);
	bind(q, x);
	rc = stmt_run(st, q);
	if (rc == OK)
		x->id = stmt_last_id(st);
	return rc;
}

enum status presence_put(struct store *st, struct presence *x)
{
	struct presence put = *x;
	struct jot jot;
	bool there = false;
	enum status rc = jot_try(&jot, st);

	if (rc == OK && put.id != 0)
		rc = update(st, &put, &there);
	if (rc == OK && !there)
		rc = insert(st, &put);
	rc = jot_end(&jot, rc);
	if (rc == OK)
		x->id = put.id;
	return rc;
}

enum status presence_drop(struct store *st, int64_t id)
{
	sqlite3_stmt *q;
	struct jot jot;
	enum status rc = jot_try(&jot, st);

	if (rc != OK)
		return jot_end(&jot, rc);
	rc = stmt_borrow(st, &q, SQL("DELETE FROM presence WHERE id = :id"));
	if (rc == OK) {
		stmt_bind_int(q, ":id", id);
		rc = stmt_run(st, q);
	}
	return jot_end(&jot, rc);
}

#define SELECT_PRESENCE                                                             \
	"SELECT p.id, p.account, w.name, p.place, p.began_at, p.seen_at, p.person," \
	"  p.person_at, p.doing FROM presence p LEFT JOIN account w ON w.id = p.account"

static enum status read(struct store *st, sqlite3_stmt *q, struct arena *a,
                        struct presence_list *ret)
{
	struct presence_list list = { 0 };
	bool row = true;
	enum status rc;

	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		*ARENA_PUSH(a, &list) = (struct presence){
			.id = stmt_int(q, "id"),
			.account.n = stmt_int(q, "account"),
			.name = stmt_text(q, "name", a),
			.place = stmt_text(q, "place", a),
			.began_at = stmt_int(q, "began_at"),
			.seen_at = stmt_int(q, "seen_at"),
			.person.n = stmt_int(q, "person"),
			.person_at = stmt_int(q, "person_at"),
			.doing = stmt_text(q, "doing", a),
		};
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status presences_of_person(struct store *st, struct person_id p, int64_t since,
                                struct arena *a, struct presence_list *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL(SELECT_PRESENCE " WHERE p.person = :person AND p.seen_at >= :since"
	                                        " ORDER BY p.person_at, p.id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_int(q, ":since", since);
	return read(st, q, a, ret);
}

enum status presences_since(struct store *st, int64_t since, struct arena *a,
                            struct presence_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL(SELECT_PRESENCE " WHERE p.seen_at >= :since ORDER BY p.began_at, p.id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":since", since);
	return read(st, q, a, ret);
}
