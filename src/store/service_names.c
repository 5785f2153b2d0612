#include "store/service_search.h"

#include "stmt.h"

enum status service_by_name(struct store *st, const char *name, const char *postcode,
                            struct service_id *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT id FROM service WHERE name = :name"
	                                 " AND coalesce(postcode, '') = :postcode"
	                                 " ORDER BY id LIMIT 1"));
	bool row;

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	stmt_bind_str(q, ":postcode", str_of(postcode));
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		ret->n = stmt_int(q, "id");
	else if (rc == OK)
		rc = E_NOT_FOUND;
	stmt_release(q);
	return rc;
}

enum status service_names_all(struct store *st, struct arena *a, struct service_names *ret)
{
	struct service_names list = { 0 };
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q, SQL("SELECT id, name, postcode FROM service ORDER BY id"));
	bool row;

	if (rc != OK)
		return rc;
	while ((rc = stmt_step(st, q, &row)) == OK && row) {
		struct service_name *x = ARENA_PUSH(a, &list);

		x->id.n = stmt_int(q, "id");
		x->name = stmt_text(q, "name", a);
		x->postcode = stmt_text(q, "postcode", a);
	}
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
