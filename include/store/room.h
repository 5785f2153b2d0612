#ifndef STORE_ROOM_H
#define STORE_ROOM_H

#include "store/store.h"

#include <stdint.h>

/*
 * How large the file is and how much room is left beside it, in bytes. A store in memory has both 0.
 * E_IO: it cannot be told.
 */
struct room {
	int64_t size, left;
};
MUST_USE enum status store_room_left(struct store *st, struct room *ret);

/*
 * Is there room for work that may double the file: two and a half times its size? E_IO with a
 * sentence when there is not.
 */
MUST_USE enum status store_room(struct store *st);

#endif
