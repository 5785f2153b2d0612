#ifndef MODEL_ANSWERED_H
#define MODEL_ANSWERED_H

#include "model/reminder.h"

#include <stdbool.h>

/*
 * What was done that a reminder asks for, by another way than ticking it off: then it is completed in
 * the same change, and asks no more.
 */
enum deed {
	DEED_SPOKEN,         /* spoken with, whoever rang */
	DEED_TRIED,          /* tried, and not reached */
	DEED_WROTE,          /* a letter went out */
	DEED_ASKED_SAFE,     /* it was asked what is safe */
	DEED_PLAN_GIVEN,     /* their own copy of the plan */
	DEED_REVIEWED,       /* the plan was gone over, or they were assessed anew */
	DEED_SIGNPOST_ENDED, /* it is known what came of the signpost it hangs on */
	DEED_ACTION_DONE,    /* what was agreed is done, or will not be */
	DEED_SERVICE_CHECKED,
	DEED_END
};

/* The rule that asks what is safe once an address has changed. */
#define RULE_ASK_SAFE "moved-ask-again"

/*
 * Has that been done with the deed, done on that day? Of an open reminder about the same person, and
 * signpost, action or service where the deed has one. What was written by hand to be done when they are
 * spoken with (a form to be sent) is not done because they were; what has its own hour is not either.
 */
bool reminder_answered_by(const struct reminder *r, enum deed deed, day on);

#endif
