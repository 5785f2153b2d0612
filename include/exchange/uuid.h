#ifndef EXCHANGE_UUID_H
#define EXCHANGE_UUID_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* Is it written as UUIDs are, 8-4-4-4-12 hexadecimal digits? */
bool uuid_is(const char *text);

/*
 * A UUID that stays the same for a row of a table of one case file, and a part of it: made of identity,
 * the case file's own number, so that two files do not make the same. Of version 8, one's own way of
 * making them. 36 characters that belong to a.
 */
const char *uuid_made(const char *identity, const char *table, int64_t row, const char *part,
                      struct arena *a);

#endif
