#ifndef MODEL_FIT_H
#define MODEL_FIT_H

#include "model/gist.h"
#include "model/listing.h"
#include "model/places.h"

/* For whom a service is sought. */
struct fit_for {
	int age;               /* years, or NUMBER_NONE: then no age is a reason */
	struct area_path path; /* of their council; n 0 when it is not known: no area is a reason */
	day today;
};

/* Why a service does not fit; the first of these that holds. */
enum misfit {
	FITS,
	MISFIT_NOT_LISTED,
	MISFIT_CLOSED,
	MISFIT_CLOSED_UNTIL,
	MISFIT_AREA,
	MISFIT_TOO_YOUNG,
	MISFIT_TOO_OLD,
	MISFIT_MEMBERS,
	MISFIT_FULL,
};

/*
 * How near an area that it serves is to the person: 3 their council, 2 its county or region, 1 its
 * nation, 0 the whole country or not said; below 0 it does not serve them. step: where the area stands
 * in their path.
 */
#define NEAR_NOT (-1)
int area_near(const struct area_path *path, size_t step);

/* near: of the nearest area that it serves. */
enum misfit gist_fit(const struct gist *g, int near, const struct fit_for *who);

/* The same for a listing: its areas hold the council, or none is said. */
enum misfit listing_fit(const struct listing *x, const struct fit_for *who);

/* The reason in words: "serves Bradford", "from 60 years", "closed until Mon 4 Jan". Belongs to a. */
const char *misfit_text(enum misfit why, const struct listing *x, day today, struct arena *a);

/*
 * Put those that fit in the order in which they are worth trying. First what was checked within the
 * year, then what was checked once, last what nobody has checked yet (the starter directory): so a
 * checked local service always stands above an unchecked national one. Within each: how fresh the
 * check is, how often it is known to have helped, how near its area is to the person's; then by name.
 */
void listings_rank(struct listing_list *list, const struct fit_for *who);

/*
 * The same as a number, higher first; below 4 * GIST_TIER. like: how often it helped those who were sent
 * with the same; they count once LIKE_ENOUGH answers are known, before that everybody does.
 */
#define GIST_TIER   1000
#define LIKE_ENOUGH 5
int gist_score(const struct gist *g, const struct service_use *like, int near, day today);

/* Why it stands there: "Serves Leeds. Checked 3 days ago. Helped 14 of 19 known, of 60.". */
const char *listing_why(const struct listing *x, const struct fit_for *who, struct arena *a);

#endif
