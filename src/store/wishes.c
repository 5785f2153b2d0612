#include "store/wishes.h"

#include "row.h"

#define ROW struct wishes
// clang-format off
#define WISHES_KEY(X) X(person, AS_ID)
#define WISHES_COLUMNS(X) \
	X(place, AS_TEXT) X(place_not, AS_TEXT) X(plan_made, AS_ASKED) X(plan_where, AS_TEXT) \
	X(resuscitation, AS_TEXT) X(spirit, AS_TEXT) X(other, AS_TEXT) X(set_on, AS_DAY) \
	X(set_by, AS_ID)
// clang-format on
#define SELECT_WISHES SELECT_WITH_KEY("wishes", WISHES_KEY, WISHES_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_KEY(WISHES_KEY, WISHES_COLUMNS) };
static const struct kept wished = {
	.table = "wishes",
	.size = sizeof(ROW),
	.columns = columns,
	.n = COUNT_OF(columns),
	.own = 1,
	.insert =
		SQL(INSERT_WITH_KEY("wishes", WISHES_KEY, WISHES_COLUMNS) "ON CONFLICT DO NOTHING"),
	.update = SQL("UPDATE wishes " SET_COLUMNS(
		WISHES_COLUMNS) " WHERE person = :person AND ver = :ver"),
};

enum status wishes_get(struct store *st, struct person_id p, struct arena *a, struct wishes *ret)
{
	struct row_query by = { SQL(SELECT_WISHES "WHERE person = :person"), ":person", p.n };
	struct {
		size_t n;
		struct wishes *at;
	} found;
	enum status rc = rows_of(st, &wished, by, a, &found);

	if (rc != OK)
		return rc;
	if (found.n > 0)
		*ret = found.at[0];
	else
		*ret = wishes_blank;
	ret->person = p;
	return OK;
}

enum status wishes_put(struct change *c, const struct wishes *x)
{
	enum status rc;

	if (x->ver != 0)
		return row_update(c, &wished, x);
	rc = row_put(c, &wished, x);
	if (rc == OK && stmt_changed(c->st) == 0)
		rc = row_conflict(c->st, &wished);
	return rc;
}
