#ifndef CASEWORK_APPROVED_H
#define CASEWORK_APPROVED_H

#include "base/field.h"
#include "casework/approvals.h"
#include "casework/session.h"
#include "model/approval.h"
#include "store/change.h"

/* An act that can be asked of a second person: how it is looked at before, and how it is run. */
struct act_approved {
	enum op op;
	const char *asked, *done; /* "make", "made": what the sentence begins with */
	/* Can it be run with that body? *what is the sentence that both see; it belongs to a. */
	enum status (*check)(struct session *s, struct person_id person, const struct values *body,
	                     struct arena *a, const char **what);
	enum status (*run)(struct session *s, struct change *c, struct person_id person,
	                   const struct values *body, struct arena *a);
	/* What follows a no, also one's own; NULL: nothing. */
	enum status (*refuse)(struct session *s, struct change *c, const struct values *body,
	                      struct arena *a);
};

/* By op_word(); NULL: it cannot be asked for. */
const struct act_approved *approved_find(const char *word);

/* Ask within a change whose act was permitted; what was asked for already is not asked twice. */
MUST_USE enum status approval_ask_in(struct session *s, struct change *c,
                                     const struct new_approval *x, const char *what);

/* The sentence of what was asked for once it is done: "made Ben Ojo coordinator". */
const char *approved_done(const struct approval *x, struct arena *a);

#endif
