#include "store/happenings.h"

#include "row.h"

#define ROW struct happening
// clang-format off
#define HAPPENING_COLUMNS(X) \
	X(person, AS_ID) X(kind, AS_WORD(happening_kinds)) X(on_day, AS_DAY) \
	X(about, AS_TEXT) X(told_by, AS_TEXT) X(sure, AS_WORD(surenesses)) \
	X(note, AS_TEXT) X(recorded_on, AS_DAY) X(by_account, AS_ID)
// clang-format on
#define SELECT_HAPPENING SELECT_WITH_ID("happening", HAPPENING_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(HAPPENING_COLUMNS) };
static const struct kept happenings = KEPT("happening", columns, HAPPENING_COLUMNS);

enum status happening_add(struct change *c, const struct happening *x, struct happening_id *ret)
{
	return row_add(c, &happenings, x, &ret->n);
}

enum status happening_get(struct store *st, struct happening_id id, struct arena *a,
                          struct happening *ret)
{
	return row_get(st, &happenings, id.n, a, ret);
}

enum status happening_update(struct change *c, const struct happening *x)
{
	return row_update(c, &happenings, x);
}

enum status happenings_of_person(struct store *st, struct person_id p, struct arena *a,
                                 struct happening_list *ret)
{
	struct row_query by = { SQL(SELECT_HAPPENING
		                    "WHERE person = :person ORDER BY recorded_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &happenings, by, a, ret);
}
