#include "store/draft.h"

#include "handle.h"
#include "stmt.h"

#include "base/words.h"
#include "store/change.h"

/* Runs a borrowed statement within what is open, or in a jot of its own. */
static enum status run(struct store *st, sqlite3_stmt *q)
{
	struct jot jot;
	enum status rc;

	if (st->leave != LEAVE_NONE)
		return stmt_run(st, q);
	rc = jot_begin(&jot, st);
	if (rc == OK)
		rc = stmt_run(st, q);
	else
		stmt_release(q);
	return jot_end(&jot, rc);
}

enum status draft_keep(struct store *st, struct account_id who, const struct draft *d)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("INSERT INTO draft (account, form, about, person, title, body, kept_at)"
	            " VALUES (:account, :form, :about, :person, :title, :body, :kept_at)"
	            " ON CONFLICT (account, form, about) DO UPDATE SET person = excluded.person,"
	            "  title = excluded.title, body = excluded.body, kept_at = excluded.kept_at"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", who.n);
	stmt_bind_str(q, ":form", str_of(d->form));
	stmt_bind_str(q, ":about", str_of(d->about));
	stmt_bind_id(q, ":person", d->person.n);
	stmt_bind_str(q, ":title", str_of(d->title));
	stmt_bind_str(q, ":body", str_of(d->body));
	stmt_bind_int(q, ":kept_at", d->kept_at);
	return run(st, q);
}

static struct draft draft_read(sqlite3_stmt *q, struct arena *a)
{
	return (struct draft){
		.id = stmt_int(q, "id"),
		.form = stmt_text(q, "form", a),
		.about = stmt_text(q, "about", a),
		.person.n = stmt_int(q, "person"),
		.title = stmt_text(q, "title", a),
		.body = stmt_text(q, "body", a),
		.kept_at = stmt_int(q, "kept_at"),
	};
}

enum status draft_list(struct store *st, struct account_id who, struct arena *a,
                       struct draft_list *ret)
{
	struct draft_list list = { 0 };
	sqlite3_stmt *q;
	bool row = true;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT id, form, about, person, title, body, kept_at"
	                                 "  FROM draft WHERE account = :account"
	                                 " ORDER BY kept_at DESC, id DESC"));

	if (rc == OK)
		stmt_bind_int(q, ":account", who.n);
	while (rc == OK) {
		rc = stmt_step(st, q, &row);
		if (rc != OK || !row)
			break;
		*ARENA_PUSH(a, &list) = draft_read(q, a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status draft_get(struct store *st, struct account_id who, const char *form, const char *about,
                      struct arena *a, struct draft *ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT id, form, about, person, title, body, kept_at FROM draft"
	                        " WHERE account = :account AND form = :form AND about = :about"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", who.n);
	stmt_bind_str(q, ":form", str_of(form));
	stmt_bind_str(q, ":about", str_of(about));
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = draft_read(q, a);
	stmt_release(q);
	if (rc == OK && !row)
		rc = store_fail(st, E_NOT_FOUND, _("There is no such draft."));
	return rc;
}

enum status draft_drop(struct store *st, struct account_id who, const char *form, const char *about)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("DELETE FROM draft WHERE account = :account"
	                                 " AND form = :form AND about = :about"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", who.n);
	stmt_bind_str(q, ":form", str_of(form));
	stmt_bind_str(q, ":about", str_of(about));
	return run(st, q);
}
