#include "store/actions.h"

#include "row.h"

#define ROW struct action
// clang-format off
#define ACTION_COLUMNS(X) \
	X(person, AS_ID) X(plan, AS_ID) X(concern, AS_TEXT) X(goal, AS_ID) \
	X(kind, AS_WORD(action_kinds)) X(what, AS_TEXT) X(owner, AS_WORD(action_owners)) \
	X(worker, AS_ID) X(who, AS_TEXT) X(due_on, AS_DAY) X(review_on, AS_DAY) \
	X(status, AS_WORD(action_statuses)) X(status_on, AS_DAY) X(confidence, AS_NUMBER) X(outcome, AS_TEXT) X(supported, AS_WORD(supports)) \
	X(signpost, AS_ID) X(on_paper, AS_FLAG) X(made_on, AS_DAY)
// clang-format on
#define SELECT_ACTION SELECT_WITH_ID("action", ACTION_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(ACTION_COLUMNS) };
static const struct kept actions = KEPT("action", columns, ACTION_COLUMNS);

enum status action_add(struct change *c, const struct action *x, struct action_id *ret)
{
	return row_add(c, &actions, x, &ret->n);
}

enum status action_get(struct store *st, struct action_id id, struct arena *a, struct action *ret)
{
	return row_get(st, &actions, id.n, a, ret);
}

enum status action_update(struct change *c, const struct action *x)
{
	return row_update(c, &actions, x);
}

enum status actions_of_person(struct store *st, struct person_id p, struct arena *a,
                              struct action_list *ret)
{
	struct row_query by = { SQL(SELECT_ACTION
		                    "WHERE person = :person ORDER BY made_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &actions, by, a, ret);
}

enum status actions_of_plan(struct store *st, struct plan_id plan, struct arena *a,
                            struct action_list *ret)
{
	struct row_query by = { SQL(SELECT_ACTION "WHERE plan = :plan ORDER BY id"), ":plan",
		                plan.n };

	return rows_of(st, &actions, by, a, ret);
}
