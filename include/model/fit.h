#ifndef MODEL_FIT_H
#define MODEL_FIT_H

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

/* Does it serve somebody there: its areas hold the council, or none is said. */
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

/* Why it stands there: "Serves Leeds. Checked 3 days ago. Helped 14 of 19 known, of 60.". */
const char *listing_why(const struct listing *x, const struct fit_for *who, struct arena *a);

#endif
