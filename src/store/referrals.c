#include "store/referrals.h"

#include "row.h"

#define ROW struct referral
// clang-format off
#define REFERRAL_COLUMNS(X) \
	X(person, AS_ID) X(received_on, AS_DAY) X(source, AS_TEXT) X(heard, AS_TEXT) X(referrer, AS_TEXT) \
	X(return_to, AS_TEXT) X(return_phone, AS_TEXT) X(reason, AS_TEXT) X(expects, AS_TEXT) \
	X(urgency, AS_WORD(urgencies)) X(knows_referral, AS_ASKED) \
	X(state, AS_WORD(referral_states)) X(state_on, AS_DAY) X(state_reason, AS_TEXT) \
	X(outcome, AS_TEXT) X(hold_until, AS_DAY) X(accepted_on, AS_DAY) \
	X(first_contact_by, AS_DAY) X(first_contact_on, AS_DAY) X(closed_on, AS_DAY) \
	X(worker, AS_ID)
// clang-format on
#define SELECT_REFERRAL SELECT_WITH_ID("referral", REFERRAL_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(REFERRAL_COLUMNS) };
static const struct kept referrals = KEPT("referral", columns, REFERRAL_COLUMNS);

enum status referral_add(struct change *c, const struct referral *x, struct referral_id *ret)
{
	return row_add(c, &referrals, x, &ret->n);
}

enum status referral_get(struct store *st, struct referral_id id, struct arena *a,
                         struct referral *ret)
{
	return row_get(st, &referrals, id.n, a, ret);
}

enum status referral_update(struct change *c, const struct referral *x)
{
	return row_update(c, &referrals, x);
}

enum status referral_hand_over(struct change *c, const struct referral *x, struct account_id to)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(c->st, &q,
	                             SQL("UPDATE referral SET ver = ver + 1, worker = :to"
	                                 " WHERE id = :id AND ver = :ver"));

	if (rc != OK)
		return rc;
	stmt_bind_id(q, ":to", to.n);
	stmt_bind_int(q, ":id", x->id.n);
	stmt_bind_int(q, ":ver", x->ver);
	rc = stmt_run(c->st, q);
	return rc == OK && stmt_changed(c->st) == 0 ? row_conflict(c->st, &referrals) : rc;
}

enum status referrals_of_person(struct store *st, struct person_id p, struct arena *a,
                                struct referral_list *ret)
{
	struct row_query by = { SQL(SELECT_REFERRAL
		                    "WHERE person = :person ORDER BY received_on DESC, id DESC"),
		                ":person", p.n };

	return rows_of(st, &referrals, by, a, ret);
}

enum status referral_current(struct store *st, struct person_id p, struct arena *a,
                             struct referral *ret)
{
	struct row_query by = {
		SQL(SELECT_REFERRAL
		    "WHERE person = :person"
		    " ORDER BY state IN ('received', 'accepted', 'active', 'on_hold') DESC,"
		    " received_on DESC, id DESC LIMIT 1"),
		":person", p.n
	};

	return row_of(st, &referrals, by, a, ret);
}
