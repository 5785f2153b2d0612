#ifndef MODEL_LISTING_H
#define MODEL_LISTING_H

#include "base/arena.h"
#include "model/service.h"

#include <stdbool.h>

/* How often a service was used, and what is known to have come of it. */
struct service_use {
	int used;    /* people told about it or referred to it */
	int known;   /* of these, whether it helped is known */
	int helped;  /* of these, yes or partly */
	int waiting; /* have not come to an end yet */
};

/* A service as it stands in a list: of the entry only what a list needs, the rest is blank. */
struct listing {
	struct service service;
	const char *organisation; /* the name of its provider, "" */
	const char *areas;        /* GSS codes between semicolons; "" when none is said */
	struct service_use use;
	struct service_use
		like;   /* the same of those who were sent with the concern that is asked for */
	int miles;      /* to the nearest of its places, as MILES_… */
	bool favourite; /* of whoever asks */
};

/* Where no distance can be said: by phone, on the web or by post; or no place of it is known. */
#define MILES_ANYWHERE (-1)
#define MILES_UNKNOWN  (-2)

struct listing_list {
	size_t n;
	struct listing *at;
};

/* Over a year since the last check, or never checked: ring first. */
#define SERVICE_STALE_DAYS 365
bool service_stale(const struct service *x, day today);

/*
 * The words of a row. All belong to a, or to nobody.
 *
 * how to get in: "drop-in", "phone, web", "appointment"; "?" when it is not said
 * wait: "none", "2 wks", "?"
 * helped: "14 of 19"; "–" when nothing is known
 * checked: "today", "3 days", "14 months !", "never !": the mark for what is to be checked first
 */
const char *listing_how(const struct service *x, struct arena *a);
const char *listing_wait(const struct service *x, struct arena *a);
const char *listing_helped(const struct service_use *use, struct arena *a);
/* "not in Leeds directory any more since 3 Oct"; "" when it is. Belongs to a. */
const char *service_gone_text(const struct service *x, day today, struct arena *a);
const char *listing_checked(const struct service *x, day today, struct arena *a);

/*
 * How far, as exactly as a centre of a postcode's first half can say: "near", "3 miles", "by phone",
 * "online", "by post"; "?" where no place of it is known.
 */
const char *listing_far(const struct listing *x, struct arena *a);

/* "Helped 14 of 19 known, of 60."; "Nobody was told about it yet.". */
const char *listing_use(const struct service_use *use, struct arena *a);

/*
 * "checked 3 days ago", "checked 14 months ago: ring first", "to be checked before use"; and
 * ", ring first: the number is not sure" where it is weakly sourced.
 */
const char *listing_freshness(const struct service *x, day today, struct arena *a);

/* "" when open; "closed for good", "closed until Mon 4 Jan", "takes nobody now", "not to be listed". */
const char *listing_closed(const struct service *x, day today, struct arena *a);

/* The same, and "gone from its directory" of what the directory it came from does not have any more. */
const char *listing_doubt(const struct service *x, day today, struct arena *a);

/* "Debt, benefits and housing advice. Free. About 2 miles." postcode is whoever's asks. */
const char *listing_about(const struct service *x, const char *postcode, struct arena *a);

/* Is it on a list a person can be pointed at today: neither closed, full nor taken off? */
bool listing_open(const struct service *x, day today);

#endif
