#ifndef CASEWORK_PROPOSED_ENTRY_H
#define CASEWORK_PROPOSED_ENTRY_H

#include "casework/session.h"
#include "store/change.h"

/*
 * An entry that somebody proposes who may not write one: the body has "service", the id (0: a new
 * entry), and the fields that are to say something else; or "trouble", what is wrong with it, which
 * shows already (trouble_in.h). As approved.h says.
 */
MUST_USE enum status proposed_entry_check(struct session *s, struct person_id person,
                                          const struct values *body, struct arena *a,
                                          const char **what);
MUST_USE enum status proposed_entry_run(struct session *s, struct change *c,
                                        struct person_id person, const struct values *body,
                                        struct arena *a);
/* A service that was said to be closed or full stands in the directory again as it did. */
MUST_USE enum status proposed_entry_refuse(struct session *s, struct change *c,
                                           const struct values *body, struct arena *a);

#endif
