#ifndef CASEWORK_ASSESS_H
#define CASEWORK_ASSESS_H

#include "casework/strip.h"
#include "model/assessment.h"
#include "model/concern.h"
#include "model/concerns.h"

/*
 * What an assessment begins with: whom it is about, what was said last time, and a header filled in
 * as far as it is known. Opening it is a look at the record. Strings belong to the arena.
 */
struct assessment_start {
	struct person_strip strip;
	struct concern_set set;   /* the list that is asked */
	struct assessment header; /* today, by phone, said yes, where they are from their stage */
	struct assessment before; /* id 0: the first one */
	struct concern_list was;  /* what was answered then */
	bool in_treatment;        /* or within six weeks of it: model/red.h */
	const char *lead, *lead_phone; /* who answers for safety: "" when nobody is named */
};

MUST_USE enum status casework_begin_assessment(struct session *s, struct person_id person,
                                               struct arena *a, struct assessment_start *ret);

/* An assessment that is ended. Of the nouns, ids, person and account are filled in. */
struct new_assessment {
	struct assessment header; /* person, list and what was asked of it */
	struct concern_list concerns;
	struct domain_nothing_list nothings;
	struct red_answer_list reds; /* a reply to every answer that needs a person now */
	int minutes;                 /* the call took, or NUMBER_NONE */
	const char *note;            /* of the call, "" */
};

/*
 * Keep it, in one change: the assessment, its concerns, the answers that need a person now, the call
 * it was made in, and the end of its draft. Reminders to speak for the first time, to try again and
 * to go over the plan are done with it.
 *
 * E_INVALID, nothing kept: an answer that needs a person has no reply, or "not asked" without why and
 * who will ask today; or whether it may be kept was not asked. When they said no to
 * keeping it, only that it was offered, the call, and the answers that need a person are kept. When
 * they did not want it now (offered), no concerns are.
 */
MUST_USE enum status casework_complete_assessment(struct session *s, const struct new_assessment *n,
                                                  struct assessment_id *ret);

/* All of one person's, the newest first; and what was answered in one. */
MUST_USE enum status casework_assessments(struct session *s, struct person_id person,
                                          struct arena *a, struct assessment_list *ret);

#endif
