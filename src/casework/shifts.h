#ifndef CASEWORK_SHIFTS_H
#define CASEWORK_SHIFTS_H

#include "casework/session.h"
#include "model/access.h"
#include "store/change.h"

/* The instant at which that day begins here. */
int64_t shift_begins(const struct session *s, day on);

/* Leave for one day: from now on today, else from its beginning; it ends with the day. */
MUST_USE enum status shift_add_in(struct change *c, struct session *s, struct access x, day on);

/* Whose case it is now; { 0 }: nobody's, whoever is on duty. */
MUST_USE enum status shift_worker(struct session *s, struct person_id person, struct arena *a,
                                  struct account_id *ret);

#endif
