#ifndef CASEWORK_STATUTORY_READ_H
#define CASEWORK_STATUTORY_READ_H

#include "casework/session.h"
#include "model/person.h"
#include "model/statutory.h"

/* Reading what was gone through, for other parts of casework. The sentence of a failure is the store's. */

/* Who assesses where they live: "Leeds City Council", of two tiers the county's; "" when not known. */
const char *statutory_council(const struct person *p, struct arena *a);
/* The nation whose law it is: where they live, else where the service is. */
enum nation statutory_nation(const struct session *s, const struct person *p);

/* The list of that kind; of a nation without one, with who decides there. Belongs to a. */
struct statutory_list statutory_list_in(const struct session *s, const struct person *p,
                                        enum statutory_kind kind, struct arena *a);

/* The newest of that kind. E_NOT_FOUND. */
MUST_USE enum status statutory_latest(struct session *s, struct person_id person,
                                      enum statutory_kind kind, struct arena *a,
                                      struct statutory_screen *ret);

/* What the letter to the council says, of the newest that they wanted. E_NOT_FOUND: none. */
MUST_USE enum status statutory_document_read(struct session *s, struct person_id person,
                                             struct arena *a, struct statutory_document *ret);

#endif
