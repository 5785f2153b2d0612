#include "model/moved.h"

#include "base/clock.h"
#include "base/words.h"

const struct words moved_nouns = WORDS("kind of entry", MOVED_NOUNS);

const struct moved moved_blank = {
	.was_on = DAY_NONE,
	.moved_on = DAY_NONE,
	.moved_minute = MINUTE_NONE,
};
