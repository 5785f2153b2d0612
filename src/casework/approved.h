#ifndef CASEWORK_APPROVED_H
#define CASEWORK_APPROVED_H

#include "base/field.h"
#include "casework/session.h"
#include "store/change.h"

/* An act that can be asked of a second person: how it is looked at before, and how it is run. */
struct act_approved {
	enum op op;
	/* Can it be run with that body? *what is the sentence that both see; it belongs to a. */
	enum status (*check)(struct session *s, struct person_id person, const struct values *body,
	                     struct arena *a, const char **what);
	enum status (*run)(struct session *s, struct change *c, struct person_id person,
	                   const struct values *body, struct arena *a);
};

/* By op_word(); NULL: it cannot be asked for. */
const struct act_approved *approved_find(const char *word);

#endif
