#ifndef STORE_SEEN_H
#define STORE_SEEN_H

#include "base/status.h"

#include <stdint.h>

struct store;

/*
 * A number that is another one whenever somebody else has written to the file since it was asked
 * last; what st writes itself leaves it alone. Never waits: E_BUSY while somebody is just writing.
 */
MUST_USE enum status store_seen(struct store *st, int64_t *ret);

#endif
