#include "model/safety_note.h"

#include "base/clock.h"

const struct words safety_abouts = WORDS("kind of safety note", SAFETY_ABOUTS);

const struct safety_note safety_note_blank = {
	.who = "",
	.words = "",
	.did = "",
	.told_when = "",
	.told_said = "",
	.without_consent_because = "",
	.raised_on = DAY_NONE,
	.raised_minute = MINUTE_NONE,
	.seen_on = DAY_NONE,
	.done = "",
	.done_on = DAY_NONE,
};
