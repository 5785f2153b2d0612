#ifndef CASEWORK_HAPPENED_H
#define CASEWORK_HAPPENED_H

#include "casework/session.h"
#include "model/happening_form.h"

/*
 * What has happened to a person: treatment, recurrence, hospital, a move, a death.
 * All that follows from it is shown as one list before it is done, done in one change, and taken
 * back by one undo.
 */
enum effect_kind {
	EFFECT_CHANGE, /* what clew will write */
	EFFECT_TELL,   /* whom somebody has to tell, with the number */
	EFFECT_LOOK,   /* what stays and wants a look */
};

struct effect {
	enum effect_kind kind;
	const char *text; /* a sentence */
};

struct effect_list {
	size_t n;
	struct effect *at;
};

/*
 * One list of what recording h will change. Nothing is written. E_INVALID: h has problems, the first
 * is in the session's sentence; E_CONFLICT: the person is on record as having died. Strings belong
 * to a.
 */
MUST_USE enum status casework_happened_preview(struct session *s, const struct new_happening *h,
                                               struct arena *a, struct effect_list *ret);

/*
 * Do exactly that. died and sure: every open reminder about them is dropped, every open signpost and
 * plan action ended, the referral closed as died. died and reported: every reminder is dropped but
 * one, to ask their nurse today, the referral waits, and nobody may be reached; alive puts all of
 * that back as it was, whoever wrote it down and however long ago. *said is one
 * sentence of what was saved and follows; it belongs to a.
 */
MUST_USE enum status casework_record_happening(struct session *s, const struct new_happening *h,
                                               struct arena *a, const char **said);

#endif
