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
 * The passphrase of whoever is signed in, again: it counts as fresh for five minutes. Guesses are
 * counted as at the sign-in: E_DENIED, E_BUSY. The demonstration has none, and takes anything.
 */
MUST_USE enum status casework_prove(struct session *s, struct str passphrase);

#endif
