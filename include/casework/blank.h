#ifndef CASEWORK_BLANK_H
#define CASEWORK_BLANK_H

#include "casework/session.h"
#include "model/paper.h"
#include "model/person.h"

/* Papers without a name: every role may, and the Desk. Strings of *ret belong to a. */

/* All questions for somebody at that stage. */
MUST_USE enum status casework_blank_questions(struct session *s, enum stage stage, struct arena *a,
                                              struct paper *ret);
/* A list of concerns to be filled in on paper; NULL: the newest. E_NOT_FOUND: there is none so called. */
MUST_USE enum status casework_blank_checklist(struct session *s, const char *list, struct arena *a,
                                              struct paper *ret);
/* It was written or printed: on record, with nobody's name. */
MUST_USE enum status casework_blank_given(struct session *s, const struct paper *p);

#endif
