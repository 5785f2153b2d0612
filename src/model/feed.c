#include "model/feed.h"

const struct words feed_shapes = WORDS("shape of a directory", FEED_SHAPES);

const struct feed feed_blank = { .name = "", .licence = "", .taken_on = DAY_NONE };

const struct feed_entry feed_entry_blank = {
	.external_id = "", .body = "", .seen_on = DAY_NONE, .gone_on = DAY_NONE
};
