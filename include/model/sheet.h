#ifndef MODEL_SHEET_H
#define MODEL_SHEET_H

#include "base/day.h"
#include "model/listing.h"
#include "model/paper.h"
#include "model/service_form.h"

/*
 * One service on a sheet to give away. There is no person in it, nothing that was written for staff,
 * and nothing of how it was used. Strings belong to whoever made it; none is NULL.
 */
struct sheet_row {
	const char *label, *text;
};

struct service_sheet {
	struct service_id id;
	const char *name;
	const char *organisation; /* "" when it is the name */
	const char *about;        /* what they do, "" */
	const char *warning;      /* "Ring before you go: …", "closed until Mon 4 Jan", "" */
	struct {
		size_t n;
		struct sheet_row *at;
	} rows;           /* phone first, each with a text */
	const char *from; /* "Leeds cancer link workers, 0113 496 0000" */
	day on;           /* of the page */
};

/* Pure: the sheet of an entry; from is who hands it out. Belongs to a. */
struct service_sheet sheet_of(const struct service_entry *entry, const char *from, day today,
                              struct arena *a);

/* Several, one under the other: a list to take away. */
struct shortlist {
	size_t n;
	struct service_sheet *at;
};

/* The list as a paper. Belongs to a, as far as it is not the sheets'. */
struct paper shortlist_paper(const struct shortlist *list, struct arena *a);

/* The same as a paper. Belongs to a, as far as it is not the sheet's. */
struct paper sheet_paper(const struct service_sheet *sheet, struct arena *a);

#endif
