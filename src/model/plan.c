#include "model/plan.h"

const struct words plan_statuses = WORDS("status of a plan", PLAN_STATUSES);

const struct plan plan_blank = {
	.version = 1,
	.made_on = DAY_NONE,
	.agreed_on = DAY_NONE,
	.agreed_how = "",
	.review_on = DAY_NONE,
	.if_worse = "",
	.given_on = DAY_NONE,
};
