#ifndef CASEWORK_ACT_H
#define CASEWORK_ACT_H

#include "casework/op.h"
#include "casework/session.h"
#include "store/change.h"

#include <assert.h>

/*
 * How every public operation of casework writes: right, one change, derived tables, the sentence.
 *
 *	rc = act_begin(s, OP_RECORD_CONTACT, &c, person, "contact with Carter, Jane 1981");
 *	if (rc == OK)
 *		rc = record_in(&c, …);      parts shared by operations take the change: *_in()
 *	return act_end(s, &c, rc);
 *
 * act_end() must follow in any case. what is said to people (timeline, undo): it names the person
 * and outlasts the change.
 */
MUST_USE enum status act_begin(struct session *s, enum op op, struct change *c,
                               struct person_id person, const char *what);

/* rc OK: derives the person, ends the change. The sentence of a failure is in the session. */
MUST_USE enum status act_ended(struct session *s, struct change *c, enum status rc);
static inline MUST_USE enum status act_end(struct session *s, struct change *c, enum status rc)
{
	enum status ended = act_ended(s, c, rc);

	assert(rc == OK || ended != OK); /* nothing that failed is ever said to be stored */
	return ended;
}

/*
 * Reading: the right, and for a record of one person the look, which is on record before anything is
 * painted. person 0: no look (a list shows nobody's record).
 */
MUST_USE enum status act_read(struct session *s, enum op op, struct person_id person);

/* "Carter, Jane 1981", for what and messages. Belongs to a. */
struct person;
const char *act_name(const struct person *p, struct arena *a);
/* The same, or no name at all where the account may not know of them. */
const char *act_name_seen(struct session *s, const struct person *p, struct arena *a);
/* What stands for the name of somebody who is hidden: "restricted, CL-000412". */
const char *act_name_hidden(const struct session *s, struct person_id person, struct arena *a);

#endif
