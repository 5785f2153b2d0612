#include "store/unmet_needs.h"

#include "row.h"

#define ROW struct unmet_need
// clang-format off
#define UNMET_NEED_COLUMNS(X) \
	X(person, AS_ID) X(concern, AS_TEXT) X(level, AS_WORD(need_levels)) \
	X(council, AS_TEXT) X(reason, AS_WORD(unmet_reasons)) X(note, AS_TEXT) \
	X(signpost, AS_ID) X(noted_on, AS_DAY) X(met_on, AS_DAY) X(met_how, AS_TEXT) \
	X(by_account, AS_ID)
// clang-format on
#define SELECT_UNMET_NEED SELECT_WITH_ID("unmet_need", UNMET_NEED_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(UNMET_NEED_COLUMNS) };
static const struct kept unmet_needs = KEPT("unmet_need", columns, UNMET_NEED_COLUMNS);

enum status unmet_need_add(struct change *c, const struct unmet_need *x, struct unmet_need_id *ret)
{
	return row_add(c, &unmet_needs, x, &ret->n);
}

enum status unmet_need_get(struct store *st, struct unmet_need_id id, struct arena *a,
                           struct unmet_need *ret)
{
	return row_get(st, &unmet_needs, id.n, a, ret);
}

enum status unmet_need_update(struct change *c, const struct unmet_need *x)
{
	return row_update(c, &unmet_needs, x);
}

enum status unmet_needs_of_person(struct store *st, struct person_id p, struct arena *a,
                                  struct unmet_need_list *ret)
{
	struct row_query by = { SQL(SELECT_UNMET_NEED
		                    "WHERE person = :person ORDER BY noted_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &unmet_needs, by, a, ret);
}
