#ifndef CASEWORK_LOOKED_H
#define CASEWORK_LOOKED_H

#include "casework/op.h"
#include "casework/session.h"

/*
 * What was looked at, on record before it is shown. All of these write an event of their own, so none
 * may be called within a change or a reading. A file that is open for reading only keeps no record.
 */

/* A list of people: "the caseload, mine: 52 people". What was said in the last quarter hour is not again. */
MUST_USE enum status looked_at_list(struct session *s, const char *what);
/* What is typed to find somebody, and how many it showed: on record when the typing settles. */
MUST_USE enum status looked_for(struct session *s, const char *text, size_t people);
/* Put what was searched for on record now; nothing when nothing was. */
MUST_USE enum status looked_settle(struct session *s);
/* The same when two seconds have passed since the last letter. What fails waits for the next act. */
void looked_tick(struct session *s);
/* One record, for what an act was: OP_OPEN_PERSON is "opened". */
MUST_USE enum status looked_at_person(struct session *s, enum op op, struct person_id person,
                                      const char *via);
/* Somebody tried what they may not: a record, or what takes records out or in. */
void looked_refused(struct session *s, enum permit permit, enum op op, struct person_id person);

#endif
