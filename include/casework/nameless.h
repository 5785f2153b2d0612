#ifndef CASEWORK_NAMELESS_H
#define CASEWORK_NAMELESS_H

#include "casework/session.h"

/*
 * The Desk without a name (care 36): on a shared machine, without signing in, the directory,
 * enquiries, messages and safety; nobody's record can be opened or found. A coordinator puts it on.
 * What it writes is on record as *Desk, no name*.
 *
 * It opens the case file with a secret that lies beside it (vault/keys.h): while it is on, the key
 * file keeps out nobody who can read that folder.
 */
enum nameless { NAMELESS_OFF, NAMELESS_TODAY, NAMELESS_STAYS };

/* How it stands today. */
enum nameless session_nameless_desk(const struct session *s);

/*
 * Put it on for today, or until it is put off, or off: then whoever sits at one is out at their next
 * key. *said belongs to a. It takes a coordinator with a fresh passphrase. E_CONFLICT in the
 * demonstration, which has no key file.
 */
MUST_USE enum status casework_put_on_desk(struct session *s, enum nameless how, struct arena *a,
                                          const char **said);

/* Is it on for the file at path, now? Nothing is opened. */
bool nameless_listed(const char *path, int64_t now);

/* how->login and passphrase are not looked at. E_NOT_FOUND: it is not on. Else as casework_sign_in(). */
MUST_USE enum status casework_sign_in_nameless(const struct sign_in *how, struct session **ret);

/* Is this session nobody's? */
static inline bool session_is_nameless(const struct session *s)
{
	return s->account.roles == ROLE_DESK;
}

#endif
