#ifndef CASEWORK_UNFINISHED_H
#define CASEWORK_UNFINISHED_H

#include "casework/session.h"
#include "model/draft.h"

/*
 * What colleagues began and did not end. Two working days after it was last kept, or when its author
 * is away, the person's worker and the coordinators see that it is there, and may read it with a
 * reason. Answers that need a person now raise it at once. Source: care rule 13. Strings belong to
 * the arena they were asked for with.
 */
struct unfinished {
	int64_t id;
	struct account_id author;
	struct person_id person; /* 0: about nobody yet */
	const char *name;        /* "Carter, Jane 1981", "" */
	const char *what;        /* "Unfinished assessment by Ben Ojo, Fri 14:10, 9 raised" */
	size_t red;              /* answers that need a person now */
	int64_t kept_at;
};

struct unfinished_list {
	size_t n;
	struct unfinished *at; /* what needs a person first, then the longest waiting */
};

/* Nothing, no failure, for those who may not. */
MUST_USE enum status casework_unfinished(struct session *s, struct arena *a,
                                         struct unfinished_list *ret);

/* One line of it, in words. */
struct unfinished_line {
	const char *label, *text;
	bool red;
};
struct unfinished_text {
	struct unfinished head;
	size_t n;
	struct unfinished_line *at;
};

/*
 * Read it: who, whose and why is on record first. Nothing of it can be changed. E_INVALID: no
 * reason; E_NOT_FOUND: it is ended, or not to be seen by this account.
 */
MUST_USE enum status casework_read_unfinished(struct session *s, int64_t id, const char *reason,
                                              struct arena *a, struct unfinished_text *ret);

#endif
