#ifndef MODEL_PLAN_FORM_H
#define MODEL_PLAN_FORM_H

#include "base/field.h"
#include "model/action.h"
#include "model/concern.h"
#include "model/when.h"

/* Everything about an action that has a default, and the questions before a plan is agreed. */
extern const struct field plan_action_form[];
extern const struct field plan_agree_form[];

struct values plan_action_values(const struct action *x, enum need_level level, day today,
                                 struct arena *a);

/* Put the values into x and level; what cannot be goes to problems. Strings of x belong to a. */
void plan_action_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct action *x, enum need_level *level);

/* A day of a form: *ret is DAY_NONE when nothing is written; what cannot be goes to problems. */
void plan_day_from(const struct values *v, const char *name, const struct when_from *from,
                   struct arena *a, struct problems *problems, day *ret);

#endif
