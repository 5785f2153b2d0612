#include "model/answered.h"

#include "base/clock.h"
#include "base/str.h"
#include "base/text.h"
#include "base/words.h"
#include "model/ladder.h"

/* "See how they are", and nothing else: any talk is that. */
static bool is_only_a_talk(const struct reminder *r)
{
	return r->action.n == 0 && r->due_minute == MINUTE_NONE &&
	       (!text_empty(r->rule) || text_equal(r->what, _("See how they are")));
}

/* The ladder asks for a try; what it asks besides is its own. */
static bool is_try(const struct reminder *r)
{
	return r->kind == REMINDER_TRY_AGAIN &&
	       (text_empty(r->rule) || text_equal(r->rule, ladder_rule(LADDER_TRY)));
}

static bool by_talk(const struct reminder *r, day on)
{
	if (r->kind == REMINDER_FIRST_CONTACT || r->kind == REMINDER_TRY_AGAIN)
		return true;
	return r->kind == REMINDER_FOLLOW_UP && is_only_a_talk(r) && r->due_on - r->early <= on;
}

bool reminder_answered_by(const struct reminder *r, enum deed deed, day on)
{
	switch (deed) {
	case DEED_SPOKEN:
		return by_talk(r, on);
	case DEED_TRIED:
		return is_try(r);
	case DEED_WROTE:
		return r->kind == REMINDER_TRY_AGAIN &&
		       text_equal(r->rule, ladder_rule(LADDER_LETTER));
	case DEED_ASKED_SAFE:
		return r->kind == REMINDER_ASK_AGAIN && text_equal(r->rule, RULE_ASK_SAFE);
	case DEED_PLAN_GIVEN:
		return r->kind == REMINDER_PLAN_NOT_GIVEN;
	case DEED_REVIEWED:
		return r->kind == REMINDER_REVIEW_DUE;
	case DEED_SIGNPOST_ENDED:
		return r->kind == REMINDER_CHECK_BACK && r->signpost.n != 0;
	case DEED_ACTION_DONE:
		return r->action.n != 0 &&
		       (r->kind == REMINDER_ACTION_DUE || r->kind == REMINDER_CHASE);
	case DEED_SERVICE_CHECKED:
		return r->kind == REMINDER_SERVICE_CHECK && r->service.n != 0;
	case DEED_END:
		break;
	}
	return false;
}
