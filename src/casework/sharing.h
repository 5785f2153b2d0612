#ifndef CASEWORK_SHARING_H
#define CASEWORK_SHARING_H

#include "casework/session.h"
#include "model/consent_form.h"
#include "model/disclosure.h"
#include "model/purpose.h"
#include "store/change.h"

/*
 * The one way out: whatever leaves clew on paper, in a file or to a service is recorded by
 * disclosure_in() (tests/lint/disclosures.sh), which asks first whether it may.
 */

/* Under which name their own copy is on record: it needs nobody's consent. */
#define SHARING_THEMSELVES "themselves"

/* Where one person stands to one purpose. Strings belong to the arena. */
struct sharing {
	struct purpose_rule rule;
	struct consent_list answers;
	struct consent_found found; /* points into answers */
	bool allowed;
};
MUST_USE enum status sharing_read(struct session *s, struct person_id person,
                                  const struct share_with *with, struct arena *a,
                                  struct sharing *ret);

/* "yes 3 Oct by phone, Priya Shah", "not asked", "needs no yes". Belongs to a. */
MUST_USE enum status sharing_state(struct session *s, const struct sharing *x, struct arena *a,
                                   const char **ret);

/*
 * "Carter, Jane 1981 was not asked whether we may pass them on to a service (Shelter). Nothing
 * left." Belongs to a.
 */
const char *sharing_refusal(const struct session *s, const struct sharing *x,
                            const struct share_with *with, const char *name, struct arena *a);

/*
 * Record that it leaves: day, account, basis and the consent it goes by are set here. Of one person
 * (x->person): E_CONFLICT with its sentence when they have not agreed, which rolls the change back. Of
 * a file of many, whom it may be about is the caller's to ask (sharing_may()).
 */
struct disclosed {
	struct disclosure_id id;
	const char
		*consent; /* "yes 23 Nov by phone, Priya Shah": what it went by; "" none needed */
};
MUST_USE enum status disclosure_in(struct session *s, struct change *c, struct disclosure *x,
                                   struct arena *a, struct disclosed *ret);
MUST_USE enum status disclosures_in(struct session *s, struct change *c, struct disclosure *x,
                                    const struct id_runs *people, struct arena *a);

/*
 * An answer, and what follows from it: the reminder to tell those who have copies. *told is whom,
 * joined, "" when nobody has any.
 */
MUST_USE enum status consent_in(struct session *s, struct change *c, const struct new_consent *x,
                                struct arena *a, struct consent_id *ret, const char **told);

/* Ids, rising, of the people whose answer counts: those who said yes, or where none is needed, no. */
struct answered {
	bool yes; /* these may; else all but these */
	size_t n;
	int64_t *at;
};
MUST_USE enum status sharing_answered(struct session *s, const struct share_with *with,
                                      struct arena *a, struct answered *ret);
bool sharing_may(const struct answered *x, int64_t person);

/* The version of the privacy notice that is given now. Belongs to a. */
MUST_USE enum status sharing_notice_version(struct session *s, struct arena *a, const char **ret);

#endif
