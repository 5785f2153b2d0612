#ifndef CASEWORK_POINTS_H
#define CASEWORK_POINTS_H

#include "casework/session.h"
#include "model/contact_point.h"

/*
 * Every number and address of a person: how many there are, and which is tried first. A number that
 * is new, changed or struck out has it asked again what is safe (care 4).
 */

/* Those that are in use first, the one to try before the others; struck out ones last. */
MUST_USE enum status casework_points(struct session *s, struct person_id id, struct arena *a,
                                     struct contact_point_list *ret);

/*
 * Add one (id 0) or change it, struck_on with it: a number is struck out, never removed. E_INVALID: it
 * is empty; E_CONFLICT: somebody else changed it meanwhile, or it is another person's.
 */
MUST_USE enum status casework_save_point(struct session *s, const struct contact_point *x,
                                         struct contact_point_id *ret);

/* The one to try before all others. */
MUST_USE enum status casework_try_first(struct session *s, struct person_id id,
                                        struct contact_point_id point);

#endif
