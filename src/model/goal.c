#include "model/goal.h"

const struct words goal_statuses = WORDS("status of a goal", GOAL_STATUSES);
const struct words supports = WORDS("note of feeling supported", SUPPORTS);

const struct goal goal_blank = {
	.words = "",
	.by_day = DAY_NONE,
	.status = GOAL_SET,
	.status_on = DAY_NONE,
};
