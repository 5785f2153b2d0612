#include "store/snippets.h"

#include "row.h"

#define ROW                struct snippet
#define SNIPPET_COLUMNS(X) X(account, AS_ID) X(name, AS_TEXT) X(words, AS_TEXT)
#define SELECT_SNIPPET     SELECT_WITH_ID("snippet", SNIPPET_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(SNIPPET_COLUMNS) };
static const struct kept snippets = KEPT("snippet", columns, SNIPPET_COLUMNS);

enum status snippet_add(struct change *c, const struct snippet *x, struct snippet_id *ret)
{
	return row_add(c, &snippets, x, &ret->n);
}

enum status snippet_get(struct store *st, struct snippet_id id, struct arena *a,
                        struct snippet *ret)
{
	enum status rc = row_get(st, &snippets, id.n, a, ret);

	if (rc == OK)
		ret->outcome = "";
	return rc;
}

enum status snippet_update(struct change *c, const struct snippet *x)
{
	return row_update(c, &snippets, x);
}

enum status snippet_remove(struct change *c, struct snippet_id id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, SQL("DELETE FROM snippet WHERE id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	rc = stmt_run(c->st, q);
	stmt_release(q);
	return rc;
}

enum status snippets_of(struct store *st, struct account_id account, struct arena *a,
                        struct snippet_list *ret)
{
	struct row_query own = { SQL(SELECT_SNIPPET "WHERE account = :account ORDER BY name, id"),
		                 ":account", account.n };
	struct row_query shared = {
		SQL(SELECT_SNIPPET
		    "WHERE account IS NULL AND coalesce(:account, 0) = 0 ORDER BY name, id"),
		":account", 0
	};
	struct snippet_list list;
	enum status rc = rows_of(st, &snippets, account.n != 0 ? own : shared, a, &list);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < list.n; i++)
		list.at[i].outcome = "";
	*ret = list;
	return OK;
}
