#ifndef CASEWORK_RHYTHM_H
#define CASEWORK_RHYTHM_H

#include "casework/session.h"
#include "model/service_due.h"

/* How often entries of the directory are checked here. */
struct check_every check_rhythm(const struct session *s);

/* The day proposed for its next check, when it is found out today: none that is full of checks already. */
MUST_USE enum status next_check_of(struct session *s, const struct service *x,
                                   const struct service_use *use, day *ret);

#endif
