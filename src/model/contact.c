#include "model/contact.h"

#include "base/clock.h"
#include "model/none.h"

const struct words contact_outcomes = WORDS("contact outcome", CONTACT_OUTCOMES);
const struct words contact_directions = WORDS("direction of a contact", CONTACT_DIRECTIONS);
const struct words contact_modes = WORDS("way of a contact", CONTACT_MODES);
const struct words contact_reaches = WORDS("contact result", CONTACT_REACHES);

const struct contact contact_blank = {
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.who_with = "",
	.minutes = NUMBER_NONE,
	.note = "",
};

/* What each outcome says by itself. */
static const struct {
	enum contact_reached reached;
	enum contact_direction direction;
	enum contact_mode mode;
} usual[] = {
	[CONTACT_SPOKE] = { REACHED_YES, CONTACT_OUT, CONTACT_BY_PHONE },
	[CONTACT_NO_ANSWER] = { REACHED_NO, CONTACT_OUT, CONTACT_BY_PHONE },
	[CONTACT_MESSAGE] = { REACHED_MESSAGE_LEFT, CONTACT_OUT, CONTACT_BY_PHONE },
	[CONTACT_SOMEBODY_ELSE] = { REACHED_OTHER_PERSON, CONTACT_OUT, CONTACT_BY_PHONE },
	[CONTACT_WRONG_NUMBER] = { REACHED_NO, CONTACT_OUT, CONTACT_BY_PHONE },
	[CONTACT_TEXT_OR_EMAIL] = { REACHED_MESSAGE_LEFT, CONTACT_OUT, CONTACT_BY_TEXT },
	[CONTACT_THEY_RANG] = { REACHED_YES, CONTACT_IN, CONTACT_BY_PHONE },
	[CONTACT_FACE_TO_FACE] = { REACHED_YES, CONTACT_OUT, CONTACT_IN_PERSON },
	[CONTACT_ASKED_TO_STOP] = { REACHED_YES, CONTACT_OUT, CONTACT_BY_PHONE },
};

enum contact_reached contact_reached_by(enum contact_outcome outcome)
{
	return usual[outcome].reached;
}

enum contact_direction contact_usual_direction(enum contact_outcome outcome)
{
	return usual[outcome].direction;
}

enum contact_mode contact_usual_mode(enum contact_outcome outcome)
{
	return usual[outcome].mode;
}

bool contact_goes_out(enum contact_outcome outcome)
{
	return outcome != CONTACT_THEY_RANG && outcome != CONTACT_FACE_TO_FACE;
}

bool contact_is_reached(const struct contact *c)
{
	return c->reached == REACHED_YES;
}

bool contact_is_attempt(const struct contact *c)
{
	return c->direction == CONTACT_OUT;
}
