#include "store/relations.h"

#include "row.h"

#define ROW struct relation
// clang-format off
#define RELATION_COLUMNS(X) \
	X(person, AS_ID) X(other, AS_ID) X(name, AS_TEXT) X(kind, AS_WORD(relation_kinds)) \
	X(phone, AS_TEXT) X(knows_illness, AS_ASKED) X(knows_service, AS_ASKED) \
	X(speaks_about, AS_TEXT) X(power, AS_WORD(powers)) \
	X(power_seen_on, AS_DAY) X(crisis, AS_NUMBER) X(at_night, AS_ASKED) X(ended_on, AS_DAY)
// clang-format on
#define SELECT_RELATION SELECT_WITH_ID("relation", RELATION_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(RELATION_COLUMNS) };
static const struct kept relations = KEPT("relation", columns, RELATION_COLUMNS);

enum status relation_add(struct change *c, const struct relation *x, struct relation_id *ret)
{
	return row_add(c, &relations, x, &ret->n);
}

enum status relation_get(struct store *st, struct relation_id id, struct arena *a,
                         struct relation *ret)
{
	return row_get(st, &relations, id.n, a, ret);
}

enum status relation_update(struct change *c, const struct relation *x)
{
	return row_update(c, &relations, x);
}

enum status relations_of_person(struct store *st, struct person_id p, struct arena *a,
                                struct relation_list *ret)
{
	struct row_query by = { SQL(SELECT_RELATION
		                    "WHERE person = :person AND ended_on IS NULL ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &relations, by, a, ret);
}

enum status relations_to_person(struct store *st, struct person_id p, struct arena *a,
                                struct relation_list *ret)
{
	struct row_query by = { SQL(SELECT_RELATION
		                    "WHERE other = :person AND ended_on IS NULL ORDER BY id DESC"),
		                ":person", p.n };

	return rows_of(st, &relations, by, a, ret);
}
