#ifndef STORE_FAVOURITES_H
#define STORE_FAVOURITES_H

#include "model/ids.h"
#include "store/kept.h"

/* What an account keeps at hand of the directory. Adding what is there, or removing what is not, is fine. */
MUST_USE enum status favourite_add(struct change *c, struct account_id whose,
                                   struct service_id service);
MUST_USE enum status favourite_remove(struct change *c, struct account_id whose,
                                      struct service_id service);

#endif
