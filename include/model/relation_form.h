#ifndef MODEL_RELATION_FORM_H
#define MODEL_RELATION_FORM_H

#include "base/field.h"
#include "model/relation.h"

/* Somebody round a person, as the form has them. */
extern const struct field relation_fields[];

struct values relation_values(const struct relation *x, struct arena *a);

/*
 * What was typed, over what x has; other stays as it is, and with it no name is needed. What cannot be
 * used is a problem. Strings in x belong to a.
 */
void relation_take(const struct values *v, day today, struct arena *a, struct relation *x,
                   struct problems *problems);

#endif
