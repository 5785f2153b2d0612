#ifndef CASEWORK_MOVE_ENTRY_H
#define CASEWORK_MOVE_ENTRY_H

#include "casework/session.h"
#include "model/moved.h"

/*
 * What was put into the wrong record goes into the right one, whole: nothing of it is left in the
 * first, and both show that it was moved, by whom and when. A word of a service goes with the
 * reminders that ask about it, unless something left with it: that cannot be taken back.
 *
 * E_NOT_FOUND when it is not in that record any more; E_INVALID for the same person twice; E_CONFLICT
 * when it cannot be moved, with why. said belongs to a. Undone as one.
 */
struct entry_move {
	struct person_id from, to;
	enum moved_noun noun;
	int64_t entry; /* its id */
};
MUST_USE enum status casework_move_entry(struct session *s, const struct entry_move *x,
                                         struct arena *a, const char **said);

#endif
