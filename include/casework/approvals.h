#ifndef CASEWORK_APPROVALS_H
#define CASEWORK_APPROVALS_H

#include "base/field.h"
#include "casework/session.h"
#include "model/approval.h"

/*
 * Acts that two people must agree to, and acts that somebody proposes who may not do them. Asking and
 * answering is the same row for both; what is answered with yes runs in the same change, with exactly
 * what was asked for.
 *
 * What can be asked for: OP_UNRESTRICT (nothing more), OP_RESTRICT (nothing more), OP_GIVE_ROLE
 * ("login", "roles" as the number of the set of ROLE_ bits it is to have), OP_EDIT_SERVICE ("service",
 * an id or 0, and fields of service_form: service_proposed()).
 */
struct new_approval {
	enum op op;
	struct person_id person; /* 0: about nobody */
	struct values body;      /* what the act is given */
	const char *why;
};

/*
 * E_DENIED: the account may do it alone, may not even ask, or has to give its passphrase first (acts
 * that take two). E_INVALID: no reason, or a body that the act cannot be run with. E_CONFLICT: it was
 * asked for already.
 */
MUST_USE enum status casework_ask_approval(struct session *s, const struct new_approval *x,
                                           int64_t *ret);

/* One that waits. Strings belong to the arena it was asked for with; none is NULL. */
struct approval_row {
	struct approval approval;
	const char *asked_by; /* "Priya Shah" */
	const char *when;     /* "Mon 23 Nov 09:06" */
	const char *until;    /* "Mon 30 Nov" */
	struct values body;
	bool mine;
	bool answerable; /* by this account, now */
	bool alone; /* mine, and there is nobody else: answerable from a day after it was asked */
};

struct approval_rows {
	size_t n;
	struct approval_row *at;
};

/* Those the account may answer, and its own; the oldest first. */
MUST_USE enum status casework_approvals(struct session *s, struct arena *a,
                                        struct approval_rows *ret);

/*
 * Answer one: APPROVAL_YES runs it, APPROVAL_NO does not; neither is taken back by undo. *said is
 * what follows, as a sentence. E_DENIED: one's own (but for who is alone, after a day), not for this
 * account, no fresh passphrase, or whoever asked may no longer. E_CONFLICT: answered, too old, or what
 * was asked is not what stands there.
 */
MUST_USE enum status casework_answer_approval(struct session *s, int64_t id,
                                              enum approval_answer answer, const char *note,
                                              struct arena *a, const char **said);

/*
 * Take back what one asked for oneself and nobody has answered: kept as a no, by whoever asked.
 * E_DENIED: somebody else asked. E_CONFLICT: answered.
 */
MUST_USE enum status casework_take_back_asking(struct session *s, int64_t id, struct arena *a,
                                               const char **said);

#endif
