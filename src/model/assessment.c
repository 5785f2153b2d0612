#include "model/assessment.h"

#include "base/clock.h"
#include "model/none.h"

const struct words assessment_statuses = WORDS("status of an assessment", ASSESSMENT_STATUSES);
const struct words assessment_offers = WORDS("code of an offer", ASSESSMENT_OFFERS);
const struct words pathway_points = WORDS("pathway code", PATHWAY_POINTS);
const struct words assessment_modes = WORDS("way of an assessment", ASSESSMENT_MODES);
const struct words staff_roles = WORDS("role of staff", STAFF_ROLES);
const struct words occasions = WORDS("occasion of an assessment", OCCASIONS);

const struct assessment assessment_blank = {
	.list = "",
	.offered = OFFER_SAID_YES,
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.done_on = DAY_NONE,
	.present = "",
	.staff_role = STAFF_SUPPORT_WORKER,
	.overall = NUMBER_NONE,
	.again_on = DAY_NONE,
	.offer_because = "",
	.typed_on = DAY_NONE,
	.locked_on = DAY_NONE,
	.unlocked_because = "",
};

static bool is_unlocked(const struct assessment *x)
{
	return !text_empty(x->unlocked_because) && !day_valid(x->locked_on);
}

bool assessment_may_correct(const struct assessment *x, struct account_id who, day today)
{
	day ended = day_valid(x->typed_on) ? x->typed_on : x->done_on;

	if (x->status != ASSESSMENT_DONE && x->status != ASSESSMENT_PLAN_AGREED)
		return false;
	if (is_unlocked(x))
		return true;
	return x->status == ASSESSMENT_DONE && x->by_account.n == who.n && ended == today &&
	       !day_valid(x->locked_on);
}

enum pathway_point pathway_point_at(enum stage stage)
{
	switch (stage) {
	case STAGE_DIAGNOSED:
		return PATHWAY_DIAGNOSIS;
	case STAGE_AWAITING_TREATMENT:
		return PATHWAY_TREATMENT_START;
	case STAGE_IN_TREATMENT:
		return PATHWAY_IN_TREATMENT;
	case STAGE_TREATMENT_ENDED:
		return PATHWAY_TREATMENT_END;
	case STAGE_RECURRENCE:
		return PATHWAY_RECURRENCE;
	case STAGE_END_OF_LIFE:
		return PATHWAY_COMFORT;
	case STAGE_SUSPECTED:
	case STAGE_FOLLOW_UP:
	case STAGE_LIVING_WITH:
	case STAGE_CARING:
	case STAGE_BEREAVED:
		return PATHWAY_OTHER;
	case STAGE_NONE:
	case STAGE_DIED:
		break;
	}
	return PATHWAY_POINT_NONE;
}
