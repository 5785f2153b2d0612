#include "store/contingencies.h"

#include "row.h"

#define ROW struct contingency
// clang-format off
#define CONTINGENCY_COLUMNS(X) \
	X(person, AS_ID) X(plan, AS_ID) X(name, AS_TEXT) X(signs, AS_TEXT) X(what, AS_TEXT) \
	X(who, AS_TEXT) X(ready, AS_TEXT) X(review_on, AS_DAY) X(on_paper, AS_FLAG)
// clang-format on
#define SELECT_CONTINGENCY SELECT_WITH_ID("contingency", CONTINGENCY_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(CONTINGENCY_COLUMNS) };
static const struct kept contingencies = KEPT("contingency", columns, CONTINGENCY_COLUMNS);

enum status contingency_add(struct change *c, const struct contingency *x,
                            struct contingency_id *ret)
{
	return row_add(c, &contingencies, x, &ret->n);
}

enum status contingency_get(struct store *st, struct contingency_id id, struct arena *a,
                            struct contingency *ret)
{
	return row_get(st, &contingencies, id.n, a, ret);
}

enum status contingency_update(struct change *c, const struct contingency *x)
{
	return row_update(c, &contingencies, x);
}

enum status contingency_remove(struct change *c, const struct contingency *x)
{
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("DELETE FROM contingency WHERE id = :id AND ver = :ver"
	                                 " RETURNING id"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", x->id.n);
	stmt_bind_int(q, ":ver", x->ver);
	rc = stmt_step(c->st, q, &row);
	stmt_release(q);
	return rc == OK && !row ? row_conflict(c->st, &contingencies) : rc;
}

enum status contingencies_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                                  struct contingency_list *ret)
{
	struct row_query by = { SQL(SELECT_CONTINGENCY "WHERE plan = :plan ORDER BY id"), ":plan",
		                plan.n };

	return rows_of(st, &contingencies, by, a, ret);
}
