#ifndef CASEWORK_ROUND_H
#define CASEWORK_ROUND_H

#include "casework/session.h"
#include "model/person.h"

/* What the record and its list of people share. */

/* Is there to be no link between them: kept apart, or hidden from this account? */
bool relative_apart(struct session *s, const struct person *one, const struct person *other);

/* "Rosa Diaz". Belongs to a or to p. */
const char *relative_name(const struct person *p, struct arena *a);

/* Have they been asked through a list for carers? */
struct store;
MUST_USE enum status relative_assessed(struct store *st, struct person_id id, struct arena *a,
                                       bool *ret);

#endif
