#include "store/favourites.h"

#include "stmt.h"

static enum status run(struct change *c, const char *sql, struct account_id whose,
                       struct service_id service)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q, sql);

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":account", whose.n);
	stmt_bind_int(q, ":service", service.n);
	return stmt_run(c->st, q);
}

enum status favourite_add(struct change *c, struct account_id whose, struct service_id service)
{
	return run(c,
	           SQL("INSERT OR IGNORE INTO favourite (account, service)"
	               " VALUES (:account, :service)"),
	           whose, service);
}

enum status favourite_remove(struct change *c, struct account_id whose, struct service_id service)
{
	return run(c, SQL("DELETE FROM favourite WHERE account = :account AND service = :service"),
	           whose, service);
}
