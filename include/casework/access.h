#ifndef CASEWORK_ACCESS_H
#define CASEWORK_ACCESS_H

#include "casework/session.h"
#include "model/access.h"

/*
 * What a refusal takes (s->demand): a reason for a colleague's person, the passphrase again.
 *
 *	if (rc == E_DENIED && s->demand.permit == PERMIT_WITH_REASON)
 *		ask why, casework_give_reason(), and try again
 */

/*
 * One of the five reasons for a colleague's person. It holds until midnight, is on record, and
 * their worker is told in what changed since they were last here. E_DENIED for a restricted record.
 */
MUST_USE enum status casework_give_reason(struct session *s, struct person_id person,
                                          enum access_reason reason);

/*
 * What may be shown of somebody whose record is not open to the account: never more than a search
 * shows, and of a restricted record the reference alone. Strings belong to the arena.
 */
struct glimpse {
	bool restricted;
	const char *name;   /* "Carter, Jane 1981"; "Restricted record" */
	const char *ref;    /* "CL-000412" */
	const char *worker; /* "Ben Ojo"; "" nobody's, or restricted */
};
MUST_USE enum status casework_glimpse(struct session *s, struct person_id person, struct arena *a,
                                      struct glimpse *ret);

/*
 * Open a restricted record anyway, for an hour: reason is ACCESS_DANGER or ACCESS_OTHER, words at
 * least ACCESS_ANYWAY_LEAST characters. The leave is the alert: one row, which stands on every
 * coordinator's Today until one of them who is not its author has looked at it. E_INVALID, E_DENIED.
 */
MUST_USE enum status casework_open_anyway(struct session *s, struct person_id person,
                                          enum access_reason reason, const char *words);

/*
 * The passphrase of whoever is signed in, again: it counts as fresh for five minutes. Guesses are
 * counted as at the sign-in: E_DENIED, E_BUSY. The demonstration has none, and takes anything.
 */
MUST_USE enum status casework_prove(struct session *s, struct str passphrase);

#endif
