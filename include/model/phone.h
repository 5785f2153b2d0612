#ifndef MODEL_PHONE_H
#define MODEL_PHONE_H

#include "base/arena.h"

#include <stdbool.h>

/*
 * The digits by which a number is found: blanks, brackets and hyphens gone, +44 and 0044 made a
 * leading 0 (with or without "(0)"), other countries 00 and their code. Belongs to a.
 */
const char *phone_digits(const char *text, struct arena *a);

/*
 * As people read it: "07700 900123", "0113 496 0123", "020 7946 0000", "01632 960123". Numbers that
 * are not British, or carry words ("ext 5"), stay as they were typed. Belongs to a.
 */
const char *phone_shown(const char *text, struct arena *a);

/* Could one ring it: 10 or 11 British digits, a short number such as 111 or 116 123, or 00…. */
bool phone_plausible(const char *text);

/* Could one write to it: something, @, something with a point in it, and no blank. */
bool email_plausible(const char *text);

#endif
