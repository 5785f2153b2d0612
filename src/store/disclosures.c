#include "store/disclosures.h"

#include "row.h"

#define ROW struct disclosure
// clang-format off
#define DISCLOSURE_COLUMNS(X) \
	X(person, AS_ID) X(on_day, AS_DAY) X(at_minute, AS_NUMBER) \
	X(kind, AS_WORD(disclosure_kinds)) X(document, AS_WORD(documents)) X(to_whom, AS_TEXT) X(service, AS_ID) \
	X(purpose, AS_WORD(purposes)) X(basis, AS_TEXT) X(consent, AS_ID) X(fields, AS_TEXT) \
	X(how, AS_TEXT) X(signpost, AS_ID) X(file_hash, AS_TEXT) X(people, AS_AMOUNT) \
	X(who, AS_TEXT) X(by_account, AS_ID)
/* Who else was in a file is nobody's to see who asks about one person. */
#define OF_ONE \
	"id, ver, person, on_day, at_minute, kind, document, to_whom, service, purpose, basis, consent," \
	" fields, how, signpost, file_hash, people, NULL AS who, by_account FROM disclosure"
// clang-format on

static const struct column columns[] = { COLUMNS_WITH_ID(DISCLOSURE_COLUMNS) };
static const struct kept disclosures = KEPT("disclosure", columns, DISCLOSURE_COLUMNS);

enum status disclosure_add(struct change *c, const struct disclosure *x, struct disclosure_id *ret)
{
	return row_add(c, &disclosures, x, &ret->n);
}

enum status disclosure_get(struct store *st, struct disclosure_id id, struct arena *a,
                           struct disclosure *ret)
{
	return row_get(st, &disclosures, id.n, a, ret);
}

enum status disclosure_update(struct change *c, const struct disclosure *x)
{
	return row_update(c, &disclosures, x);
}

enum status disclosures_of_person(struct store *st, struct person_id p, struct arena *a,
                                  struct disclosure_list *ret)
{
	struct row_query by = {
		SQL("SELECT " OF_ONE " WHERE person = :person"
		    " UNION ALL SELECT " OF_ONE " d WHERE person IS NULL AND EXISTS"
		    " (SELECT 1 FROM (SELECT :person AS id UNION ALL"
		    "   SELECT id FROM person WHERE merged_into = :person) p WHERE p.id <="
		    "  (SELECT r.last FROM disclosure_run r WHERE r.disclosure = d.id"
		    "    AND r.first <= p.id ORDER BY r.first DESC LIMIT 1))"
		    " ORDER BY on_day DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &disclosures, by, a, ret);
}

enum status disclosure_runs_add(struct change *c, struct disclosure_id id,
                                const struct id_runs *runs)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < runs->n; i++) {
		sqlite3_stmt *q;

		rc = stmt_borrow(c->st, &q,
		                 SQL("INSERT INTO disclosure_run (disclosure, first, last)"
		                     " VALUES (:disclosure, :first, :last)"));
		if (rc != OK)
			break;
		stmt_bind_int(q, ":disclosure", id.n);
		stmt_bind_int(q, ":first", runs->at[i].first);
		stmt_bind_int(q, ":last", runs->at[i].last);
		rc = stmt_run(c->st, q);
	}
	return rc;
}
