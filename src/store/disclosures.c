#include "store/disclosures.h"

#include "row.h"

#define ROW struct disclosure
// clang-format off
#define DISCLOSURE_COLUMNS(X) \
	X(person, AS_ID) X(on_day, AS_DAY) X(at_minute, AS_NUMBER) \
	X(kind, AS_WORD(disclosure_kinds)) X(to_whom, AS_TEXT) X(service, AS_ID) \
	X(purpose, AS_WORD(purposes)) X(basis, AS_TEXT) X(consent, AS_ID) X(fields, AS_TEXT) \
	X(how, AS_TEXT) X(signpost, AS_ID) X(file_hash, AS_TEXT) X(people, AS_AMOUNT) \
	X(who, AS_TEXT) X(by_account, AS_ID)
/* Who else was in a file is nobody's to see who asks about one person. */
#define OF_ONE \
	"id, ver, person, on_day, at_minute, kind, to_whom, service, purpose, basis, consent," \
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
		    " UNION ALL SELECT " OF_ONE " WHERE id IN"
		    "  (SELECT disclosure FROM disclosure_person WHERE person = :person)"
		    " ORDER BY on_day DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &disclosures, by, a, ret);
}

enum status disclosure_people_add(struct change *c, struct disclosure_id id, size_t n,
                                  const int64_t *people)
{
	sqlite3_stmt *q;
	int person, disclosure;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO disclosure_person (person, disclosure)"
	                                 " VALUES (:person, :disclosure)"));

	if (rc != OK)
		return rc;
	/* By place: there may be a hundred thousand. */
	person = sqlite3_bind_parameter_index(q, ":person");
	disclosure = sqlite3_bind_parameter_index(q, ":disclosure");
	sqlite3_bind_int64(q, disclosure, id.n);
	for (size_t i = 0; rc == OK && i < n; i++) {
		bool row;

		sqlite3_bind_int64(q, person, people[i]);
		rc = stmt_step(c->st, q, &row);
		sqlite3_reset(q);
	}
	stmt_release(q);
	return rc;
}
