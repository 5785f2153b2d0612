#ifndef CASEWORK_STAGE_RULES_H
#define CASEWORK_STAGE_RULES_H

#include "casework/session.h"
#include "model/person.h"
#include "store/change.h"

/*
 * What follows from where somebody has come to be, by the rules that hold here: a reminder each for
 * whoever has them, in the change that says so. None for who died or asked us to stop, and none twice.
 */
MUST_USE enum status stage_rules_in(struct session *s, struct change *c, const struct person *p);

#endif
