#include "store/since.h"

#include "row.h"

enum status since_last(struct store *st, struct account_id who, int64_t before,
                       struct since_mark *ret)
{
	struct since_mark mark = { 0 };
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT id, at FROM event WHERE account = :who"
	                                 "  AND at < :before ORDER BY id DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":before", before);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		mark = (struct since_mark){ { stmt_int(q, "id") }, stmt_int(q, "at") };
	stmt_release(q);
	if (rc == OK)
		*ret = mark;
	return rc;
}

enum status since_coordinator(struct store *st, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT max((SELECT e.at FROM event e WHERE e.account = a.id"
	                        "   ORDER BY e.id DESC LIMIT 1)) AS at"
	                        "  FROM account a WHERE a.roles & 4 AND a.disabled_at IS NULL"));

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "at");
	stmt_release(q);
	return rc;
}

/* ---- what others did ---- */

static enum status read_events(struct store *st, sqlite3_stmt *q, struct arena *a,
                               struct since_events *ret)
{
	struct since_events list = { 0 };
	enum status rc;
	bool row;

	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		*ARENA_PUSH(a, &list) = (struct since_event){
			.event.n = stmt_int(q, "id"),
			.at = stmt_int(q, "at"),
			.by.n = stmt_int(q, "account"),
			.person.n = stmt_int(q, "person"),
			.what = stmt_text(q, "what", a),
		};
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

static enum status events_of(struct store *st, const char *sql, struct account_id worker,
                             struct event_id after, struct arena *a, struct since_events *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":worker", worker.n);
	stmt_bind_int(q, ":after", after.n);
	return read_events(st, q, a, ret);
}

enum status since_changes(struct store *st, struct account_id worker, struct event_id after,
                          struct arena *a, struct since_events *ret)
{
	return events_of(
		st,
		SQL("SELECT DISTINCT e.id, e.at, e.account, e.person, e.what"
	            "  FROM caseload k JOIN event e ON e.person = k.person AND e.id > :after"
	            " WHERE k.worker = :worker AND e.kind IN ('change', 'print')"
	            "   AND e.account <> :worker AND e.rows > 0"
	            "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
	            " ORDER BY k.sort_name, e.person, e.id LIMIT 500"),
		worker, after, a, ret);
}

/* A row image names its column at the beginning of a line: store/image.h. */
enum status since_handed(struct store *st, struct account_id worker, struct event_id after,
                         struct arena *a, struct since_events *ret)
{
	return events_of(st,
	                 SQL("SELECT e.id, e.at, e.account, k.person, e.what FROM caseload k"
	                     "  JOIN event_row r ON r.tbl = 'referral'"
	                     "   AND r.pk = CAST(k.referral AS TEXT) AND r.event > :after"
	                     "  JOIN event e ON e.id = r.event"
	                     " WHERE k.worker = :worker AND k.open = 1 AND r.kind = 'update'"
	                     "   AND instr(char(10) || r.body, char(10) || 'worker' || char(9)) > 0"
	                     "   AND e.kind = 'change' AND e.account <> :worker"
	                     "   AND NOT EXISTS (SELECT 1 FROM event u WHERE u.undoes = e.id)"
	                     " ORDER BY k.sort_name, k.person, e.id"),
	                 worker, after, a, ret);
}

/* ---- who opened them ---- */

enum status since_opened(struct store *st, struct account_id worker, int64_t from, struct arena *a,
                         struct access_list *ret)
{
	struct access_list list = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT DISTINCT x.id, x.person, x.account, x.kind, x.reason, x.note,"
	            " x.from_at FROM caseload k JOIN access x ON x.person = k.person"
	            " WHERE k.worker = :worker AND x.account <> :worker"
	            "   AND x.kind IN ('reason', 'anyway') AND x.from_at > :from"
	            " ORDER BY x.id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":worker", worker.n);
	stmt_bind_int(q, ":from", from);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct access *x = ARENA_PUSH(a, &list);

