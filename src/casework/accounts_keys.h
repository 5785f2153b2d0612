#ifndef CASEWORK_ACCOUNTS_KEYS_H
#define CASEWORK_ACCOUNTS_KEYS_H

#include "casework/session.h"
#include "model/passphrase.h"
#include "vault/keys.h"

/*
 * The key file's part of what is done to an account: the row in the case file says it already. Where
 * there is no key file (the demonstration) they do nothing. The sentence of a failure is in s.
 */

/* Logins that have a slot; strings belong to a. */
MUST_USE enum status slots_list(struct session *s, struct arena *a, struct keys_account_list *ret);
/* The passphrase opens it from now on, whether it had a slot or not. */
MUST_USE enum status slot_set(struct session *s, const struct account *x, struct str passphrase);
/* The same with a code that is made here. *code belongs to a. */
MUST_USE enum status slot_set_code(struct session *s, const struct account *x, struct arena *a,
                                   const char **code);
/* Gone; there was none: OK. */
MUST_USE enum status slot_remove(struct session *s, const struct account *x);
MUST_USE enum status slot_forgive(struct session *s, const struct account *x);

/*
 * The setting sign_in, to where it is read before the case file opens. At the sign-in of a coordinator
 * too, for it may have been killed in between.
 */
MUST_USE enum status slots_mirror(struct session *s);

/* Four plain words: 40 bits, at a cost of a third of a second each. Belongs to a. */
const char *code_make(struct arena *a);

#endif
