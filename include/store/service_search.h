#ifndef STORE_SERVICE_SEARCH_H
#define STORE_SERVICE_SEARCH_H

#include "model/fit.h"
#include "model/places.h"
#include "model/service_query.h"
#include "store/kept.h"

/*
 * Which services to list. Every word of the text must begin a word of the name, organisation, tags
 * (concerns, places, areas and languages among them) or description; a word that begins none, and has
 * four letters, stands for those that are spelt nearly so. What is asked for together must hold
 * together; nothing asked for is everything.
 *
 * In order of SERVICES_BEST, with a text: found in the name before organisation, tags, description;
 * then checked within the year; then by name. For somebody: what is worth trying first (model/fit.h).
 * Nearest first: what can be used from anywhere stands after it, what has no place last.
 */
struct service_search {
	const char *text;        /* "" or NULL: any */
	const char *concern;     /* code; "" or NULL: any */
	struct area_path path;   /* serves one of these, or has no area said; n 0: anywhere */
	struct code_list beside; /* or one of these: the councils around it */
	unsigned offers;         /* OFFER_BIT (model/gist.h) of all that it must offer */
	const char *language;    /* folded; "" or NULL: any */
	int age;                 /* years that it must be for; 0 or below: any */
	struct account_id whose; /* whose favourites are marked */
	bool favourites;         /* only those */
	const struct fit_for
		*who; /* for them: what does not fit stands apart; NULL: everything fits */
	bool rest;    /* list what does not fit, by name */
	const struct place *near; /* from where miles are counted; NULL: not known */
	enum service_order order;
	day today;
	size_t limit;
};

/* Everything belongs to a. */
MUST_USE enum status services_search(struct store *st, const struct service_search *how,
                                     struct arena *a, struct service_found *ret);

/* How many would be left of what is found if one asked for that too. */
MUST_USE enum status services_tally(struct store *st, const struct service_search *how,
                                    struct arena *a, struct service_tally *ret);

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
