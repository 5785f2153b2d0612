#ifndef CASEWORK_TROUBLE_IN_H
#define CASEWORK_TROUBLE_IN_H

#include "casework/directory.h"
#include "store/change.h"

/*
 * What is wrong with an entry, put on x and stored, whatever else was changed of x with it; whoever
 * waits on it has a reminder with their worker. *told is how many people that is: as
 * casework_service_trouble() says.
 */
MUST_USE enum status service_trouble_in(struct session *s, struct change *c, struct service *x,
                                        const struct service_trouble *t, size_t *told);

/*
 * Somebody has an answer to a concern for which their service was gone: the reminder to choose again is
 * done, with words as what came of it, and what they still waited for there ends as *service gone*.
 */
MUST_USE enum status service_gone_answered_in(struct session *s, struct change *c,
                                              struct person_id person, const char *concern,
                                              const char *words);

#endif
