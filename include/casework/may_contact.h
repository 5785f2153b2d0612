#ifndef CASEWORK_MAY_CONTACT_H
#define CASEWORK_MAY_CONTACT_H

#include "casework/session.h"
#include "model/ids.h"
#include "model/safe.h"

/* Whether somebody may be reached in some way, and if not the sentence that says why. */
struct may_contact {
	bool yes;
	const char *why; /* "No post to Jane: set 3 Oct by P Shah."; "" when yes. Belongs to a. */
};

/*
 * The one question that everything outbound asks: contact form, ladder, letters, print,
 * rules, calendar files, call lists. May the channel be used for this person on that day? Not asked
 * is no but for ringing; nobody who died or asked us to stop is reached; nor anybody before the day
 * until which quiet was agreed.
 */
MUST_USE enum status casework_may_contact(struct session *s, struct person_id person,
                                          enum channel channel, day on, struct arena *a,
                                          struct may_contact *ret);

#endif
