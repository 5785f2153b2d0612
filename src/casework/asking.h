#ifndef CASEWORK_ASKING_H
#define CASEWORK_ASKING_H

#include "casework/session.h"
#include "store/change.h"

/*
 * A partner, an address or a number changed: what was safe may not be so any more (care 4). From now
 * on the line says "ask again", and why, until somebody asked. because: "a number changed".
 */
MUST_USE enum status ask_safe_again_in(struct change *c, struct session *s, struct person_id person,
                                       const char *because);

/* As they are written, so that each is said once. */
#define ASK_NUMBER  _("a number changed")
#define ASK_ADDRESS _("the address changed")
#define ASK_PARTNER _("the partner changed")

#endif