		*x = access_blank;
		x->id = stmt_int(q, "id");
		x->person.n = stmt_int(q, "person");
		x->account.n = stmt_int(q, "account");
		x->kind = (enum access_kind)stmt_word(q, "kind", &access_kinds);
		x->reason = (enum access_reason)stmt_word(q, "reason", &access_reasons);
		x->note = stmt_text(q, "note", a);
		x->from_at = stmt_int(q, "from_at");
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

/* ---- in numbers ---- */

enum status since_count(struct store *st, struct account_id worker, day from, day to,
                        struct since_counts *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT"
	            " (SELECT count(*) FROM caseload k JOIN contact c ON c.person = k.person"
	            "   WHERE k.worker = :worker AND c.by_account <> :worker"
	            "     AND c.on_day BETWEEN :from AND :to) AS contacts,"
	            " (SELECT count(*) FROM caseload k WHERE k.worker = :worker AND k.open = 1"
	            "     AND k.received_on BETWEEN :from AND :to) AS new,"
	            " (SELECT count(*) FROM caseload k JOIN safety_note n ON n.person = k.person"
	            "   WHERE k.worker = :worker AND n.raised_by <> :worker"
	            "     AND n.raised_on BETWEEN :from AND :to) AS safety"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":worker", worker.n);
	stmt_bind_day(q, ":from", from);
	stmt_bind_day(q, ":to", to);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = (struct since_counts){ (int)stmt_int(q, "contacts"), (int)stmt_int(q, "new"),
			                      (int)stmt_int(q, "safety") };
	stmt_release(q);
	return rc;
}

/* ---- what was begun ---- */

static enum status borrow_drafts(struct store *st, bool anybodys, sqlite3_stmt **q)
{
	return anybodys ? stmt_borrow(st, q,
	                              SQL("SELECT id, account, form, about, person, title, body,"
	                                  " kept_at FROM draft WHERE account <> :reader"
	                                  " ORDER BY kept_at, id"))
	                : stmt_borrow(st, q,
	                              SQL("SELECT id, account, form, about, person, title, body,"
	                                  " kept_at FROM draft WHERE account <> :reader"
	                                  "  AND EXISTS (SELECT 1 FROM caseload k WHERE"
	                                  "   k.person = draft.person AND k.worker = :worker)"
	                                  " ORDER BY kept_at, id"));
}

enum status since_drafts(struct store *st, struct account_id reader, struct account_id worker,
                         struct arena *a, struct since_drafts *ret)
{
	struct since_drafts list = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = borrow_drafts(st, worker.n == 0, &q);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":reader", reader.n);
	if (worker.n != 0)
		stmt_bind_int(q, ":worker", worker.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		*ARENA_PUSH(a, &list) = (struct since_draft){
			.author.n = stmt_int(q, "account"),
			.draft = { .id = stmt_int(q, "id"),
			           .form = stmt_text(q, "form", a),
			           .about = stmt_text(q, "about", a),
			           .person.n = stmt_int(q, "person"),
			           .title = stmt_text(q, "title", a),
			           .body = stmt_text(q, "body", a),
			           .kept_at = stmt_int(q, "kept_at") },
		};
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status since_was_read(struct store *st, struct account_id who, struct event_id after,
                           const char *what, bool *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT 1 AS one FROM event WHERE account = :who"
	                                 "  AND id > :after AND kind = 'look' AND what = :what"
	                                 " LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":after", after.n);
	stmt_bind_str(q, ":what", str_of(what));
	rc = stmt_step(st, q, ret);
	stmt_release(q);
	return rc;
}

enum status since_read_as(struct store *st, struct account_id who, unsigned roles, const char *what,
                          int64_t before, int64_t *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT at FROM event WHERE account = :who"
	                                 "  AND kind = 'look' AND what = :what"
	                                 "  AND roles & :roles AND at < :before"
	                                 " ORDER BY id DESC LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":roles", (int64_t)roles);
	stmt_bind_str(q, ":what", str_of(what));
	stmt_bind_int(q, ":before", before);
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = row ? stmt_int(q, "at") : 0;
	stmt_release(q);
	return rc;
}
