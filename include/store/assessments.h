#ifndef STORE_ASSESSMENTS_H
#define STORE_ASSESSMENTS_H

#include "model/assessment.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status assessment_add(struct change *c, const struct assessment *x,
                                    struct assessment_id *ret);
MUST_USE enum status assessment_get(struct store *st, struct assessment_id id, struct arena *a,
                                    struct assessment *ret);
MUST_USE enum status assessment_update(struct change *c, const struct assessment *x);
MUST_USE enum status assessments_of_person(struct store *st, struct person_id p, struct arena *a,
                                           struct assessment_list *ret);

/*
 * The newest one of the person that has come to status or further and is older than before ({ 0 }:
 * any). E_NOT_FOUND when there is none.
 */
MUST_USE enum status assessment_latest(struct store *st, struct person_id p,
                                       enum assessment_status status, struct assessment_id before,
                                       struct arena *a, struct assessment *ret);

#endif
