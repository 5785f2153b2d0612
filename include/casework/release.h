#ifndef CASEWORK_RELEASE_H
#define CASEWORK_RELEASE_H

#include "casework/strip.h"
#include "model/consent.h"
#include "model/plan.h"
#include "model/plan_document.h"

/* What would leave, and what is missing of it, before anything does. */
struct plan_release {
	struct share_with copy; /* to_whom "": their own; else it goes to somebody else */
	struct person_strip strip;
	struct plan plan;
	enum asked seen; /* will anybody else see the paper: asked once a person */
	struct plan_document document;
	size_t missing; /* sentences: "The plan is not agreed yet." */
	const char **lacks;
};

/*
 * The plan as it may be handed out. Unless it is known that nobody else sees the paper, the short
 * one: dates, who rings, numbers; no illness, no words of theirs, no name of a service that tells.
 * E_NOT_FOUND: no plan was made. Strings belong to a.
 */
MUST_USE enum status casework_release_plan(struct session *s, struct person_id person,
                                           struct arena *a, struct plan_release *ret);

/*
 * It leaves: on record as print and as a disclosure of what is ticked; of their own copy the plan is
 * given, and the reminder to give it is done. E_CONFLICT: a copy for somebody else, to which they have
 * not agreed. To be called once the page is made and before it has its name (base/file.h).
 */
MUST_USE enum status casework_released_plan(struct session *s, const struct plan_release *r);

/* May somebody else have a copy? E_CONFLICT with the sentence that says why not. */
MUST_USE enum status casework_may_copy_plan(struct session *s, struct person_id person,
                                            const struct share_with *with);

/* What they answered: will anybody else see this paper? */
MUST_USE enum status casework_set_paper_seen(struct session *s, struct person_id person,
                                             enum asked seen);

#endif
