#include "store/money.h"

#include "row.h"

#define ROW struct money
// clang-format off
#define MONEY_COLUMNS(X) \
	X(person, AS_ID) X(action, AS_ID) X(kind, AS_WORD(money_kinds)) X(what, AS_TEXT) \
	X(state, AS_WORD(money_states)) X(applied_on, AS_DAY) X(decided_on, AS_DAY) \
	X(sought, AS_AMOUNT) X(amount, AS_AMOUNT) X(per, AS_WORD(money_pers)) \
	X(back_dated, AS_AMOUNT) X(from_on, AS_DAY) X(ends_on, AS_DAY) X(pays_for, AS_TEXT) \
	X(review_on, AS_DAY) X(note, AS_TEXT) X(worth, AS_INT) X(noted_on, AS_DAY) \
	X(by_account, AS_ID)
// clang-format on
#define SELECT_MONEY SELECT_WITH_ID("money", MONEY_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(MONEY_COLUMNS) };
static const struct kept money = KEPT("money", columns, MONEY_COLUMNS);

enum status money_add(struct change *c, const struct money *x, struct money_id *ret)
{
	return row_add(c, &money, x, &ret->n);
}

enum status money_get(struct store *st, struct money_id id, struct arena *a, struct money *ret)
{
	return row_get(st, &money, id.n, a, ret);
}

enum status money_update(struct change *c, const struct money *x)
{
	return row_update(c, &money, x);
}

enum status money_of_person(struct store *st, struct person_id p, struct arena *a,
                            struct money_list *ret)
{
	struct row_query by = { SQL(SELECT_MONEY
		                    "WHERE person = :person ORDER BY noted_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &money, by, a, ret);
}

enum status money_of_action(struct store *st, struct action_id action, struct arena *a,
                            struct money *ret)
{
	struct row_query by = { SQL(SELECT_MONEY "WHERE action = :action ORDER BY id LIMIT 1"),
		                ":action", action.n };

	return row_of(st, &money, by, a, ret);
}

/* Somebody with two times with us that are open is counted once. */
// clang-format off
#define GAINED_BY_WORKER SQL( \
	"SELECT coalesce(sum(m.worth), 0) AS gained" \
	"  FROM (SELECT DISTINCT person FROM caseload WHERE worker = :worker AND open = 1" \
	"         AND restricted <= :restricted) c" \
	"  JOIN money m ON m.person = c.person" \
	" WHERE m.worth > 0 AND m.decided_on >= :from")
#define GAINED_BY_ALL SQL( \
	"SELECT coalesce(sum(m.worth), 0) AS gained FROM money m" \
	" WHERE m.worth > 0 AND m.decided_on >= :from" \
	"   AND EXISTS (SELECT 1 FROM caseload c WHERE c.person = m.person AND c.open = 1" \
	"                AND c.restricted <= :restricted)")
// clang-format on

static enum status read_sum(struct store *st, sqlite3_stmt *q, int64_t *ret)
{
	bool row;
	enum status rc = stmt_step(st, q, &row);

	if (rc == OK)
		*ret = stmt_int(q, "gained");
	stmt_release(q);
	return rc;
}

enum status money_gained_by_cases(struct store *st, const struct money_of *of, int64_t *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, of->worker.n != 0 ? GAINED_BY_WORKER : GAINED_BY_ALL);

	if (rc != OK)
		return rc;
	if (of->worker.n != 0)
		stmt_bind_int(q, ":worker", of->worker.n);
	stmt_bind_int(q, ":restricted", of->restricted);
	stmt_bind_day(q, ":from", of->from);
	return read_sum(st, q, ret);
}

enum status money_gained_by_person(struct store *st, struct person_id p, day from, int64_t *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT coalesce(sum(worth), 0) AS gained FROM money"
	                        " WHERE person = :person AND worth > 0 AND decided_on >= :from"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p.n);
	stmt_bind_day(q, ":from", from);
	return read_sum(st, q, ret);
}
