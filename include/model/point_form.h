#ifndef MODEL_POINT_FORM_H
#define MODEL_POINT_FORM_H

#include "base/field.h"
#include "model/contact_point.h"

/* A number or an address of a person, as its form has it. */
extern const struct field point_fields[];

struct values point_values(const struct contact_point *x, struct arena *a);

/*
 * What was typed, over what x has; what cannot be used is a problem and leaves x as it was. Strings in
 * x belong to a.
 */
void point_take(const struct values *v, struct arena *a, struct contact_point *x,
                struct problems *problems);

#endif
