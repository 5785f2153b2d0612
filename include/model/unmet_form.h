#ifndef MODEL_UNMET_FORM_H
#define MODEL_UNMET_FORM_H

#include "base/field.h"
#include "model/unmet_need.h"

/* reason, level, note. */
extern const struct field unmet_form[];

/* What was typed, over x. Problems are by field. */
void unmet_fill(struct unmet_need *x, const struct values *v, struct arena *a,
                struct problems *problems);

#endif
