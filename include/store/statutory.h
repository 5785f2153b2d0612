#ifndef STORE_STATUTORY_H
#define STORE_STATUTORY_H

#include "model/statutory.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status statutory_screen_add(struct change *c, const struct statutory_screen *x,
                                          struct statutory_screen_id *ret);
MUST_USE enum status statutory_screen_get(struct store *st, struct statutory_screen_id id,
                                          struct arena *a, struct statutory_screen *ret);
MUST_USE enum status statutory_screen_update(struct change *c, const struct statutory_screen *x);
MUST_USE enum status statutory_screens_of_person(struct store *st, struct person_id p,
                                                 struct arena *a,
                                                 struct statutory_screen_list *ret);

/* Its parts: a row of that code is made or replaced. Read in the order of their codes. */
MUST_USE enum status statutory_answer_put(struct change *c, const struct statutory_answer *x);
MUST_USE enum status statutory_answers_of(struct store *st, struct statutory_screen_id id,
                                          struct arena *a, struct statutory_answer_list *ret);

#endif
