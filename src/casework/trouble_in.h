#ifndef CASEWORK_TROUBLE_IN_H
#define CASEWORK_TROUBLE_IN_H

#include "base/field.h"
#include "casework/directory.h"
#include "store/change.h"

/*
 * What is wrong with an entry, put on x and stored, whatever else was changed of x with it; whoever
 * waits on it has a reminder with their worker. *told is how many people that is: as
 * casework_service_trouble() says. Of whoever may only propose it shows at once and staff are asked to
 * agree; until they do nobody's signpost ends.
 */
MUST_USE enum status service_trouble_in(struct session *s, struct change *c, struct service *x,
                                        const struct service_trouble *t, size_t *told);

/* May this account only propose what is wrong (care 14)? */
bool trouble_only_proposes(const struct session *s);
/* What is asked of staff, in the same change as the greying: an OP_EDIT_SERVICE approval. */
MUST_USE enum status trouble_propose_in(struct session *s, struct change *c,
                                        const struct service *x, const struct service_trouble *t,
                                        struct arena *a);
/* Is that what the body of such an approval asks? */
bool trouble_proposed(const struct values *body);
MUST_USE enum status trouble_agreed_in(struct session *s, struct change *c, struct service *x,
                                       const struct values *body, struct arena *a);
/* What shows still as it was proposed is taken back. */
MUST_USE enum status trouble_refused_in(struct session *s, struct change *c, struct service *x,
                                        const struct values *body, struct arena *a);

/*
 * The same for x, whose state somebody else says: those who wait are told, and nothing that was found
 * out here about the entry (not to be listed, its alert, its next check) is taken back by it.
 */
MUST_USE enum status service_state_in(struct session *s, struct change *c, struct service *x,
                                      size_t *told);

/*
 * Somebody has an answer to a concern for which their service was gone: the reminder to choose again is
 * done, with words as what came of it, and what they still waited for there ends as *service gone*.
 */
MUST_USE enum status service_gone_answered_in(struct session *s, struct change *c,
                                              struct person_id person, const char *concern,
                                              const char *words);

#endif
