#include "store/assessments.h"

#include "row.h"

#define ROW struct assessment
// clang-format off
#define ASSESSMENT_COLUMNS(X) \
	X(person, AS_ID) X(referral, AS_ID) X(list, AS_TEXT) \
	X(status, AS_WORD(assessment_statuses)) X(offered, AS_WORD(assessment_offers)) \
	X(on_day, AS_DAY) X(at_minute, AS_NUMBER) X(done_on, AS_DAY) \
	X(pathway_point, AS_WORD(pathway_points)) X(occasion, AS_WORD(occasions)) \
	X(mode, AS_WORD(assessment_modes)) X(assisted, AS_ASKED) X(present, AS_TEXT) \
	X(staff_role, AS_WORD(staff_roles)) X(agreed_keep, AS_ASKED) X(agreed_share, AS_ASKED) \
	X(overall, AS_NUMBER) X(previous, AS_ID) X(contact, AS_ID) X(again_on, AS_DAY) \
	X(offer_because, AS_TEXT) \
	X(typed_on, AS_DAY) X(locked_on, AS_DAY) X(unlocked_because, AS_TEXT) \
	X(by_account, AS_ID)

#define SELECT_ASSESSMENT SELECT_WITH_ID("assessment", ASSESSMENT_COLUMNS)

/* In the order of the enum: a later one is further on. */
#define STATUSES "'begun done plan_agreed locked'"
#define AS_FAR_ON SELECT_ASSESSMENT \
	"WHERE person = :person AND instr(" STATUSES ", status) >= instr(" STATUSES ", :status)"
#define OLDER " AND (on_day, id) < (SELECT on_day, id FROM assessment WHERE id = :before)"
#define NEWEST " ORDER BY on_day DESC, id DESC LIMIT 1"
// clang-format on

static const struct column columns[] = { COLUMNS_WITH_ID(ASSESSMENT_COLUMNS) };
static const struct kept assessments = KEPT("assessment", columns, ASSESSMENT_COLUMNS);

enum status assessment_add(struct change *c, const struct assessment *x, struct assessment_id *ret)
{
	return row_add(c, &assessments, x, &ret->n);
}

enum status assessment_get(struct store *st, struct assessment_id id, struct arena *a,
                           struct assessment *ret)
{
	return row_get(st, &assessments, id.n, a, ret);
}

enum status assessment_update(struct change *c, const struct assessment *x)
{
	return row_update(c, &assessments, x);
}

enum status assessments_of_person(struct store *st, struct person_id p, struct arena *a,
                                  struct assessment_list *ret)
{
	struct row_query by = {
		SQL(SELECT_ASSESSMENT
		    "WHERE person = :person ORDER BY on_day DESC, at_minute DESC, id DESC"),
		":person", p.n
	};

	return rows_of(st, &assessments, by, a, ret);
}

enum status assessment_latest(struct store *st, struct person_id p, enum assessment_status status,
                              struct assessment_id before, struct arena *a, struct assessment *ret)
{
	sqlite3_stmt *q;
	enum status rc;

	if (before.n)
		rc = stmt_borrow(st, &q, SQL(AS_FAR_ON OLDER NEWEST));
	else
		rc = stmt_borrow(st, &q, SQL(AS_FAR_ON NEWEST));
	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":person", p.n);
	stmt_bind_word(q, ":status", &assessment_statuses, (int)status);
	if (before.n)
		stmt_bind_id(q, ":before", before.n);
	return row_first(st, q, &assessments, a, ret);
}
