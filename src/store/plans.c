#include "store/plans.h"

#include "row.h"

#define ROW struct plan
// clang-format off
#define PLAN_COLUMNS(X) \
	X(person, AS_ID) X(assessment, AS_ID) X(version, AS_NUMBER) \
	X(status, AS_WORD(plan_statuses)) X(made_on, AS_DAY) X(agreed_on, AS_DAY) \
	X(agreed_how, AS_TEXT) X(agreed_by, AS_WORD(agreed_bys)) \
	X(agreed_with, AS_TEXT) X(strengths, AS_TEXT) X(review_by, AS_TEXT) X(review_on, AS_DAY) X(if_worse, AS_TEXT) \
	X(given_on, AS_DAY) X(by_account, AS_ID)
// clang-format on
#define SELECT_PLAN SELECT_WITH_ID("plan", PLAN_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(PLAN_COLUMNS) };
static const struct kept plans = KEPT("plan", columns, PLAN_COLUMNS);

enum status plan_add(struct change *c, const struct plan *x, struct plan_id *ret)
{
	return row_add(c, &plans, x, &ret->n);
}

enum status plan_get(struct store *st, struct plan_id id, struct arena *a, struct plan *ret)
{
	return row_get(st, &plans, id.n, a, ret);
}

enum status plan_update(struct change *c, const struct plan *x)
{
	return row_update(c, &plans, x);
}

enum status plans_of_person(struct store *st, struct person_id p, struct arena *a,
                            struct plan_list *ret)
{
	struct row_query by = { SQL(SELECT_PLAN
		                    "WHERE person = :person ORDER BY made_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &plans, by, a, ret);
}

enum status plan_latest(struct store *st, struct person_id p, struct arena *a, struct plan *ret)
{
	struct row_query by = { SQL(SELECT_PLAN "WHERE person = :person ORDER BY id DESC LIMIT 1"),
		                ":person", p.n };

	return row_of(st, &plans, by, a, ret);
}
