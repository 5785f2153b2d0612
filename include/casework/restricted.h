#ifndef CASEWORK_RESTRICTED_H
#define CASEWORK_RESTRICTED_H

#include "casework/session.h"

/*
 * Records that only a list of names opens without more ado. For everybody else they stand in lists
 * by their reference, and open anyway, with a reason, for an hour (access.h).
 */
struct named {
	struct account_id account;
	const char *login, *name;
	bool worker; /* theirs to see to */
};

/* Strings belong to the arena it was asked for with. */
struct named_list {
	size_t n;
	struct named *at;
	bool restricted; /* else nobody is named, and nobody needs to be */
	const char *ref; /* "CL-000412" */
	const char *who; /* "Carter, Jane 1981"; "restricted, CL-000412" */
	bool hidden;     /* the account is not named for it */
};

MUST_USE enum status casework_named(struct session *s, struct person_id person, struct arena *a,
                                    struct named_list *ret);

/*
 * Restrict a record: their worker is named for it, and whoever restricts it. E_CONFLICT: it is.
 * Volunteers propose it (approvals.h). None of these is taken back by undo.
 */
MUST_USE enum status casework_restrict(struct session *s, struct person_id person, const char *why);

/*
 * Lift it. A coordinator who is not named needs a second person: E_DENIED with the demand
 * PERMIT_TOGETHER, and approvals.h.
 */
MUST_USE enum status casework_unrestrict(struct session *s, struct person_id person,
                                         const char *why);

/*
 * Name somebody who works with people, or take them off. Nobody names themselves; the worker and the
 * last one stay: E_INVALID.
 */
MUST_USE enum status casework_name(struct session *s, struct person_id person, const char *login);
MUST_USE enum status casework_unname(struct session *s, struct person_id person,
                                     struct account_id account);

#endif
