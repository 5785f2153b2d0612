#include "store/derive.h"

#include "caseload_sql.h"
#include "keys.h"
#include "service_tokens.h"

#include "base/words.h"
#include "store/people.h"

#define PAGE 500

/* Statements here give one column, said, or no row. Parameters are bound before. */
static enum status first_said(struct store *st, sqlite3_stmt *q, struct arena *a, const char **ret)
{
	bool row = false;
	enum status rc = stmt_step(st, q, &row);

	if (rc == OK && row)
		*ret = stmt_text(q, "said", a);
	stmt_release(q);
	return rc;
}

static enum status has_part(struct store *st, const char *part, struct person_id p, bool *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(st, &q,
	                             SQL("SELECT 1 AS one FROM number_part"
	                                 " WHERE part = :part AND person = :person"));

	if (rc != OK)
		return rc;
	stmt_bind_str(q, ":part", str_of(part));
	stmt_bind_int(q, ":person", p.n);
	rc = stmt_step(st, q, ret);
	stmt_release(q);
	return rc;
}

/* Are all there that there should be? *n: how many these are. */
static enum status has_parts(struct store *st, const struct key_list *keys, struct person_id p,
                             struct arena *a, int64_t *n, bool *ret)
{
	struct key_list parts = keys_parts(keys, a);
	enum status rc = OK;
	bool all = true;

	for (size_t i = 0; rc == OK && all && i < parts.n; i++)
		rc = has_part(st, parts.at[i], p, &all);
	*n += (int64_t)parts.n;
	*ret = all;
	return rc;
}

static enum status recount_keys(struct store *st, const struct person *p, struct arena *a,
                                int64_t *n, const char **ret)
{
	struct key_list wanted, stored;
	bool parts = true;
	enum status rc = keys_wanted(st, p, a, &wanted);

	if (rc == OK)
		rc = keys_stored(st, p->id, a, &stored);
	if (rc == OK)
		rc = has_parts(st, &wanted, p->id, a, n, &parts);
	if (rc != OK)
		return rc;
	if (!parts || keys_without(&wanted, &stored, a).n > 0 ||
	    keys_without(&stored, &wanted, a).n > 0)
		*ret = arena_printf(a,
		                    _("%s would not be found by all of their names and numbers."),
		                    person_ref(p->id, a));
	return OK;
}

static enum status recount_caseload(struct store *st, const struct person *p, struct arena *a,
                                    const char **ret)
{
	sqlite3_stmt *q;
	const char *found = NULL;
	enum status rc =
		stmt_borrow(st, &q,
	                    SQL("WITH counted AS (" CASELOAD_ROWS "), kept AS"
	                        "  (SELECT * FROM caseload WHERE person = :person)"
	                        " SELECT 'differs' AS said WHERE"
	                        "  EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM kept) OR"
	                        "  EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM counted)"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":person", p->id.n);
	stmt_bind_str(q, ":sort_name", str_of(sort_name(p, a)));
	rc = first_said(st, q, a, &found);
	if (rc == OK && found)
		*ret = arena_printf(a,
		                    _("%s stands in the caseload otherwise than in their record."),
		                    person_ref(p->id, a));
	return rc;
}

/* Rows of people who are gone, and counts of names and of parts of numbers. */
static enum status recount_rest(struct store *st, int64_t parts, struct arena *a, const char **ret)
{
	sqlite3_stmt *q;
	const char *found = NULL;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("WITH counted AS (SELECT substr(key, 1, instr(key || ' ', ' ') - 1) AS token,"
	            "   count(DISTINCT person) AS people FROM find_key"
	            "   WHERE key NOT GLOB '*[0-9@]*' GROUP BY 1)"
	            " SELECT 'keys' AS said FROM find_key"
	            "  WHERE person NOT IN (SELECT id FROM person)"
	            " UNION ALL SELECT 'caseload' FROM caseload"
	            "  WHERE person NOT IN (SELECT id FROM person)"
	            " UNION ALL SELECT 'names' FROM counted c LEFT JOIN name_token n"
	            "    ON n.token = c.token WHERE n.people IS NOT c.people"
	            " UNION ALL SELECT 'names' FROM name_token"
	            "  WHERE token NOT IN (SELECT token FROM counted)"
	            " UNION ALL SELECT 'files' FROM disclosure d WHERE person IS NULL AND people IS NOT"
	            "  (SELECT coalesce(sum(r.last - r.first + 1), 0) FROM disclosure_run r"
	            "    WHERE r.disclosure = d.id)"
	            " UNION ALL SELECT 'parts' WHERE (SELECT count(*) FROM number_part) <> :parts"
	            " LIMIT 1"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":parts", parts);
	rc = first_said(st, q, a, &found);
	if (rc == OK && found)
		*ret = _("The lists by which people are found do not agree with the records.");
	return rc;
}

enum status store_recount(struct store *st, struct arena *a, const char **ret)
{
	struct arena page_arena = { 0 };
	struct person_id after = { 0 };
	struct person_list page = { 0 };
	const char *found = NULL;
	int64_t parts = 0;
	enum status rc;

	do {
		arena_reset(&page_arena);
		rc = people_after(st, after, PAGE, &page_arena, &page);
		for (size_t i = 0; rc == OK && !found && i < page.n; i++) {
			after = page.at[i].id;
			rc = recount_keys(st, &page.at[i], &page_arena, &parts, &found);
			if (rc == OK && !found)
				rc = recount_caseload(st, &page.at[i], &page_arena, &found);
		}
	} while (rc == OK && !found && page.n == PAGE);
	if (rc == OK && !found)
		rc = recount_rest(st, parts, &page_arena, &found);
	if (rc == OK && !found)
		rc = recount_services(st, &page_arena, &found);
	if (rc == OK)
		*ret = found ? arena_strdup(a, found) : NULL;
	arena_reset(&page_arena);
	return rc;
}
