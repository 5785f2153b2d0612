#ifndef STORE_SERVICE_LIKE_H
#define STORE_SERVICE_LIKE_H

#include "model/listing.h"
#include "store/store.h"

/* Who of those who were sent to a service with a concern. */
struct service_like {
	struct service_id service;
	const char *concern;
	const char *cancer_group; /* "": any */
	day born_from, born_to;   /* DAY_NONE: any */
};

/* How many were, of how many it is known whether it helped, and how many it did. */
MUST_USE enum status service_like_use(struct store *st, const struct service_like *who,
                                      struct service_use *ret);

#endif
