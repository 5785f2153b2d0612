#ifndef CASEWORK_RELEASE_H
#define CASEWORK_RELEASE_H

#include "casework/strip.h"
#include "model/plan.h"
#include "model/plan_document.h"

/* What would leave, and what is missing of it, before anything does. */
struct plan_release {
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

/* It left: on record as print, the plan is given, and the reminder to give it is done. */
MUST_USE enum status casework_released_plan(struct session *s, const struct plan_release *r);

/* What they answered: will anybody else see this paper? */
MUST_USE enum status casework_set_paper_seen(struct session *s, struct person_id person,
                                             enum asked seen);

#endif
