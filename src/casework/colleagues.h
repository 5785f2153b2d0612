#ifndef CASEWORK_COLLEAGUES_H
#define CASEWORK_COLLEAGUES_H

#include "casework/session.h"

/* What cover, handing over and what was left share. Strings belong to a. */

/* "Ben": as colleagues call one another. */
const char *colleague_first(const char *name, struct arena *a);
/* "Fri 20 Nov 17:02" */
const char *colleague_when(const struct session *s, int64_t at, struct arena *a);
/* "17:02", "Sat 10:02", "16 Nov": the same in nine columns. */
const char *colleague_came(const struct session *s, int64_t at, struct arena *a);
/* The name of an account; "somebody" of none. E_STORE. */
MUST_USE enum status colleague_name(struct session *s, struct account_id id, struct arena *a,
                                    const char **ret);
/* "Carter, Jane 1981"; "restricted, CL-000123" where this account may not open them. 0: "". */
MUST_USE enum status colleague_person(struct session *s, struct person_id id, struct arena *a,
                                      const char **ret);
/* The instant at which this account's today began. */
int64_t colleague_midnight(const struct session *s);

/* Is a note that was left for this account to read? */
struct handover_note;
bool note_is_for(const struct session *s, const struct handover_note *n);

#endif
