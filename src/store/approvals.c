#include "store/approvals.h"

#include "row.h"

#define ROW struct approval
// clang-format off
#define APPROVAL_COLUMNS(X) \
	X(act, AS_TEXT) X(person, AS_ID) X(what, AS_TEXT) X(body, AS_TEXT) X(digest, AS_TEXT) \
	X(why, AS_TEXT) X(asked_by, AS_ID) X(asked_at, AS_INSTANT) X(until_at, AS_INSTANT) \
	X(answer, AS_WORD(approval_answers)) X(answer_note, AS_TEXT) X(answered_by, AS_ID) \
	X(answered_at, AS_INSTANT)
// clang-format on
#define SELECT_APPROVAL SELECT_WITH_ID("approval", APPROVAL_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(APPROVAL_COLUMNS) };
static const struct kept approvals = KEPT("approval", columns, APPROVAL_COLUMNS);

enum status approval_add(struct change *c, const struct approval *x, int64_t *ret)
{
	return row_add(c, &approvals, x, ret);
}

enum status approval_get(struct store *st, int64_t id, struct arena *a, struct approval *ret)
{
	return row_get(st, &approvals, id, a, ret);
}

enum status approval_update(struct change *c, const struct approval *x)
{
	return row_update(c, &approvals, x);
}

enum status approvals_open(struct store *st, int64_t now, struct arena *a,
                           struct approval_list *ret)
{
	struct row_query by = { SQL(SELECT_APPROVAL "WHERE answer IS NULL AND until_at > :now"
		                                    " ORDER BY asked_at, id"),
		                ":now", now };

	return rows_of(st, &approvals, by, a, ret);
}

enum status approvals_alone(struct store *st, struct account_id reader, struct arena *a,
                            struct approval_list *ret)
{
	struct row_query by = { SQL(SELECT_APPROVAL
		                    "WHERE answer = 'yes' AND answered_by = asked_by"
		                    "  AND asked_by <> :reader ORDER BY answered_at, id"),
		                ":reader", reader.n };

	return rows_of(st, &approvals, by, a, ret);
}
