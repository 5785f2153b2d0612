#ifndef TESTS_RECORD_H
#define TESTS_RECORD_H

#include "session.h"

#include "base/field.h"
#include "model/ids.h"

/* The record of a person as its form has it, for tests of screens (where a stage is another thing). */
const struct field *record_fields(struct arena *a);
/* The value under that name, as it is stored now. Belongs to a. */
const char *record_value(struct workplace *w, struct person_id p, const char *name,
                         struct arena *a);

#endif
