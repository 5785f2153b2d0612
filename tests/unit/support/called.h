#ifndef TESTS_CALLED_H
#define TESTS_CALLED_H

#include "session.h"

#include "model/contact.h"
#include "model/ids.h"
#include "model/safe_contact.h"

/*
 * Somebody to ring: Jane Carter, known as Janie, born 12 Mar 1981, referred on 16 Nov and accepted by
 * Priya. Text first, no voicemail, no post, partner not told: set 3 Oct by Priya. A mobile of hers
 * alone, and a home number that is never to be used.
 */
struct person_id called_jane(struct workplace *w);
/* Somebody of that name of whom nothing was ever asked, with one number. */
struct person_id called_nobody_asked(struct workplace *w, const char *family);
/* Change what is safe for them. */
void called_set_safe(struct workplace *w, struct person_id p, const struct safe_contact *safe);
/* The two tries of the drawing: Tue 17 Nov 09:40 and Thu 19 Nov 14:10, no answer. */
void called_tried_twice(struct workplace *w, struct person_id p);

#endif
