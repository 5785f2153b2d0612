#ifndef CASEWORK_ANSWERING_H
#define CASEWORK_ANSWERING_H

#include "casework/session.h"
#include "model/answered.h"
#include "store/change.h"

/*
 * What is open about the person and done with that deed is completed, in the same change, with words
 * as what came of it.
 */
MUST_USE enum status answer_in(struct session *s, struct change *c, struct person_id person,
                               enum deed deed, const char *words);

#endif
