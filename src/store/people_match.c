#include "store/people_match.h"

#include "stmt.h"

/* All rows of a bound statement, which is released. */
static enum status read_ids(struct store *st, sqlite3_stmt *q, struct arena *a,
                            struct people_match *ret)
{
	struct people_match list = { 0 };
	enum status rc;
	bool row;

	stmt_bind_int(q, ":most", PEOPLE_MATCH);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		ARENA_PUSH(a, &list)->n = stmt_int(q, "id");
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status people_by_number(struct store *st, const char *digits, struct arena *a,
                             struct people_match *ret)
{
	sqlite3_stmt *q;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("SELECT DISTINCT coalesce(merged_into, id) AS id FROM person"
	                        " WHERE care_number = :digits ORDER BY 1 LIMIT :most"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":digits", digits);
	return read_ids(st, q, a, ret);
}

enum status people_by_key(struct store *st, const char *key, struct arena *a,
                          struct people_match *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT person AS id FROM find_key WHERE key = :key"
	                                 " ORDER BY person LIMIT :most"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":key", key);
	return read_ids(st, q, a, ret);
}
