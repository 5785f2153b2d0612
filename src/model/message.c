#include "model/message.h"

#include "base/clock.h"

const struct words message_kinds = WORDS("kind of message", MESSAGE_KINDS);

const struct message message_blank = {
	.from_whom = "",
	.phone = "",
	.hours = "",
	.words = "",
	.taken_on = DAY_NONE,
	.taken_minute = MINUTE_NONE,
	.done_on = DAY_NONE,
};
