#ifndef CASEWORK_SIGNPOSTS_H
#define CASEWORK_SIGNPOSTS_H

#include "casework/session.h"
#include "casework/strip.h"
#include "model/listing.h"
#include "model/signpost_form.h"
#include "model/unmet_need.h"

/* What the form of a signpost shows before anything is chosen. Strings belong to a. OP_SIGNPOST. */
struct signpost_view {
	struct person_strip strip;
	struct listing listing;
	const char *label;   /* of the concern, "" */
	const char *earlier; /* "Told about it on 3 Oct: completed, helped no", "" */
	day check_on;        /* proposed */
};
MUST_USE enum status casework_signpost_view(struct session *s, struct person_id person,
                                            struct service_id service, const char *concern,
                                            struct arena *a, struct signpost_view *ret);

/* What a service would be told, each to be ticked, and whether they agreed. Strings belong to a. OP_REFER. */
struct what_leaves {
	struct person_strip strip;
	const char *service, *phone; /* whom it goes to */
	struct leaving leaving;
	bool agreed;       /* a yes stands: it may go */
	bool said_no;      /* it may not, and is not asked again by itself */
	const char *state; /* "yes 3 Oct by phone, Priya Shah", "not asked" */
	const char *words; /* to read out */
};
MUST_USE enum status casework_what_leaves(struct session *s, struct person_id person,
                                          struct service_id service, const char *concern,
                                          struct arena *a, struct what_leaves *ret);

/* What was saved. text: "Citizens Advice Leeds, told about · check Mon 14 Dec". Belongs to a. */
struct signpost_saved {
	struct signpost_id id;
	const char *text;
	day check_on; /* DAY_NONE: no reminder was set */
};

/*
 * Told about a service, given its leaflet or rung together: the signpost, what the plan says of it
 * when there is a plan, and the reminder that asks whether it helped, in one change. OP_SIGNPOST.
 * E_CONFLICT with a sentence when the person died.
 */
MUST_USE enum status casework_signpost(struct session *s, const struct new_signpost *x,
                                       struct arena *a, struct signpost_saved *ret);
/*
 * The same for a referral: what is ticked leaves, and is on record as a disclosure. x->agreed is a yes
 * given just now, kept in the same change. E_INVALID: nothing is ticked, or a number without how to
 * reach them safely; E_CONFLICT: they have not agreed, whatever a form said when it was opened. OP_REFER.
 */
MUST_USE enum status casework_refer(struct session *s, const struct new_signpost *x,
                                    struct arena *a, struct signpost_saved *ret);

/*
 * How it went on: a step of its ledger. Where it has come to an end, what the plan has for it is done
 * and open reminders to check back are completed; else another is set, by the ladder of services
 * (model/chase.h) where check_again names no day. *again: when it is asked about next, DAY_NONE where no
 * more. E_CONFLICT when it cannot go there; E_INVALID, with its sentence: no such day, a refusal or a
 * reopening without a reason, an end that does not say whether it helped, or no end that does.
 */
struct signpost_outcome {
	struct signpost_id id;
	enum signpost_status status; /* SIGNPOST_STATUS_NONE: as it was, nothing new */
	day on;                      /* since when; DAY_NONE: today */
	enum step_ask asked;         /* who was asked, or how; STEP_ASK_NONE: one was told */
	enum asked answered;         /* of those who were asked: SAID_NO, no answer */
	enum helped helped;          /* of an end; HELPED_NONE: as it was */
	const char *outcome;         /* in words */
	const char *reason;          /* of a refusal, or of a reopening */
	day check_again;             /* DAY_NONE: by the ladder */
};
extern const struct signpost_outcome signpost_outcome_blank;
MUST_USE enum status casework_signpost_outcome(struct session *s, const struct signpost_outcome *o,
                                               day *again);

/* All of one person, the newest first, each with its service's name. OP_OPEN_PERSON. */
struct signpost_rows {
	size_t n;
	struct signpost_row {
		struct signpost signpost;
		const char *service;
	} * at;
};
MUST_USE enum status casework_signposts(struct session *s, struct person_id person, struct arena *a,
                                        struct signpost_rows *ret);

/*
 * Nothing fits: on record with why, stamped with the person's council; where there is a plan it says
 * that it will be asked about again. person, concern, level, reason, note and the signpost that came to nothing
 * are looked at.
 */
MUST_USE enum status casework_note_unmet_need(struct session *s, const struct unmet_need *x,
                                              struct unmet_need_id *ret);

/*
 * Something was found after all, today, and how: needed. E_CONFLICT when that is on record already.
 * OP_NOTE_UNMET_NEED.
 */
MUST_USE enum status casework_need_met(struct session *s, struct unmet_need_id id, const char *how);

/*
 * What nothing fitted and is not met yet, about that concern: "Nothing fitted on 3 Oct: full or a long
 * wait."; "" where there is none. Belongs to a. OP_OPEN_PERSON.
 */
MUST_USE enum status casework_unmet_about(struct session *s, struct person_id person,
                                          const char *concern, struct arena *a, const char **ret);

#endif
