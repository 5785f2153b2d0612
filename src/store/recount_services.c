#include "service_index.h"
#include "service_tokens.h"

#include "base/words.h"

/* Statements here give one column, said, or no row. */
static enum status first_said(struct store *st, const char *sql, struct arena *a, const char **ret)
{
	sqlite3_stmt *q;
	bool row = false;
	enum status rc = stmt_borrow(st, &q, sql);

	if (rc != OK)
		return rc;
	rc = stmt_step(st, q, &row);
	if (rc == OK && row)
		*ret = stmt_text(q, "said", a);
	stmt_release(q);
	return rc;
}

enum status recount_services(struct store *st, struct arena *a, const char **ret)
{
	const char *found = NULL;
	enum status rc = first_said(
		st,
		SQL("SELECT s.name AS said FROM service s"
	            "  LEFT JOIN service_gist g ON g.service = s.id"
	            "  LEFT JOIN service_text t ON t.rowid = s.id"
	            " WHERE g.service IS NULL OR t.rowid IS NULL OR g.status IS NOT s.status"
	            "    OR g.closed_until IS NOT s.closed_until OR g.min_age IS NOT s.min_age"
	            "    OR g.max_age IS NOT s.max_age OR g.checked IS NOT s.last_checked"
	            "    OR (g.flags & 1) <> s.do_not_list LIMIT 1"),
		a, &found);

	if (rc == OK && found) {
		*ret = arena_printf(a, _("%s stands in searches otherwise than in its entry."),
		                    found);
		return OK;
	}
	if (rc == OK) {
		rc = first_said(
			st,
			SQL("WITH counted AS (SELECT service, concern, count(*) AS used,"
		            "   coalesce(sum(helped IN ('yes','partly','no')), 0) AS known,"
		            "   coalesce(sum(helped IN ('yes','partly')), 0) AS helped FROM signpost"
		            "   WHERE concern IS NOT NULL GROUP BY service, concern)"
		            " SELECT 'differs' AS said WHERE"
		            "  EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM service_concern_use)"
		            "  OR EXISTS (SELECT * FROM service_concern_use EXCEPT SELECT * FROM counted)"
		            " UNION ALL SELECT 'gone' FROM service_gist"
		            "  WHERE service NOT IN (SELECT id FROM service) LIMIT 1"),
			a, &found);
	}
	if (rc == OK && found)
		*ret = _("How often services helped does not agree with the records.");
	return rc;
}
