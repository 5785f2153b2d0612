#include "store/goals.h"

#include "row.h"

#define ROW struct goal
// clang-format off
#define GOAL_COLUMNS(X) \
	X(person, AS_ID) X(plan, AS_ID) X(words, AS_TEXT) X(by_day, AS_DAY) \
	X(status, AS_WORD(goal_statuses)) X(status_on, AS_DAY) X(supported, AS_WORD(supports))
// clang-format on
#define SELECT_GOAL SELECT_WITH_ID("goal", GOAL_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(GOAL_COLUMNS) };
static const struct kept goals = KEPT("goal", columns, GOAL_COLUMNS);

enum status goal_add(struct change *c, const struct goal *x, struct goal_id *ret)
{
	return row_add(c, &goals, x, &ret->n);
}

enum status goal_get(struct store *st, struct goal_id id, struct arena *a, struct goal *ret)
{
	return row_get(st, &goals, id.n, a, ret);
}

enum status goal_update(struct change *c, const struct goal *x)
{
	return row_update(c, &goals, x);
}

enum status goals_of_person(struct store *st, struct person_id p, struct arena *a,
                            struct goal_list *ret)
{
	struct row_query by = { SQL(SELECT_GOAL "WHERE person = :person ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &goals, by, a, ret);
}

enum status goals_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                          struct goal_list *ret)
{
	struct row_query by = { SQL(SELECT_GOAL "WHERE plan = :plan ORDER BY id"), ":plan",
		                plan.n };

	return rows_of(st, &goals, by, a, ret);
}
