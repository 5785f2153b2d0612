#ifndef CASEWORK_TIMES_READ_H
#define CASEWORK_TIMES_READ_H

#include "casework/times.h"

/* The times with us of somebody, no right asked and no look left: for those who did that. */
MUST_USE enum status times_read(struct session *s, struct person_id id, struct arena *a,
                                struct times *ret);
/* "on hold until Mon 7 Dec", "closed 5 Feb: plan done". Belongs to a. */
const char *times_state(const struct referral *r, day today, struct arena *a);

#endif
