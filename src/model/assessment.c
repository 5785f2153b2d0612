#include "model/assessment.h"

#include "base/clock.h"
#include "model/none.h"

const struct words assessment_statuses = WORDS("status of an assessment", ASSESSMENT_STATUSES);
const struct words assessment_offers = WORDS("code of an offer", ASSESSMENT_OFFERS);
const struct words pathway_points = WORDS("pathway code", PATHWAY_POINTS);
const struct words assessment_modes = WORDS("way of an assessment", ASSESSMENT_MODES);

const struct assessment assessment_blank = {
	.list = "",
	.offered = OFFER_SAID_YES,
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.done_on = DAY_NONE,
	.occasion = "",
	.present = "",
	.staff_role = "04",
	.overall = NUMBER_NONE,
};
