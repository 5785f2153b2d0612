#ifndef CASEWORK_SIGNPOST_OUTCOME_H
#define CASEWORK_SIGNPOST_OUTCOME_H

#include "casework/signposts.h"
#include "store/change.h"

/*
 * The part that telling what came of a signpost and completing the reminder that asked share: the
 * signpost and its step, what else asks about it and when it is asked next (*again; DAY_NONE: no more),
 * what the plan has for it, how often its service helped.
 */
MUST_USE enum status signpost_outcome_in(struct session *s, struct change *c,
                                         const struct signpost_outcome *o, day *again);

#endif
