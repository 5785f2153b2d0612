#ifndef CASEWORK_LOCK_H
#define CASEWORK_LOCK_H

#include "casework/session.h"

/*
 * The lock stands between somebody's work and whoever is in front of the screen. Locking and coming
 * back are on record. What was open is the screens' to keep.
 */

/* "locked", or why nobody was there: "locked: no key for 5 minutes". */
MUST_USE enum status casework_lock(struct session *s, const char *why);

/*
 * Whoever locked, back with their passphrase, which then counts as fresh, or with today's PIN while
 * it is good. Guesses are counted as at the sign-in. E_DENIED: wrong, or the session has ended and
 * takes a whole sign-in; E_BUSY: wait first.
 */
MUST_USE enum status casework_unlock(struct session *s, struct str typed);

#endif
