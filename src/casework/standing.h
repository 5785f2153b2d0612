#ifndef CASEWORK_STANDING_H
#define CASEWORK_STANDING_H

#include "casework/session.h"

/* How the account stands to person now, and why. E_NOT_FOUND, E_STORE. */
MUST_USE enum status standing_find(struct session *s, struct person_id person, enum standing *ret,
                                   enum via *via);
/* casework_may_about(), which also says why they may; VIA_NONE about nobody. */
MUST_USE enum status standing_may(struct session *s, enum op op, struct person_id person,
                                  enum via *via);
/* The passphrase was given within the last five minutes. */
bool session_fresh(const struct session *s);

#endif
