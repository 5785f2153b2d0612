#ifndef TESTS_EVERY_CALL_H
#define TESTS_EVERY_CALL_H

#include "session.h"

#include "base/status.h"
#include "casework/op.h"

/*
 * Every public operation of casework that works in a session, called for real with what it needs to be
 * done about one person, who has Jane Carter's record. What comes back is only whether it was refused.
 */
struct calling {
	struct workplace *w;
	struct session *s;
	struct arena *a;
	struct person_id person;
};

struct every_call {
	const char *name; /* "casework_open_person" */
	enum op op;
	bool person; /* it is about the person: how the account stands to them counts */
	enum status (*call)(struct calling *c);
};

/* One after the other from 0; NULL after the last. */
const struct every_call *every_call_at(size_t i);

#endif
