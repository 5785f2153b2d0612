#ifndef MODEL_STATUTORY_FORM_H
#define MODEL_STATUTORY_FORM_H

#include "base/field.h"
#include "model/statutory.h"
#include "model/when.h"

/* What they said to the offer: offer, again_on, why, sent_to, note. */
extern const struct field statutory_form[];

/* Is that field asked, after that answer? */
bool statutory_asks(enum statutory_offer offer, const char *field);

/* Into x: offer, offer_why, again_on, sent_to, note. Strings belong to a. */
void statutory_from_values(const struct values *v, const struct when_from *from, struct arena *a,
                           struct problems *problems, struct statutory_screen *x);

/*
 * What is wrong with it, x->indicated being set: what looks worth offering has an answer; not now has
 * a day ahead; not offered has a reason; who is asked is known when they want it.
 */
void statutory_problems(const struct statutory_screen *x, day today, struct arena *a,
                        struct problems *problems);

#endif
