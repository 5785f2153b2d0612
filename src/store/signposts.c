#include "store/signposts.h"

#include "row.h"

#define ROW struct signpost
// clang-format off
#define SIGNPOST_COLUMNS(X) \
	X(person, AS_ID) X(service, AS_ID) X(concern, AS_TEXT) \
	X(kind, AS_WORD(signpost_kinds)) X(given_on, AS_DAY) \
	X(status, AS_WORD(signpost_statuses)) X(status_on, AS_DAY) X(reason, AS_TEXT) \
	X(helped, AS_WORD(helped_answers)) X(outcome, AS_TEXT) X(outcome_on, AS_DAY) \
	X(consent, AS_TEXT) X(what_sent, AS_TEXT) X(note, AS_TEXT) X(council, AS_TEXT) \
	X(by_account, AS_ID)
// clang-format on
#define SELECT_SIGNPOST SELECT_WITH_ID("signpost", SIGNPOST_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(SIGNPOST_COLUMNS) };
static const struct kept signposts = KEPT("signpost", columns, SIGNPOST_COLUMNS);

enum status signpost_add(struct change *c, const struct signpost *x, struct signpost_id *ret)
{
	return row_add(c, &signposts, x, &ret->n);
}

enum status signpost_get(struct store *st, struct signpost_id id, struct arena *a,
                         struct signpost *ret)
{
	return row_get(st, &signposts, id.n, a, ret);
}

enum status signpost_update(struct change *c, const struct signpost *x)
{
	return row_update(c, &signposts, x);
}

enum status signposts_of_person(struct store *st, struct person_id p, struct arena *a,
                                struct signpost_list *ret)
{
	struct row_query by = { SQL(SELECT_SIGNPOST
		                    "WHERE person = :person ORDER BY given_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &signposts, by, a, ret);
}

enum status signposts_known(struct store *st, day from, day to, int64_t *known, int64_t *given)
{
	sqlite3_stmt *q;
	bool row;
	enum status rc = stmt_borrow(
		st, &q,
		SQL("SELECT count(*) AS given, coalesce(sum(status IN ('rejected', 'cancelled',"
	            "  'did_not_attend', 'changed_mind', 'service_gone')"
	            "  OR (status = 'completed' AND helped IN ('yes', 'partly', 'no'))), 0) AS known"
	            " FROM signpost WHERE given_on BETWEEN :from AND :to"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":from", from);
	stmt_bind_int(q, ":to", to);
	rc = stmt_step(st, q, &row);
	if (rc == OK) {
		*given = stmt_int(q, "given");
		*known = stmt_int(q, "known");
	}
	stmt_release(q);
	return rc;
}

enum status signposts_open_of_service(struct store *st, struct service_id id, struct arena *a,
                                      struct signpost_list *ret)
{
	struct row_query by = {
		SQL(SELECT_SIGNPOST
		    "WHERE service = :service"
		    " AND status IN ('given', 'sent', 'acknowledged', 'accepted', 'waiting', 'receiving')"
		    " ORDER BY given_on, id"),
		":service", id.n
	};

	return rows_of(st, &signposts, by, a, ret);
}
