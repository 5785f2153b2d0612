#include "model/unmet_need.h"

const struct words unmet_reasons = WORDS("reason why nothing fits", UNMET_REASONS);

const struct unmet_need unmet_need_blank = {
	.concern = "",
	.level = NEED_NOT_JUDGED,
	.council = "",
	.note = "",
	.noted_on = DAY_NONE,
	.met_on = DAY_NONE,
	.met_how = "",
};
