#include "model/happening.h"

const struct words happening_kinds = WORDS("kind of happening", HAPPENING_KINDS);
const struct words surenesses = WORDS("degree of being sure", SURENESSES);

const struct happening happening_blank = {
	.on_day = DAY_NONE,
	.about = "",
	.told_by = "",
	.note = "",
	.recorded_on = DAY_NONE,
};
