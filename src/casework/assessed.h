#ifndef CASEWORK_ASSESSED_H
#define CASEWORK_ASSESSED_H

#include "casework/session.h"
#include "model/assessment.h"

/* Under which name the screen keeps its drafts. */
#define ASSESSMENT_FORM "assessment"

/* The newest that was done and may be kept. E_NOT_FOUND: there is none yet. */
MUST_USE enum status assessed_last(struct session *s, struct person_id person, struct arena *a,
                                   struct assessment *ret);

#endif
