#ifndef TESTS_CARTER_H
#define TESTS_CARTER_H

#include "session.h"

/*
 * Jane Carter of the drawings, at the workplace: born 12 Mar 1981, CL-000001, in radiotherapy until
 * Tue 24 Nov, active since 3 Oct with priya; text first, no voicemail, no post, partner not told;
 * 07700 900123; two services given and open (Citizens Advice Leeds, Leeds Cancer Lifts); four open
 * reminders; a plan with one action of hers and one of the worker's; her friend Rosa Diaz, who knows
 * of the service, and her partner, who does not.
 */
struct person_id carter_add(struct workplace *w);

/* Samir Haddad, CL-…, restricted to a named list, with nothing but his name. */
struct person_id haddad_add(struct workplace *w);

/* Mary Bell raises a worry about somebody (0: a man in the car park), about ending their life. */
struct safety_note_id safety_note_add_for(struct workplace *w, struct person_id person);

#endif
