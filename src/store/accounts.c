#include "store/accounts.h"

#include "row.h"

#define ROW struct account
// clang-format off
#define ACCOUNT_COLUMNS(X) \
	X(login, AS_TEXT) X(name, AS_TEXT) X(roles, AS_NUMBER) X(phone, AS_TEXT) \
	X(vetted_on, AS_DAY) X(code_until, AS_INSTANT) \
	X(code_by, AS_ID) X(code_at, AS_INSTANT) X(disabled_at, AS_INSTANT)
// clang-format on
#define SELECT_ACCOUNT SELECT_WITH_ID("account", ACCOUNT_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(ACCOUNT_COLUMNS) };
static const struct kept accounts = KEPT("account", columns, ACCOUNT_COLUMNS);

enum status account_add(struct change *c, const struct account *x, struct account_id *ret)
{
	return row_add(c, &accounts, x, &ret->n);
}

enum status account_get(struct store *st, struct account_id id, struct arena *a,
                        struct account *ret)
{
	return row_get(st, &accounts, id.n, a, ret);
}

enum status account_update(struct change *c, const struct account *x)
{
	return row_update(c, &accounts, x);
}

enum status account_by_login(struct store *st, const char *login, struct arena *a,
                             struct account *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q, SQL(SELECT_ACCOUNT "WHERE login = :login"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":login", login);
	return row_first(st, q, &accounts, a, ret);
}

/* By the index on its events: the last of them is rarely far from its sign-in. */
enum status account_last_here(struct store *st, struct account_id id, int64_t *ret)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q,
	                 SQL("SELECT at FROM event WHERE account = :id AND kind = 'sign_in'"
	                     " ORDER BY id DESC LIMIT 1"));
	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":id", id.n);
	rc = stmt_step(st, q, &row);
	if (rc == OK)
		*ret = row ? stmt_int(q, "at") : 0;
	stmt_release(q);
	return rc;
}

enum status accounts_all(struct store *st, struct arena *a, struct account_list *ret)
{
	return rows_all(st, &accounts, SQL(SELECT_ACCOUNT "ORDER BY name, id"), a, ret);
}

enum status accounts_named(struct store *st, struct person_id p, struct arena *a,
                           struct account_list *ret)
{
	struct row_query by = { SQL(SELECT_ACCOUNT "WHERE id IN (SELECT account FROM named_access"
		                                   "  WHERE person = :person) ORDER BY name, id"),
		                ":person", p.n };

	return rows_of(st, &accounts, by, a, ret);
}
