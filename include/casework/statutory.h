#ifndef CASEWORK_STATUTORY_H
#define CASEWORK_STATUTORY_H

#include "casework/strip.h"
#include "model/statutory_form.h"

/*
 * Whether to offer somebody an assessment by their council, and what they said to it. See
 * model/statutory.h: it looks, offers and records; the council decides.
 */

/* One thing to manage, and what is known of it already. */
struct statutory_row {
	const struct statutory_item *item;
	enum manages was; /* last time; MANAGES_NONE: not asked then */
	const char *hint; /* "Washing and dressing 7": what they scored that touches it; "" */
};

/* Strings belong to the arena it was asked for with. */
struct statutory_view {
	struct person_strip strip;
	const char *first_name; /* as one calls them */
	struct statutory_list list;
	struct statutory_row *at;     /* list.n of them */
	struct statutory_screen last; /* of that list; id 0: never gone through */
	const char *council;          /* "Leeds City Council": who decides; "": not known */
	const char *sent_to;          /* proposed: "Leeds City Council, adult social care" */
	day again_on;                 /* proposed: in six weeks, on a working day */
	bool cares; /* they look after somebody: the carer's list is worth a look */
};

/* Which list: the one that fits them (a carer's for those who are here as carers), or the other. */
enum statutory_as { STATUTORY_AS_FITS, STATUTORY_AS_ADULT, STATUTORY_AS_CARER };

/* A look at the record. */
MUST_USE enum status casework_statutory(struct session *s, struct person_id person,
                                        enum statutory_as as, struct arena *a,
                                        struct statutory_view *ret);

/* What was gone through, to be stored: x.screen.person, kind, tests, offer and what goes with it. */
struct new_statutory {
	struct statutory_screen screen;
	struct statutory_answer_list answers;
};

struct statutory_saved {
	struct statutory_screen_id id;
	const char *said; /* what was stored and what follows, a sentence */
	struct service_id
		service; /* they want it: the entry of the directory to refer them to; 0 */
};

/*
 * One change with all that follows: they want it: it stands in the plan, with a reminder to ask the
 * council and one to hear whether they came back; not now: a reminder to ask again. E_INVALID: see
 * statutory_problems(); E_CONFLICT: they died. Strings belong to a. OP_ASSESS.
 */
MUST_USE enum status casework_record_statutory(struct session *s, const struct new_statutory *x,
                                               struct arena *a, struct statutory_saved *ret);

#endif
