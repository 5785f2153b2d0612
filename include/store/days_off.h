#ifndef STORE_DAYS_OFF_H
#define STORE_DAYS_OFF_H

#include "model/day_off.h"
#include "store/kept.h"

/* A row of that day is made or replaced. */
MUST_USE enum status day_off_put(struct change *c, const struct day_off *x);
/* Nothing happens when there is none. */
MUST_USE enum status day_off_remove(struct change *c, day date);
/* All of them, by day. */
MUST_USE enum status days_off_all(struct store *st, struct arena *a, struct day_off_list *ret);

#endif
