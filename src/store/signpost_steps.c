#include "store/signpost_steps.h"

#include "row.h"

#define ROW struct signpost_step
// clang-format off
#define STEP_COLUMNS(X) \
	X(person, AS_ID) X(signpost, AS_ID) X(status, AS_WORD(signpost_statuses)) \
	X(on_day, AS_DAY) X(at_minute, AS_NUMBER) X(asked, AS_WORD(step_asks)) \
	X(answered, AS_ASKED) X(reason, AS_TEXT) X(words, AS_TEXT) X(by_account, AS_ID)
// clang-format on
#define SELECT_STEP SELECT_WITH_ID("signpost_step", STEP_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(STEP_COLUMNS) };
static const struct kept steps = KEPT("signpost_step", columns, STEP_COLUMNS);

enum status signpost_step_add(struct change *c, const struct signpost_step *x,
                              struct signpost_step_id *ret)
{
	return row_add(c, &steps, x, &ret->n);
}

enum status signpost_step_update(struct change *c, const struct signpost_step *x)
{
	return row_update(c, &steps, x);
}

enum status signpost_steps_of(struct store *st, struct signpost_id signpost, struct arena *a,
                              struct signpost_step_list *ret)
{
	struct row_query by = { SQL(SELECT_STEP "WHERE signpost = :signpost"
		                                " ORDER BY on_day DESC, id DESC"),
		                ":signpost", signpost.n };

	return rows_of(st, &steps, by, a, ret);
}

enum status signpost_steps_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct signpost_step_list *ret)
{
	struct row_query by = { SQL(SELECT_STEP
		                    "WHERE person = :person ORDER BY on_day DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &steps, by, a, ret);
}
