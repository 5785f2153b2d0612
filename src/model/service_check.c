#include "model/service_check.h"

#include "base/clock.h"

const struct words check_results = WORDS("result of a check", CHECK_RESULTS);

const struct service_check service_check_blank = {
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.words = "",
	.next_on = DAY_NONE,
};

const struct service_note service_note_blank = {
	.words = "",
	.on_day = DAY_NONE,
};
