#include "model/plan.h"

const struct words plan_statuses = WORDS("status of a plan", PLAN_STATUSES);
const struct words agreed_bys = WORDS("note of who agreed", AGREED_BYS);
const struct words agreed_ways = WORDS("way to agree", AGREED_WAYS);

const struct plan plan_blank = {
	.version = 1,
	.made_on = DAY_NONE,
	.agreed_on = DAY_NONE,
	.agreed_how = "",
	.agreed_with = "",
	.strengths = "",
	.review_by = "",
	.review_on = DAY_NONE,
	.given_on = DAY_NONE,
};

const struct plan_review plan_review_blank = {
	.on_day = DAY_NONE,
	.words = "",
	.next_on = DAY_NONE,
};
