#ifndef CASEWORK_CHANGED_H
#define CASEWORK_CHANGED_H

#include "casework/session.h"

/*
 * Who saved meanwhile, for a form that finds what it began with changed: take the mark before it is
 * read, ask when saving meets a conflict.
 */
MUST_USE enum status casework_mark(struct session *s, struct event_id *ret);

/* What a form is about: the first of them that is not 0. */
struct changed_what {
	struct person_id person;
	struct service_id service;
};

/* "Ben Ojo, 09:12", or "" where it cannot be told. Belongs to a. */
MUST_USE enum status casework_changed_by(struct session *s, const struct changed_what *what,
                                         struct event_id since, struct arena *a, const char **ret);

#endif
