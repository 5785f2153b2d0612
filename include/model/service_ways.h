#ifndef MODEL_SERVICE_WAYS_H
#define MODEL_SERVICE_WAYS_H

#include "base/arena.h"
#include "base/word.h"

#include <stdbool.h>

/*
 * Ways of meeting ("phone", "venue") and ways in ("drop-in", "referral"), as others write them. They are
 * kept as words of one set between semicolons.
 */
enum service_ways { WAYS_OF_MEETING, WAYS_IN };

/*
 * The words that stand in text, between semicolons, bars, lines or, where there are none of these,
 * commas; behind those of list, each once. *unknown, if any was not known, is set to true. Belongs to a.
 */
const char *service_ways_add(enum service_ways which, const char *list, const char *text,
                             struct arena *a, bool *unknown);

/* The next piece of text between such separators: false behind the last. *rest begins as text. */
bool text_next_part(const char **rest, const char *whole, struct arena *a, const char **ret);

/* "yes", "TRUE", "1" … under a heading that is a question. */
enum asked text_yes_or_no(const char *text, struct arena *a);

#endif
