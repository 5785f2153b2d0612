#ifndef CASEWORK_ASSESS_H
#define CASEWORK_ASSESS_H

#include "casework/lists.h"
#include "casework/strip.h"
#include "model/assess_change.h"
#include "model/assess_doubt.h"
#include "model/assessment.h"
#include "model/concern.h"
#include "model/concerns.h"

/*
 * What an assessment begins with: whom it is about, what was said last time, and a header filled in
 * as far as it is known. Opening it is a look at the record. Strings belong to the arena.
 */
struct assessment_start {
	struct person_strip strip;
	struct concern_set set;                    /* the list that is asked: header.list */
	struct list_offers lists;                  /* which others could be */
	struct measure_pick measures;              /* that go with it */
	struct measure_taken_list measured_before; /* the last time that each was taken */
	struct measure_taken_list measured;        /* of a correction: what stands in it */
	struct assessment header; /* today, by phone, said yes, where they are from their stage */
	struct assessment before; /* id 0: the first one */
	struct concern_list was;  /* what was answered then */
	struct assessment_past_list {
		size_t n;
		struct assessment_past {
			struct assessment assessment;
			struct concern_list was;
		} * at;
	} past; /* the newest that was done by each list, the newest of all first */
	struct assessment_id newest;   /* of all of theirs: what comes after it came meanwhile */
	bool in_treatment;             /* or within six weeks of it: model/red.h */
	const char *lead, *lead_phone; /* who answers for safety: "" when nobody is named */
	struct assess_said now;        /* of one that is corrected: what stands in it */
	struct red_answer_list reds;   /* and the replies it got */
};

MUST_USE enum status casework_begin_assessment(struct session *s, struct person_id person,
                                               struct arena *a, struct assessment_start *ret);

/*
 * Choose what came before, of past, for the list that is asked: the last by the same one; else the
 * newest that has something of it. Somebody who has cancer and looks after somebody else is asked by
 * two lists, and neither is the review of the other.
 */
void assessment_start_before(struct assessment_start *start);

/*
 * The same, to correct one that was done: header is its own, with its id, and was what came before it.
 * E_INVALID, and the sentence says what to do: it is closed, or somebody else's, or of another day.
 */
MUST_USE enum status casework_begin_correction(struct session *s, struct assessment_id id,
                                               struct arena *a, struct assessment_start *ret);

/* An assessment that is ended. Of the nouns, ids, person and account are filled in. */
struct new_assessment {
	struct assessment header; /* person, list and what was asked of it */
	struct concern_list concerns;
	struct domain_nothing_list nothings;
	struct measure_taken_list measured; /* by measures that a list here describes */
	struct red_answer_list reds;        /* a reply to every answer that needs a person now */
	struct assessment_id newest;        /* as it began with */
	int minutes;                        /* the call took, or NUMBER_NONE */
	const char *note;                   /* of the call, "" */
};

/*
 * Keep it, in one change: the assessment, its concerns, the answers that need a person now, the call
 * it was made in, and the end of its draft. Reminders to speak for the first time, to try again and
 * to go over the plan are done with it.
 *
 * E_INVALID, nothing kept: an answer that needs a person has no reply, or "not asked" without why and
 * who will ask today; or whether it may be kept was not asked. When they said no to
 * keeping it, only that it was offered, the call, and the answers that need a person are kept. When
 * they did not want it now (offered), no concerns are. Measures are kept where concerns are.
 *
 * With an id in the header it is a correction: its answers take the place of those before, the call
 * and what they agreed to stay as they are, and one that was unlocked is closed again. E_CONFLICT when
 * somebody changed it meanwhile.
 */
MUST_USE enum status casework_complete_assessment(struct session *s, const struct new_assessment *n,
                                                  struct assessment_id *ret);

/*
 * What is worth a second look before that is ended, in words; also when a colleague ended one
 * meanwhile. It stands in nobody's way. Strings belong to a.
 */
MUST_USE enum status casework_assessment_doubts(struct session *s, const struct new_assessment *n,
                                                struct arena *a, struct assess_doubt_list *ret);

/* Close one for good: nothing in it changes any more until it is unlocked. */
MUST_USE enum status casework_lock_assessment(struct session *s, struct assessment_id id);
/* Open it again for whoever may assess; why, in words, is on record. E_INVALID: no words. */
MUST_USE enum status casework_unlock_assessment(struct session *s, struct assessment_id id,
                                                const char *because);

/* What changed in that one since the one before it, in words; none when it is the first. */
MUST_USE enum status casework_assessment_changes(struct session *s, struct assessment_id id,
                                                 struct arena *a, struct assess_change_list *ret);

/* All of one person's, the newest first; and what was answered in one. */
MUST_USE enum status casework_assessments(struct session *s, struct person_id person,
                                          struct arena *a, struct assessment_list *ret);

#endif
