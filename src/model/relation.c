#include "model/relation.h"

#include "model/none.h"

const struct words relation_kinds = WORDS("kind of relation", RELATION_KINDS);
const struct words powers = WORDS("power of attorney or other right", POWERS);

const struct relation relation_blank = {
	.name = "",
	.phone = "",
	.speaks_about = "",
	.power_seen_on = DAY_NONE,
	.crisis = NUMBER_NONE,
	.ended_on = DAY_NONE,
};
