#include "store/derive.h"

#include "caseload_sql.h"
#include "keys.h"
#include "names.h"

#include "store/people.h"
#include "store/services.h"

#define PAGE 500 /* people at a time, for their memory's sake */

/* ---- find keys and name tokens ---- */

static enum status keys_write(struct store *st, const char *sql, struct person_id p,
                              const struct key_list *keys)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < keys->n; i++) {
		sqlite3_stmt *q;

		rc = stmt_borrow(st, &q, sql);
		if (rc != OK)
			return rc;
		stmt_bind_text(q, ":key", keys->at[i]);
		stmt_bind_int(q, ":person", p.n);
		rc = stmt_run(st, q);
	}
	return rc;
}

static enum status tokens_write(struct store *st, const char *sql, const struct key_list *tokens)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < tokens->n; i++) {
		sqlite3_stmt *q;

		rc = stmt_borrow(st, &q, sql);
		if (rc != OK)
			return rc;
		stmt_bind_text(q, ":token", tokens->at[i]);
		rc = stmt_run(st, q);
	}
	return rc;
}

static enum status tokens_change(struct store *st, const struct key_list *old,
                                 const struct key_list *new, struct arena *a)
{
	struct key_list was = keys_tokens(old, a), is = keys_tokens(new, a);
	struct key_list gone = keys_without(&was, &is, a), come = keys_without(&is, &was, a);
	enum status rc;

	if (gone.n > 0 || come.n > 0)
		names_forget(st);
	rc = tokens_write(st, SQL("UPDATE name_token SET people = people - 1 WHERE token = :token"),
	                  &gone);
	if (rc == OK)
		rc = tokens_write(st,
		                  SQL("DELETE FROM name_token WHERE token = :token AND people < 1"),
		                  &gone);
	if (rc == OK)
		rc = tokens_write(st,
		                  SQL("INSERT INTO name_token (token, people) VALUES (:token, 1)"
		                      " ON CONFLICT (token) DO UPDATE SET people = people + 1"),
		                  &come);
	return rc;
}

static enum status parts_change(struct store *st, struct person_id p, const struct key_list *old,
                                const struct key_list *new, struct arena *a)
{
	struct key_list was = keys_parts(old, a), is = keys_parts(new, a);
	struct key_list gone = keys_without(&was, &is, a), come = keys_without(&is, &was, a);
	enum status rc = keys_write(
		st, SQL("DELETE FROM number_part WHERE part = :key AND person = :person"), p,
		&gone);

	if (rc != OK)
		return rc;
	return keys_write(st, SQL("INSERT INTO number_part (part, person) VALUES (:key, :person)"),
	                  p, &come);
}

static enum status keys_change(struct store *st, struct person_id p, const struct key_list *new,
                               struct arena *a)
{
	struct key_list old, gone, come;
	enum status rc = keys_stored(st, p, a, &old);

	if (rc != OK)
		return rc;
	gone = keys_without(&old, new, a);
	come = keys_without(new, &old, a);
	if (gone.n == 0 && come.n == 0)
		return OK;
	rc = keys_write(st, SQL("DELETE FROM find_key WHERE key = :key AND person = :person"), p,
	                &gone);
	if (rc == OK)
		rc = keys_write(st,
		                SQL("INSERT INTO find_key (key, person) VALUES (:key, :person)"), p,
		                &come);
	if (rc == OK)
		rc = parts_change(st, p, &old, new, a);
	return rc == OK ? tokens_change(st, &old, new, a) : rc;
}

/* ---- caseload ---- */

/* Also what stands under somebody else whom they were one record with. */
static enum status caseload_clear(struct store *st, struct person_id p)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("DELETE FROM caseload WHERE person = :person OR referral IN"
	                        " (SELECT id FROM referral WHERE person = :person)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	return stmt_run(st, q);
}

static enum status caseload_write(struct store *st, const struct person *p, struct arena *a)
{
	sqlite3_stmt *q = NULL;
	enum status rc = caseload_clear(st, p->id);

