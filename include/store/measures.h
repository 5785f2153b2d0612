#ifndef STORE_MEASURES_H
#define STORE_MEASURES_H

#include "model/measure.h"
#include "store/kept.h"

/* What was measured. As store/kept.h says. */
MUST_USE enum status measured_add(struct change *c, const struct measured *x,
                                  struct measured_id *ret);
MUST_USE enum status measured_update(struct change *c, const struct measured *x);
MUST_USE enum status measured_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct measured_list *ret);
/* In the order in which they were asked. */
MUST_USE enum status measured_of_assessment(struct store *st, struct assessment_id id,
                                            struct arena *a, struct measured_list *ret);
/*
 * The last time that its measure was taken of its person, before it (id 0: the last time of all). Of
 * x only id, person and measure are looked at. E_NOT_FOUND.
 */
MUST_USE enum status measured_before(struct store *st, const struct measured *x, struct arena *a,
                                     struct measured *ret);

/* An answer of that item is made or replaced. */
MUST_USE enum status measure_answer_put(struct change *c, const struct measure_answer *x);
/* It is no error when there was none. */
MUST_USE enum status measure_answer_remove(struct change *c, struct measured_id id,
                                           const char *item);
/* In the order of their codes. */
MUST_USE enum status measure_answers_of(struct store *st, struct measured_id id, struct arena *a,
                                        struct measure_answer_list *ret);

#endif
