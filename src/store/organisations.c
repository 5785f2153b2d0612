#include "store/organisations.h"

#include "row.h"

#include "base/text.h"

#define ROW struct organisation
// clang-format off
#define ORGANISATION_COLUMNS(X) \
	X(external_id, AS_TEXT) X(name, AS_TEXT) X(other_name, AS_TEXT) X(description, AS_TEXT) \
	X(phone, AS_TEXT) X(email, AS_TEXT) X(url, AS_TEXT) X(legal_status, AS_TEXT) \
	X(charity_number, AS_TEXT) X(company_number, AS_TEXT)
// clang-format on
#define SELECT_ORGANISATION SELECT_WITH_ID("organisation", ORGANISATION_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(ORGANISATION_COLUMNS) };
static const struct kept organisations = KEPT("organisation", columns, ORGANISATION_COLUMNS);

enum status organisation_add(struct change *c, const struct organisation *x,
                             struct organisation_id *ret)
{
	return row_add(c, &organisations, x, &ret->n);
}

enum status organisation_get(struct store *st, struct organisation_id id, struct arena *a,
                             struct organisation *ret)
{
	return row_get(st, &organisations, id.n, a, ret);
}

enum status organisation_update(struct change *c, const struct organisation *x)
{
	return row_update(c, &organisations, x);
}

static enum status by_text(struct store *st, const char *sql, const char *text, struct arena *a,
                           struct organisation *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":text", text);
	return row_first(st, q, &organisations, a, ret);
}

enum status organisation_by_external_id(struct store *st, const char *external_id, struct arena *a,
                                        struct organisation *ret)
{
	return by_text(st, SQL(SELECT_ORGANISATION "WHERE external_id = :text"), external_id, a,
	               ret);
}

enum status organisation_by_name(struct store *st, const char *name, struct arena *a,
                                 struct organisation *ret)
{
	return by_text(
		st,
		SQL(SELECT_ORGANISATION "WHERE name = :text COLLATE NOCASE ORDER BY id LIMIT 1"),
		name, a, ret);
}

enum status organisation_named(struct change *c, const char *name, struct organisation_id *ret)
{
	struct arena a = { 0 };
	struct organisation x = organisation_blank;
	enum status rc = OK;

	if (!text_empty(name))
		rc = organisation_by_name(c->st, name, &a, &x);
	if (rc == E_NOT_FOUND) {
		x.name = name;
		rc = organisation_add(c, &x, &x.id);
	}
	if (rc == OK)
		*ret = x.id;
	arena_reset(&a);
	return rc;
}

enum status organisation_name(struct store *st, struct organisation_id id, struct arena *a,
                              const char **ret)
{
	struct organisation x = { .name = "" };
	enum status rc = id.n == 0 ? OK : organisation_get(st, id, a, &x);

	if (rc == OK)
		*ret = x.name;
	return rc;
}

enum status organisations_all(struct store *st, struct arena *a, struct organisation_list *ret)
{
	return rows_all(st, &organisations,
	                SQL(SELECT_ORGANISATION "ORDER BY name COLLATE NOCASE, id"), a, ret);
}

enum status organisation_services(struct store *st, struct organisation_id id, struct arena *a,
                                  struct service_id_list *ret)
{
	struct service_id_list list = { 0 };
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q, SQL("SELECT id FROM service WHERE provider = :id ORDER BY id"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		ARENA_PUSH(a, &list)->n = stmt_int(q, "id");
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
