#ifndef CASEWORK_RESTRICTING_H
#define CASEWORK_RESTRICTING_H

#include "casework/session.h"
#include "store/change.h"

/* The parts of restricting that an approval runs, and what moves people. */
MUST_USE enum status restrict_in(struct session *s, struct change *c, struct person_id person);
MUST_USE enum status unrestrict_in(struct session *s, struct change *c, struct person_id person);

/*
 * Whoever is to see to a restricted record is named for it; *named says whether that was news.
 * Nobody gets a record to themselves that way who was not named before: E_DENIED.
 */
MUST_USE enum status name_taker_in(struct session *s, struct change *c, struct person_id person,
                                   struct account_id taker, bool *named);

#endif
