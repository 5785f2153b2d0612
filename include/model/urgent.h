#ifndef MODEL_URGENT_H
#define MODEL_URGENT_H

#include "model/person.h"

/*
 * The 62-day standard: from an urgent referral for suspected cancer to the first treatment. For staff,
 * and told to people as it is, for nobody tells them otherwise.
 */
#define URGENT_DAYS 62

/*
 * "day 44 of 62 since the urgent referral" while no treatment has begun, "70 days since the urgent
 * referral, 8 over 62", "treated on day 59 of 62"; "" without the day of the referral, and for who
 * died. Belongs to a.
 */
const char *urgent_text(const struct person *p, day today, struct arena *a);

/* Are they still waiting, with the 62 days over? */
bool urgent_over(const struct person *p, day today);

#endif
