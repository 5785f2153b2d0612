#include "store/plans.h"

#include "row.h"

#define ROW struct plan
// clang-format off
#define PLAN_COLUMNS(X) \
	X(person, AS_ID) X(assessment, AS_ID) X(version, AS_NUMBER) \
	X(status, AS_WORD(plan_statuses)) X(made_on, AS_DAY) X(agreed_on, AS_DAY) \
	X(agreed_how, AS_TEXT) X(agreed_by, AS_WORD(agreed_bys)) \
	X(agreed_with, AS_TEXT) X(agreed_power, AS_WORD(powers)) \
	X(agreed_way, AS_WORD(agreed_ways)) X(strengths, AS_TEXT) X(review_by, AS_TEXT) \
	X(review_on, AS_DAY) X(given_on, AS_DAY) X(by_account, AS_ID)
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
	struct row_query by = { SQL(SELECT_PLAN "WHERE person = :person ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &plans, by, a, ret);
}

enum status plan_latest(struct store *st, struct person_id p, struct arena *a, struct plan *ret)
{
	struct row_query by = { SQL(SELECT_PLAN "WHERE person = :person ORDER BY id DESC LIMIT 1"),
		                ":person", p.n };

	return row_of(st, &plans, by, a, ret);
}

#undef ROW
#define ROW struct plan_review
// clang-format off
#define REVIEW_COLUMNS(X) \
	X(person, AS_ID) X(plan, AS_ID) X(on_day, AS_DAY) X(words, AS_TEXT) X(next_on, AS_DAY) \
	X(by_account, AS_ID)
// clang-format on
#define SELECT_REVIEW SELECT_WITH_ID("plan_review", REVIEW_COLUMNS)

static const struct column review_columns[] = { COLUMNS_WITH_ID(REVIEW_COLUMNS) };
static const struct kept reviews = KEPT("plan_review", review_columns, REVIEW_COLUMNS);

enum status plan_review_add(struct change *c, const struct plan_review *x,
                            struct plan_review_id *ret)
{
	return row_add(c, &reviews, x, &ret->n);
}

enum status plan_review_get(struct store *st, struct plan_review_id id, struct arena *a,
                            struct plan_review *ret)
{
	return row_get(st, &reviews, id.n, a, ret);
}

enum status plan_review_update(struct change *c, const struct plan_review *x)
{
	return row_update(c, &reviews, x);
}

enum status plan_reviews_of_person(struct store *st, struct person_id p, struct arena *a,
                                   struct plan_review_list *ret)
{
	struct row_query by = { SQL(SELECT_REVIEW
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &reviews, by, a, ret);
}
