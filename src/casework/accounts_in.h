#ifndef CASEWORK_ACCOUNTS_IN_H
#define CASEWORK_ACCOUNTS_IN_H

#include "casework/session.h"

/* E_CONFLICT, with its sentence, where id is the only coordinator of those who may sign in. */
MUST_USE enum status account_not_last(struct session *s, struct account_id id);

#endif
