#include "store/moved.h"

#include "row.h"

#define ROW struct moved
// clang-format off
#define MOVED_COLUMNS(X) \
	X(person, AS_ID) X(to_person, AS_ID) X(noun, AS_WORD(moved_nouns)) X(entry, AS_ID) \
	X(was_on, AS_DAY) X(moved_on, AS_DAY) X(moved_minute, AS_NUMBER) X(by_account, AS_ID)
// clang-format on
#define SELECT_MOVED SELECT_WITH_ID("moved", MOVED_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(MOVED_COLUMNS) };
static const struct kept moves = KEPT("moved", columns, MOVED_COLUMNS);

enum status moved_add(struct change *c, const struct moved *x, struct moved_id *ret)
{
	return row_add(c, &moves, x, &ret->n);
}

enum status moved_get(struct store *st, struct moved_id id, struct arena *a, struct moved *ret)
{
	return row_get(st, &moves, id.n, a, ret);
}

enum status moved_update(struct change *c, const struct moved *x)
{
	return row_update(c, &moves, x);
}

enum status moved_of_person(struct store *st, struct person_id p, struct arena *a,
                            struct moved_list *ret)
{
	struct row_query by = { SQL(SELECT_MOVED "WHERE person = :person ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &moves, by, a, ret);
}

enum status moved_to_person(struct store *st, struct person_id p, struct arena *a,
                            struct moved_list *ret)
{
	struct row_query by = { SQL(SELECT_MOVED "WHERE to_person = :person ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &moves, by, a, ret);
}
