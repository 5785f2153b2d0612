#ifndef CASEWORK_CONSENT_H
#define CASEWORK_CONSENT_H

#include "casework/strip.h"
#include "model/consent_form.h"
#include "model/notice.h"
#include "model/purpose.h"

/*
 * What people agree to, what left, and the privacy notice. A no, and a yes that is taken back, stop
 * that purpose at once: whatever sends, prints or exports asks again within the change that records it.
 */

/* One purpose of one person, before it is asked. Strings belong to the arena. */
struct consent_view {
	struct person_strip strip;
	struct purpose_rule rule;
	struct consent_found found;
	const char *words; /* to read out: "May I pass these details on to Shelter, …" */
	const char *state; /* "yes 3 Oct by phone, Priya Shah", "not asked" */
};
MUST_USE enum status casework_consent_view(struct session *s, struct person_id person,
                                           const struct share_with *with, struct arena *a,
                                           struct consent_view *ret);

/* text: "Saved: they agree, by phone." Belongs to the arena. */
struct consent_saved {
	struct consent_id id;
	const char *text;
};
/*
 * Keep an answer, with the words as they stand now. Taken back, or a no after a yes: a reminder to
 * tell those who have copies is set in the same change. E_INVALID: a yes without a name where each is
 * asked for; taken back what was never given.
 */
MUST_USE enum status casework_answer_consent(struct session *s, const struct new_consent *x,
                                             struct arena *a, struct consent_saved *ret);

/* The privacy notice of today's version was given: how, language and on_day of x are looked at. */
MUST_USE enum status casework_give_notice(struct session *s, struct person_id person,
                                          const struct notice *x);

/* ---- the Sharing tab ---- */

enum share_kind {
	SHARE_HEAD, /* a heading */
	SHARE_CONSENT,
	SHARE_LEFT,
	SHARE_NOTICE,
	SHARE_LOOKED, /* leads to who has looked at the record */
	SHARE_NAMED,  /* leads to who may open it: restrict it, or lift it */
	SHARE_SAID,   /* a sentence: nothing to open */
};

struct share_row {
	enum share_kind kind;
	const char *label; /* "Pass them on to a service"; of what left, the day */
	const char *value; /* "yes 3 Oct by phone, Priya Shah" */
	const char *whole; /* all of it, in lines; "" for a heading */
	bool missing;      /* to be asked */
	bool stops;        /* a no */
	enum purpose purpose;
	struct share_with with; /* of a consent: about whom the row is */
};

struct sharing_view {
	size_t n;
	struct share_row *at;
	bool notice_due;
	const char *notice_version;
};

/* Of a record that is open already. Strings belong to a. */
MUST_USE enum status casework_sharing(struct session *s, struct person_id person, struct arena *a,
                                      struct sharing_view *ret);

/* ---- why at all: the coordinator's ---- */

struct purposes_view {
	struct purpose_rule_list rules;
	const char *notice_version;
};
MUST_USE enum status casework_purposes(struct session *s, struct arena *a,
                                       struct purposes_view *ret);
/* ver is the one that was read: E_CONFLICT when somebody settled it since. */
MUST_USE enum status casework_settle_purpose(struct session *s, const struct purpose_rule *rule);
/* There is a new notice: everybody is due for it. */
MUST_USE enum status casework_set_notice_version(struct session *s, const char *version);

#endif
