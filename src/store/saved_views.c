#include "store/saved_views.h"

#include "row.h"

#define ROW                   struct saved_view
#define SAVED_VIEW_COLUMNS(X) X(account, AS_ID) X(name, AS_TEXT) X(body, AS_TEXT)
#define SELECT_SAVED_VIEW     SELECT_WITH_ID("saved_view", SAVED_VIEW_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(SAVED_VIEW_COLUMNS) };
static const struct kept views = KEPT("saved_view", columns, SAVED_VIEW_COLUMNS);

enum status saved_view_add(struct change *c, const struct saved_view *x, struct saved_view_id *ret)
{
	return row_add(c, &views, x, &ret->n);
}

enum status saved_view_get(struct store *st, struct saved_view_id id, struct arena *a,
                           struct saved_view *ret)
{
	return row_get(st, &views, id.n, a, ret);
}

enum status saved_view_update(struct change *c, const struct saved_view *x)
{
	return row_update(c, &views, x);
}

enum status saved_view_delete(struct change *c, struct saved_view_id id)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, SQL("DELETE FROM saved_view WHERE id = :id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	return stmt_run(c->st, q);
}

enum status saved_views_for(struct store *st, struct account_id who, struct arena *a,
                            struct saved_view_list *ret)
{
	struct row_query by = { SQL(SELECT_SAVED_VIEW "WHERE account = :account OR account IS NULL"
		                                      " ORDER BY account IS NULL, name, id"),
		                ":account", who.n };

	return rows_of(st, &views, by, a, ret);
}
