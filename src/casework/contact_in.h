#ifndef CASEWORK_CONTACT_IN_H
#define CASEWORK_CONTACT_IN_H

#include "casework/contacts.h"
#include "store/change.h"

/*
 * casework_record_contact() as part of another change: whether it may be is asked here, whether whoever
 * does it may is the caller's. A failure has its sentence in the session and is for the caller's
 * act_end().
 */
MUST_USE enum status contact_in(struct session *s, struct change *c, const struct new_contact *x,
                                struct arena *a, struct contact_saved *ret);

#endif
