#ifndef CASEWORK_STATUTORY_READ_H
#define CASEWORK_STATUTORY_READ_H

#include "casework/session.h"
#include "model/action.h"
#include "model/person.h"
#include "model/statutory.h"
#include "store/change.h"

/* Of the reminder to ask the council, where there is no plan yet. */
#define STATUTORY_RULE_ASK "council-ask"

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

/* What I will do, as the plan has it: "ask Leeds City Council for an assessment". */
const char *statutory_action(const char *council, struct arena *a);

/* The entry of the directory that assesses where they live; 0: none. */
MUST_USE enum status statutory_service(struct session *s, const struct person *p, struct arena *a,
                                       struct service_id *ret);

/* The council was asked, or need not be any more: what is open about asking it ends so. */
struct statutory_end {
	const char *council;
	enum action_status status;
	const char *outcome;
};
MUST_USE enum status statutory_end_in(struct session *s, struct change *c, struct person_id person,
                                      const struct statutory_end *end);

#endif
