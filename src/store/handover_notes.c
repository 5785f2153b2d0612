#include "store/handover_notes.h"

#include "row.h"

#define ROW struct handover_note
// clang-format off
#define NOTE_COLUMNS(X) \
	X(person, AS_ID) X(reader, AS_WORD(note_readers)) X(for_account, AS_ID) \
	X(words, AS_TEXT) X(left_by, AS_ID) X(left_at, AS_INSTANT) X(closed, AS_FLAG)
// clang-format on
#define SELECT_NOTE SELECT_WITH_ID("handover_note", NOTE_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(NOTE_COLUMNS) };
static const struct kept notes = KEPT("handover_note", columns, NOTE_COLUMNS);

enum status handover_note_add(struct change *c, const struct handover_note *x, int64_t *ret)
{
	return row_add(c, &notes, x, ret);
}

enum status handover_note_get(struct store *st, int64_t id, struct arena *a,
                              struct handover_note *ret)
{
	return row_get(st, &notes, id, a, ret);
}

enum status handover_note_update(struct change *c, const struct handover_note *x)
{
	return row_update(c, &notes, x);
}

enum status handover_notes_open(struct store *st, struct account_id who, struct arena *a,
                                struct handover_note_list *ret)
{
	struct row_query by = { SQL(SELECT_NOTE
		                    "WHERE closed = 0 AND NOT EXISTS (SELECT 1 FROM handover_read r"
		                    "  WHERE r.note = handover_note.id AND r.account = :who)"
		                    " ORDER BY left_at, id"),
		                ":who", who.n };

	return rows_of(st, &notes, by, a, ret);
}

enum status handover_notes_left_by(struct store *st, struct account_id who, int limit,
                                   struct arena *a, struct handover_note_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL(SELECT_NOTE "WHERE left_by = :who ORDER BY id DESC"
	                                             " LIMIT :limit"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":limit", limit);
	return rows_read(st, q, &notes, a, ret);
}

enum status handover_read_put(struct change *c, int64_t note, struct account_id who)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO handover_read (note, account, read_at)"
	                                 " VALUES (:note, :who, :at) ON CONFLICT DO NOTHING"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":note", note);
	stmt_bind_int(q, ":who", who.n);
	stmt_bind_int(q, ":at", c->at);
	return stmt_run(c->st, q);
}

enum status handover_readers(struct store *st, int64_t note, struct handover_readers *ret)
{
	struct handover_readers r = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT account, read_at FROM handover_read"
	                                 " WHERE note = :note ORDER BY read_at, account"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":note", note);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		if (r.n++ == 0) {
			r.first.n = stmt_int(q, "account");
			r.read_at = stmt_int(q, "read_at");
		}
	stmt_release(q);
	if (rc == OK)
		*ret = r;
	return rc;
}
