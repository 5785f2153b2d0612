#ifndef CASEWORK_ACCOUNTS_IN_H
#define CASEWORK_ACCOUNTS_IN_H

#include "casework/session.h"
#include "store/change.h"

/* Roles that take two people. */
#define ROLES_TOGETHER (ROLE_COORDINATOR | ROLE_AUDITOR)

/*
 * Roles added to an account within a change that two people agreed to. E_CONFLICT where it is closed;
 * E_NOT_FOUND. The sentence is in s.
 */
MUST_USE enum status account_give_roles_in(struct session *s, struct change *c,
                                           struct account_id id, unsigned roles);

/* Of the accounts that may sign in, is id the only coordinator? */
MUST_USE enum status account_last_coordinator(struct session *s, struct account_id id, bool *ret);

#endif
