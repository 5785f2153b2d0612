#ifndef CASEWORK_MEASURES_H
#define CASEWORK_MEASURES_H

#include "casework/lists.h"
#include "casework/strip.h"

/*
 * A measure that is taken on its own: four questions on the telephone between two assessments, a
 * professional's judgement of frailty. Those that go with an assessment are taken there.
 */
struct measure_start {
	struct person_strip strip;
	struct measure_pick measures;     /* on offer: what clew brings with it, then by name */
	struct measure_taken_list before; /* the last time that each of them was taken */
};

/* Opening it is a look at the record. Strings belong to a. */
MUST_USE enum status casework_begin_measure(struct session *s, struct person_id person,
                                            struct arena *a, struct measure_start *ret);

/*
 * It was taken: of head, the person, the measure and the day are read. One change, that undo takes
 * back whole. E_INVALID, nothing kept: nothing was answered, an answer is not on its scale, or the
 * day is ahead or behind their death.
 */
MUST_USE enum status casework_take_measure(struct session *s, const struct measure_taken *x,
                                           struct measured_id *ret);

#endif
