#ifndef CASEWORK_SPEAKING_H
#define CASEWORK_SPEAKING_H

#include "casework/session.h"
#include "model/safe_contact.h"

/*
 * "Rosa Diaz, about appointments only": as it was written with what is safe, else those round them who
 * may be spoken to. "" is nobody. Belongs to a.
 */
MUST_USE enum status speaks_for_text(struct session *s, struct person_id person,
                                     const struct safe_contact *safe, struct arena *a,
                                     const char **ret);

#endif
