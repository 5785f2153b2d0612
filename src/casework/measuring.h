#ifndef CASEWORK_MEASURING_H
#define CASEWORK_MEASURING_H

#include "casework/assess.h"
#include "store/change.h"

/* The parts by which measures are taken, in an assessment and on their own. */

/* The last time that each of them was taken; those that never were are left out. */
MUST_USE enum status measured_last(struct session *s, struct person_id person,
                                   const struct measure_pick *measures, struct arena *a,
                                   struct measure_taken_list *ret);

/* E_INVALID: an answer that is on no scale, or of no question, with its sentence. */
MUST_USE enum status measuring_check(struct session *s, const struct measure_taken_list *list);

/*
 * Of one that is corrected: what was answered in it, in start->measured, the measures of it that are
 * not asked any more among those asked, and in start->measured_before what there was before it.
 */
MUST_USE enum status measured_then(struct session *s, const struct assessment *x, struct arena *a,
                                   struct assessment_start *start);

/* Keep what was answered in that assessment, in place of what stood there. */
MUST_USE enum status measuring_put(struct session *s, struct change *c,
                                   const struct new_assessment *n, struct assessment_id id,
                                   struct arena *a);

/* One that was taken on its own; head gets its id. */
MUST_USE enum status measuring_add(struct change *c, struct measured *head,
                                   const struct measure_answer_list *answers);

#endif
