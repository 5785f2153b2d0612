#ifndef MODEL_ACCESS_FORM_H
#define MODEL_ACCESS_FORM_H

#include "base/field.h"
#include "model/access.h"

/* Opening a restricted record anyway: why, in words, and the passphrase. */
extern const struct field anyway_fields[];
/* The two reasons there are for it: ACCESS_DANGER and ACCESS_OTHER. */
extern const struct words anyway_reasons;

/* Are they at least ACCESS_ANYWAY_LEAST characters? Blanks at the ends do not count. */
bool access_words_enough(const char *words);

#endif
