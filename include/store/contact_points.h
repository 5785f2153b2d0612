#ifndef STORE_CONTACT_POINTS_H
#define STORE_CONTACT_POINTS_H

#include "model/contact_point.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status contact_point_add(struct change *c, const struct contact_point *x,
                                       struct contact_point_id *ret);
MUST_USE enum status contact_point_get(struct store *st, struct contact_point_id id,
                                       struct arena *a, struct contact_point *ret);
MUST_USE enum status contact_point_update(struct change *c, const struct contact_point *x);

/* Struck out and never-use ones too, the one to try first before the others. */
MUST_USE enum status contact_points_of_person(struct store *st, struct person_id p, struct arena *a,
                                              struct contact_point_list *ret);

#endif