	if (rc == OK)
		rc = stmt_borrow(st, &q,
		                 SQL("INSERT INTO caseload (" CASELOAD_COLUMNS ") " CASELOAD_ROWS));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p->id.n);
	stmt_bind_str(q, ":sort_name", str_of(sort_name(p, a)));
	return stmt_run(st, q);
}

/* ---- people, and everything ---- */

static enum status derive_one(struct change *c, const struct person *p, struct arena *a)
{
	struct key_list keys = { 0 };
	/* Whoever was merged is found under the other, who has their keys as well. */
	enum status rc = p->merged_into.n == 0 ? keys_wanted(c->st, p, a, &keys) : OK;

	if (rc == OK)
		rc = keys_change(c->st, p->id, &keys, a);
	if (rc == OK)
		rc = caseload_write(c->st, p, a);
	return rc;
}

static enum status derive_nobody(struct change *c, struct person_id id, struct arena *a)
{
	const struct key_list none = { 0 };
	enum status rc = keys_change(c->st, id, &none, a);

	return rc == OK ? caseload_clear(c->st, id) : rc;
}

enum status derive_person(struct change *c, struct person_id id)
{
	struct arena a = { 0 };
	struct person p;
	enum status rc = person_get(c->st, id, &a, &p);

	if (rc == OK)
		rc = derive_one(c, &p, &a);
	else if (rc == E_NOT_FOUND)
		rc = derive_nobody(c, id, &a);
	arena_reset(&a);
	return rc;
}

enum status derive_caseload(struct change *c, struct person_id id)
{
	struct arena a = { 0 };
	struct person p;
	enum status rc = person_get(c->st, id, &a, &p);

	if (rc == OK)
		rc = caseload_write(c->st, &p, &a);
	else if (rc == E_NOT_FOUND)
		rc = caseload_clear(c->st, id);
	arena_reset(&a);
	return rc;
}

enum status derive_worker(struct change *c, struct referral_id id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		c->st, &q,
		SQL("UPDATE caseload SET worker = (SELECT worker FROM referral WHERE id = :id)"
	            " WHERE referral = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	return stmt_run(c->st, q);
}

static enum status clear(struct store *st, const char *sql)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	return rc == OK ? stmt_run(st, q) : rc;
}

static enum status derive_people(struct change *c)
{
	struct arena a = { 0 };
	struct person_id after = { 0 };
	struct person_list page = { 0 };
	enum status rc;

	do {
		arena_reset(&a);
		rc = people_after(c->st, after, PAGE, &a, &page);
		for (size_t i = 0; rc == OK && i < page.n; i++) {
			after = page.at[i].id;
			rc = derive_one(c, &page.at[i], &a);
		}
	} while (rc == OK && page.n == PAGE);
	arena_reset(&a);
	return rc;
}

static enum status derive_services(struct change *c)
{
	struct arena a = { 0 };
	struct service_id after = { 0 };
	struct service_id_list page = { 0 };
	enum status rc;

	do {
		arena_reset(&a);
		rc = service_ids_after(c->st, after, PAGE, &a, &page);
		for (size_t i = 0; rc == OK && i < page.n; i++) {
			after = page.at[i];
			rc = derive_service(c, after);
		}
	} while (rc == OK && page.n == PAGE);
	arena_reset(&a);
	return rc;
}

enum status derive_all(struct change *c)
{
	enum status rc = clear(c->st, SQL("DELETE FROM find_key"));

	names_forget(c->st);
	if (rc == OK)
		rc = clear(c->st, SQL("DELETE FROM number_part"));
	if (rc == OK)
		rc = clear(c->st, SQL("DELETE FROM name_token"));
	if (rc == OK)
		rc = clear(c->st, SQL("DELETE FROM caseload"));
	if (rc == OK)
		rc = derive_people(c);
	return rc == OK ? derive_services(c) : rc;
}
