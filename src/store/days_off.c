#include "store/days_off.h"

#include "row.h"

#define ROW struct day_off
// clang-format off
#define DAY_OFF_KEY(X) X(date, AS_DAY)
#define DAY_OFF_COLUMNS(X) X(name, AS_TEXT)
#define SELECT_DAY_OFF SELECT_WITH_KEY("day_off", DAY_OFF_KEY, DAY_OFF_COLUMNS)
// clang-format on

static const struct column columns[] = { COLUMNS_WITH_KEY(DAY_OFF_KEY, DAY_OFF_COLUMNS) };
static const struct kept days_off =
	KEPT_PUT("day_off", columns, DAY_OFF_KEY, "date", DAY_OFF_COLUMNS);
#undef ROW

enum status day_off_put(struct change *c, const struct day_off *x)
{
	return row_put(c, &days_off, x);
}

enum status day_off_remove(struct change *c, day date)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, SQL("DELETE FROM day_off WHERE date = :date"));

	if (rc != OK)
		return rc;
	stmt_bind_day(q, ":date", date);
	return stmt_run(c->st, q);
}

enum status days_off_all(struct store *st, struct arena *a, struct day_off_list *ret)
{
	return rows_all(st, &days_off, SQL(SELECT_DAY_OFF "ORDER BY date"), a, ret);
}
