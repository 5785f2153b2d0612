#ifndef STORE_CONCERNS_H
#define STORE_CONCERNS_H

#include "model/concern.h"
#include "store/kept.h"

/*
 * The parts of an assessment. They are put: a row of that code is made or replaced, whatever its ver
 * was; and removed: it is no error when there was none.
 */
MUST_USE enum status concern_put(struct change *c, const struct concern *x);
MUST_USE enum status concern_remove(struct change *c, struct assessment_id id, const char *code);
/* In the order of their codes. */
MUST_USE enum status concerns_of_assessment(struct store *st, struct assessment_id id,
                                            struct arena *a, struct concern_list *ret);

/* Of all their assessments, in the order of these and of their codes. */
MUST_USE enum status concerns_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct concern_list *ret);

MUST_USE enum status domain_nothing_put(struct change *c, const struct domain_nothing *x);
MUST_USE enum status domain_nothing_remove(struct change *c, struct assessment_id id,
                                           const char *domain);
MUST_USE enum status domain_nothings_of_assessment(struct store *st, struct assessment_id id,
                                                   struct arena *a,
                                                   struct domain_nothing_list *ret);

MUST_USE enum status red_answer_put(struct change *c, const struct red_answer *x);
MUST_USE enum status red_answer_remove(struct change *c, struct assessment_id id, const char *code);
MUST_USE enum status red_answers_of_assessment(struct store *st, struct assessment_id id,
                                               struct arena *a, struct red_answer_list *ret);

#endif
