#ifndef STORE_SERVICE_TOKENS_H
#define STORE_SERVICE_TOKENS_H

#include "base/arena.h"

/*
 * Concerns and areas stand in the full text as words of their own, so that one search narrows by all
 * three: "practical.money" is zcpractical0money0, "E08000035" is zaE08000035. Digits at the end keep
 * the stemmer off them. Belong to a.
 */
const char *concern_token(const char *code, struct arena *a);
const char *area_token(const char *code, struct arena *a);
/* Of a service whose areas nobody has said. */
#define AREA_NOT_SAID "zanotsaid0"

#endif
