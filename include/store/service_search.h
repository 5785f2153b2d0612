#ifndef STORE_SERVICE_SEARCH_H
#define STORE_SERVICE_SEARCH_H

#include "model/listing.h"
#include "model/places.h"
#include "store/kept.h"

/*
 * Which services to list. Every word of the text must begin a word of the name, organisation or
 * description. What is asked for together must hold together; nothing asked for is everything.
 */
enum service_order {
	SERVICES_BY_NAME,  /* with a text: the best match first */
	SERVICES_ANYHOW,   /* for those who rank them: fastest */
	SERVICES_TO_CHECK, /* not checked since, and used: the most used first; concern, area and
	                    * text are not looked at */
};

struct service_search {
	const char *text;      /* "" or NULL: any */
	const char *concern;   /* code; "" or NULL: any */
	struct area_path path; /* serves one of these, or has no area said; n 0: anywhere */
	enum service_order order;
	day checked_before; /* SERVICES_TO_CHECK */
	size_t limit;
};

/* Everything belongs to a. ret->n is limit when there may be more. */
MUST_USE enum status services_search(struct store *st, const struct service_search *how,
                                     struct arena *a, struct listing_list *ret);

/* How many there are in all, whatever the limit; not for SERVICES_TO_CHECK. */
MUST_USE enum status services_count(struct store *st, const struct service_search *how,
                                    size_t *ret);

/* How often one was used, and what is known to have come of it. */
MUST_USE enum status service_use_get(struct store *st, struct service_id id,
                                     struct service_use *ret);

/* The service of exactly that name and postcode ("": none). E_NOT_FOUND. */
MUST_USE enum status service_by_name(struct store *st, const char *name, const char *postcode,
                                     struct service_id *ret);

/* Names and postcodes of every service, for whoever compares many. Belongs to a. */
struct service_names {
	size_t n;
	struct service_name {
		struct service_id id;
		const char *name, *postcode;
	} * at;
};
MUST_USE enum status service_names_all(struct store *st, struct arena *a,
                                       struct service_names *ret);

#endif
