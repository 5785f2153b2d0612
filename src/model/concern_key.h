#ifndef MODEL_CONCERN_KEY_H
#define MODEL_CONCERN_KEY_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>

/* Folded, "&" written out, and what stands between words one single space. Belongs to a. */
const char *concern_key(struct str text, struct arena *a);
/* Is it a code of clew's own list, the newest? */
bool concern_code_is_own(const char *code);

#endif
