#ifndef CASEWORK_REVIEWS_H
#define CASEWORK_REVIEWS_H

#include "casework/session.h"
#include "model/access.h"

/*
 * What was opened anyway and nobody has looked at yet. Everything belongs to the arena it was asked
 * for with; none of the strings is NULL. The record goes by its reference, for whoever looks at this
 * need not be named for it.
 */
struct opened_anyway {
	struct access access;
	const char *ref;  /* "CL-000412" */
	const char *who;  /* "Ben Ojo" */
	const char *when; /* "Mon 23 Nov 09:06" */
	const char *why;  /* "somebody may come to harm" */
	bool mine;        /* somebody else looks at it */
};

struct opened_list {
	size_t n;
	struct opened_anyway *at;
};
MUST_USE enum status casework_opened_anyway(struct session *s, struct arena *a,
                                            struct opened_list *ret);

/* What was looked at, changed and printed in that hour because of it: "09:07 opened it". */
struct opened_line {
	const char *time, *what;
};
struct opened_meanwhile {
	size_t n;
	struct opened_line *at;
};
MUST_USE enum status casework_opened_meanwhile(struct session *s, int64_t access, struct arena *a,
                                               struct opened_meanwhile *ret);

/*
 * Was it right? It is off everybody's Today then, and stands in the record of whoever opened it.
 * E_DENIED: one's own. E_CONFLICT: somebody has looked at it already.
 */
MUST_USE enum status casework_review_anyway(struct session *s, int64_t access,
                                            enum access_review review, const char *note);

#endif
