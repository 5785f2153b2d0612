#ifndef SCREENS_ECHO_H
#define SCREENS_ECHO_H

#include "model/person_form.h"
#include "ui/form.h"

/*
 * What stands beside values as they are typed: a birth date with the age, the weekday of a day, and
 * of what kind a care number is. a is for scratch.
 */
void echo_values(struct form *f, const struct form_from *from, struct arena *a);

#endif
