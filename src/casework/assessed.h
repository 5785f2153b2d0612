#ifndef CASEWORK_ASSESSED_H
#define CASEWORK_ASSESSED_H

#include "casework/assess.h"
#include "casework/session.h"
#include "model/assessment.h"
#include "store/change.h"

/* Under which name the screen keeps its drafts. */
#define ASSESSMENT_FORM "assessment"

/* The newest that was done and may be kept. E_NOT_FOUND: there is none yet. */
MUST_USE enum status assessed_last(struct session *s, struct person_id person, struct arena *a,
                                   struct assessment *ret);

/*
 * What stands. Somebody who has cancer and looks after somebody too is asked by two kinds of list, for
 * themselves and as a carer, and neither takes the place of the other: the newest assessment of each
 * kind stands, with everything answered in it. Within a kind the newest alone does, whatever its list.
 * A code that both ask stands as the newest of all has it.
 */
struct assessed_standing {
	struct assessment last;       /* the newest of all */
	struct assessment other;      /* the newest of the other kind; id 0: none */
	struct concern_list concerns; /* those of last, then those of other */
};

/* E_NOT_FOUND: there is none yet. Strings belong to a. */
MUST_USE enum status assessed_standing(struct session *s, struct person_id person, struct arena *a,
                                       struct assessed_standing *ret);

/* The newest of the same kind that was done before x. E_NOT_FOUND: there is none. */
MUST_USE enum status assessed_before(struct session *s, const struct assessment *x, struct arena *a,
                                     struct assessment *ret);

/* Are those who look after somebody asked by that list? */
bool assessed_by_carers_list(struct session *s, const char *list);

/* Of which of the two it is. */
const struct assessment *assessed_of(const struct assessed_standing *x, const struct concern *c);

/* As its list calls it; "…, as a carer" where both kinds stand. */
const char *assessed_label(struct session *s, const struct assessed_standing *x,
                           const struct concern *c, struct arena *a);

/* Everything that was answered in that one. Strings belong to a. */
MUST_USE enum status assessed_said(struct session *s, const struct assessment *x, struct arena *a,
                                   struct assess_said *ret);

/*
 * OK unless that one is closed for good; then E_INVALID and its sentence. Whoever changes a part of an
 * assessment asks it first.
 */
MUST_USE enum status assessed_open(struct session *s, struct assessment_id id, struct arena *a);

/* The right, and who may correct it: E_INVALID, and what to do. */
MUST_USE enum status assessed_may_correct(struct session *s, const struct assessment *x,
                                          struct arena *a);

/* "CL-000412 7": under what the draft of a correction is kept. */
const char *assessed_about(struct person_id person, struct assessment_id id, struct arena *a);

/* Its answers take the place of those that stand: no level of need is lost. */
MUST_USE enum status assessed_put(struct session *s, struct change *c,
                                  const struct new_assessment *n, struct assessment_id id,
                                  struct arena *a);

MUST_USE enum status assessed_put_reds(struct change *c, const struct new_assessment *n,
                                       struct assessment_id id);

/* A correction, in the change that is open. */
MUST_USE enum status assessed_correct_in(struct session *s, struct change *c,
                                         const struct new_assessment *n, struct arena *a);

#endif
