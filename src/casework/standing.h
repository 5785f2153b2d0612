#ifndef CASEWORK_STANDING_H
#define CASEWORK_STANDING_H

#include "casework/session.h"

/* How the account stands to person now, and why. E_NOT_FOUND, E_STORE. */
MUST_USE enum status standing_find(struct session *s, struct person_id person, enum standing *ret,
                                   enum via *via);
/* casework_may_about(), which also says why they may; VIA_NONE about nobody. */
MUST_USE enum status standing_may(struct session *s, enum op op, struct person_id person,
                                  enum via *via);
/*
 * Is somebody who is restricted, or for volunteers also kept apart, hidden from this account? Quiet:
 * it leaves the session's sentence alone; what cannot be found out is hidden. The flags are those of
 * the person; where neither is set nothing is asked.
 */
bool standing_hides(struct session *s, struct person_id person, bool restricted, bool keep_apart);
/* May it do op to them without any more ado? Quiet, too. */
bool standing_lets(struct session *s, enum op op, struct person_id person);
/* Is somebody hidden from this account, whose flags are not at hand? 0 and nobody are not. Quiet. */
bool standing_hidden(struct session *s, struct person_id person);
/* Does the record, or what is for volunteers of it, stand open to this account just now? Quiet. */
bool standing_open(struct session *s, struct person_id person);
/* Does any role of theirs open records at all? Who has none is told of nobody by name. */
bool session_knows_people(const struct session *s);
/* E_DENIED, with what it takes in s->demand: the passphrase again, to do op. */
enum status session_ask_proof(struct session *s, enum op op);
/* The passphrase was given within the last five minutes. */
bool session_fresh(const struct session *s);

#endif
