#include "store/seen.h"

#include "pragmas.h"
#include "stmt.h"

#include "handle.h"

enum status store_seen(struct store *st, int64_t *ret)
{
	sqlite3_stmt *q;
	enum status rc;
	bool row;

	rc = stmt_borrow(st, &q, SQL("PRAGMA data_version"));
	if (rc != OK)
		return rc;
	sqlite3_busy_timeout(st->db, 0);
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_int(q, "data_version");
	stmt_release(q);
	sqlite3_busy_timeout(st->db, BUSY_TIMEOUT_MS);
	return rc;
}
