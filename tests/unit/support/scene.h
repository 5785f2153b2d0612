#ifndef TESTS_SCENE_H
#define TESTS_SCENE_H

#include "session.h"

/*
 * The people of the drawings, in a workplace that is open, on Monday 23 November 2026: Jane Carter
 * (1), whose check-back on Citizens Advice is two days late and who has a visit at 14:00; Dylan
 * Pritchard (2), 09:30; Roisin Brannigan (3), never reached, a third try at 11:30; Amina Rahman (4),
 * new, a message; Ruth Lindqvist (5), new and late; Samuel Okafor (6), a chase; John Doe (7), quiet;
 * Wai-Ling Ng (8), a safety note by Priya; June Carter (9), at a change; Margaret Hughes (10), of
 * Ben's. All but the last are Priya's.
 */
void scene_set(struct workplace *w);

/* n more people of Priya's with a reminder of that day each; the first gets the id given. */
void scene_add(struct workplace *w, int first, int n, day due);

#endif
