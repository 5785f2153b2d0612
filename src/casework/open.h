#ifndef CASEWORK_OPEN_H
#define CASEWORK_OPEN_H

#include "casework/session.h"

/* The parts that signing in, the demonstration and a new file share. */
struct session *session_new(void);
/* Open the file how names with the ring, and begin as login: on record before anything is shown. */
struct keyring;
MUST_USE enum status session_open_file(struct session *s, const struct sign_in *how,
                                       const char *login, const struct keyring *ring);
/* The store is there: account, settings, holidays, and what each event says of whoever is at it. */
MUST_USE enum status session_begin(struct session *s, const char *login);
/*
 * Has somebody else written since? Then the account and the settings are read again, and true comes
 * back: what was decided before is decided anew. What cannot be read now is asked for again.
 */
bool session_refresh(struct session *s);

#endif
