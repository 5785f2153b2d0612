#include "store/apart.h"

#include "stmt.h"

enum status people_apart(struct store *st, struct person_id person, struct account_id worker,
                         struct arena *a, struct apart_list *ret)
{
	struct apart_list list = { 0 };
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT o.family_name,"
	            "  coalesce(o.address = p.address AND o.postcode = p.postcode, 0) AS home,"
	            "  EXISTS (SELECT 1 FROM contact_point x JOIN contact_point y ON y.person = p.id"
	            "   WHERE x.person = o.id AND x.value = y.value) AS number"
	            " FROM caseload k JOIN person o ON o.id = k.person"
	            "  JOIN person p ON p.id = :person"
	            " WHERE k.worker = :worker AND k.open = 1 AND o.id <> p.id"
	            "   AND o.keep_apart + p.keep_apart > 0"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", person.n);
	stmt_bind_int(q, ":worker", worker.n);
	while ((rc = stmt_step(st, q, &row)) == OK && row)
		*ARENA_PUSH(a, &list) =
			(struct apart){ stmt_text(q, "family_name", a), stmt_int(q, "home") != 0,
			                stmt_int(q, "number") != 0 };
	stmt_release(q);
	if (rc == OK)
		*ret = list;
	return rc;
}
