#ifndef MODEL_SERVICE_QUERY_H
#define MODEL_SERVICE_QUERY_H

#include "model/gist.h"
#include "model/listing.h"

/* What somebody asks the directory for, and what it answers. */

#define SERVICE_ORDERS(X)                                      \
	X(SERVICES_BEST, "best", "best match first")           \
	X(SERVICES_NEAREST, "nearest", "nearest first")        \
	X(SERVICES_FRESHEST, "freshest", "last checked first") \
	X(SERVICES_HELPED, "helped", "helped most first")      \
	X(SERVICES_BY_NAME, "name", "by name")
enum service_order { SERVICE_ORDERS(WORD_ENUM) SERVICE_ORDERS_N };
extern const struct words service_orders;

/*
 * What is asked for together must hold together; all zero is everything. Words are found by their
 * beginnings in names, organisations, tags (concerns, places, areas, languages) and descriptions.
 */
struct service_query {
	const char *text;     /* "" or NULL: any */
	const char *concern;  /* code; "" or NULL: any */
	const char *area;     /* GSS code: serves people there; "" or NULL: anywhere */
	bool neighbours;      /* or in a council that probably borders on it */
	unsigned offers;      /* OFFER_BIT of all that it must offer */
	const char *language; /* folded; "" or NULL: any */
	int age;              /* years that it must be for; 0 or below: any */
	bool favourites;      /* only those that whoever asks keeps */
	enum service_order order;
	const char *near; /* outcode or postcode from where miles are counted; "" or NULL: none */
};

struct service_found {
	struct listing_list list; /* the first of them, in order */
	size_t n;                 /* how many there are in all */
	size_t rest_n;            /* and, for somebody, how many that do not fit them */
	const char *missing;      /* words that stand in no entry, "": "counciling" */
	const char *instead;      /* and those that were looked for: "counselling" */
};

/* How many would be left of what is found if one asked for that too. */
#define TALLY_LANGUAGES 9
struct service_tally {
	size_t n, rest_n;
	size_t offers[OFFERS_END];
	size_t favourites;
	size_t languages; /* the commonest first */
	struct {
		const char *name; /* folded */
		size_t n;
	} language[TALLY_LANGUAGES];
};

/*
 * What is asked for besides words, in words: "Leeds and likely neighbours · free · drop-in · Polish".
 * "" when nothing is. concern: its label, "". Belongs to a.
 */
const char *service_query_text(const struct service_query *q, const char *concern, struct arena *a);

#endif
