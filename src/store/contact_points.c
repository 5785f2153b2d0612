#include "store/contact_points.h"

#include "row.h"

#define ROW struct contact_point
// clang-format off
#define CONTACT_POINT_COLUMNS(X) \
	X(person, AS_ID) X(kind, AS_WORD(contact_point_kinds)) X(value, AS_TEXT) \
	X(label, AS_TEXT) X(whose, AS_TEXT) X(never_use, AS_FLAG) X(struck_on, AS_DAY) \
	X(place, AS_NUMBER)
// clang-format on
#define SELECT_CONTACT_POINT SELECT_WITH_ID("contact_point", CONTACT_POINT_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(CONTACT_POINT_COLUMNS) };
static const struct kept contact_points = KEPT("contact_point", columns, CONTACT_POINT_COLUMNS);

enum status contact_point_add(struct change *c, const struct contact_point *x,
                              struct contact_point_id *ret)
{
	return row_add(c, &contact_points, x, &ret->n);
}

enum status contact_point_get(struct store *st, struct contact_point_id id, struct arena *a,
                              struct contact_point *ret)
{
	return row_get(st, &contact_points, id.n, a, ret);
}

enum status contact_point_update(struct change *c, const struct contact_point *x)
{
	return row_update(c, &contact_points, x);
}

enum status contact_points_of_person(struct store *st, struct person_id p, struct arena *a,
                                     struct contact_point_list *ret)
{
	struct row_query by = { SQL(SELECT_CONTACT_POINT
		                    "WHERE person = :person ORDER BY place IS NULL, place, id"),
		                ":person", p.n };

	return rows_of(st, &contact_points, by, a, ret);
}
