#ifndef CASEWORK_WENT_ON_H
#define CASEWORK_WENT_ON_H

#include "base/arena.h"
#include "model/signpost.h"
#include "store/change.h"

/*
 * The one way in which a signpost is written: with the step that says how it came to stand there, so
 * that the newest step and the signpost never say two things (tests/lint/signposts.sh).
 */

/* A new one, and its first step. */
MUST_USE enum status signpost_given_in(struct change *c, const struct signpost *x,
                                       struct signpost_id *ret);

/*
 * x as it is from now on. step says on which day, who was asked and what was said; its person,
 * signpost, status and account are filled in here. NULL: a step on x->status_on, with x->reason.
 */
MUST_USE enum status signpost_went_on_in(struct change *c, const struct signpost *x,
                                         const struct signpost_step *step);

/* It stands in another record now, and its steps with it. */
MUST_USE enum status signpost_moved_in(struct change *c, const struct signpost *x, struct arena *a);

/* What it says: "waiting", "rang, no answer", "waiting, said the person". Belongs to a, or is fixed. */
const char *signpost_step_text(const struct signpost_step *x, struct arena *a);

#endif
