#ifndef TESTS_JANE_ASSESSED_H
#define TESTS_JANE_ASSESSED_H

#include "session.h"

#include "model/ids.h"

/*
 * Jane of product.md in the workplace's file: Carter, Jane “Janie”, born 12 Mar 1981, in treatment,
 * referred on 16 Nov 2026 and accepted by priya; text first, no voicemail, no post, partner not
 * told. One of whom nothing more is known.
 */
struct person_id jane_add(struct workplace *w);
/* Another person, of that family name. */
struct person_id somebody_add(struct workplace *w, const char *family_name);

/* Her assessment of 3 Oct 2026: money 9 ("rent"), work not asked, care 5, travel 7, household 3,
 * low 2, overall 6. */
void jane_assessed_before(struct workplace *w, struct person_id jane);

#endif
