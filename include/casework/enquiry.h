#ifndef CASEWORK_ENQUIRY_H
#define CASEWORK_ENQUIRY_H

#include "casework/session.h"
#include "model/enquiry.h"

/*
 * The enquiry desk: help given to somebody without a case, and without asking who they are. Every
 * role may, and the Desk without a name.
 */

/*
 * Keep one. *said: "Saved, without a name: Money, bills or debt, LS6, 5 minutes." It belongs to a.
 * E_INVALID when nothing was given.
 */
MUST_USE enum status casework_enquire(struct session *s, const struct new_enquiry *x,
                                      struct arena *a, const char **said);

/* One as it is listed. Strings belong to the arena it was asked for with. */
struct enquiry_row {
	struct enquiry enquiry;
	const char *topic;    /* "Money, bills or debt"; "something else" */
	const char *services; /* "Shelter; Turn2us", "" */
};
struct enquiry_rows {
	size_t n;
	struct enquiry_row *at; /* the newest first */
	size_t today;           /* how many of them are of today */
};

#define ENQUIRIES_SHOWN 200
#define ENQUIRIES_DAYS  28

/* Those of the last four weeks, at most ENQUIRIES_SHOWN. */
MUST_USE enum status casework_enquiries(struct session *s, struct arena *a,
                                        struct enquiry_rows *ret);

#endif
