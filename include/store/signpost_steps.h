#ifndef STORE_SIGNPOST_STEPS_H
#define STORE_SIGNPOST_STEPS_H

#include "model/signpost.h"
#include "store/kept.h"

/* As store/kept.h says; of one signpost or person the newest first. */
MUST_USE enum status signpost_step_add(struct change *c, const struct signpost_step *x,
                                       struct signpost_step_id *ret);
MUST_USE enum status signpost_step_update(struct change *c, const struct signpost_step *x);
MUST_USE enum status signpost_steps_of(struct store *st, struct signpost_id signpost,
                                       struct arena *a, struct signpost_step_list *ret);
MUST_USE enum status signpost_steps_of_person(struct store *st, struct person_id p, struct arena *a,
                                              struct signpost_step_list *ret);

#endif
