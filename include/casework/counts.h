#ifndef CASEWORK_COUNTS_H
#define CASEWORK_COUNTS_H

#include "casework/session.h"

/*
 * How many things are due, without opening the case file: a file of numbers per account in the state
 * folder (model/due_counts.h), named by a hash of the case file and the login, so that nobody is named in
 * it or by it. It is rewritten after each change, at the lock and when somebody leaves; what cannot be
 * written is no reason to stop anybody.
 */

/*
 * Write it when something has changed since it was written last. always: in any case. The count is that of
 * casework_today() for the session's own Today, whole, on each day.
 */
void casework_keep_counts(struct session *s, bool always);

/*
 * Read it. *since: the sentence that says when it was counted, where that is over a day ago, else "". On
 * failure *fault: E_NOT_FOUND, there is none, or it does not reach to that day; E_DAMAGED. Strings belong
 * to a.
 */
struct due_count_of {
	const char *folder; /* struct settings' state_folder */
	const char *path;   /* of the case file */
	const char *login;
	int64_t now;
	day today;
};
MUST_USE enum status casework_due_count(const struct due_count_of *of, struct arena *a, long *ret,
                                        const char **since, const char **fault);

#endif
