#include "model/referral.h"

#include "base/str.h"

const struct words referral_states = WORDS("state of a referral", REFERRAL_STATES);
const struct words urgencies = WORDS("referral urgency", URGENCIES);

const struct referral referral_blank = {
	.received_on = DAY_NONE,
	.source = "",
	.heard = "",
	.referrer = "",
	.return_to = "",
	.return_phone = "",
	.reason = "",
	.expects = "",
	.urgency = URGENCY_USUAL,
	.state_on = DAY_NONE,
	.state_reason = "",
	.outcome = "",
	.hold_until = DAY_NONE,
	.accepted_on = DAY_NONE,
	.first_contact_by = DAY_NONE,
	.first_contact_on = DAY_NONE,
	.closed_on = DAY_NONE,
};

#define TO(state) (1u << REFERRAL_##state)

static const unsigned steps[] = {
	[REFERRAL_RECEIVED] =
		TO(ACCEPTED) | TO(DECLINED) | TO(NOT_ELIGIBLE) | TO(UNABLE_TO_CONTACT),
	[REFERRAL_ACCEPTED] = TO(ACTIVE) | TO(UNABLE_TO_CONTACT) | TO(CLOSED),
	[REFERRAL_ACTIVE] = TO(ON_HOLD) | TO(CLOSED),
	[REFERRAL_ON_HOLD] = TO(ACTIVE) | TO(CLOSED),
	[REFERRAL_CLOSED] = TO(ACTIVE),
};

bool referral_may_become(enum referral_state from, enum referral_state to)
{
	return to != REFERRAL_STATE_NONE && (steps[from] & 1u << to) != 0;
}

bool referral_open(enum referral_state state)
{
	switch (state) {
	case REFERRAL_RECEIVED:
	case REFERRAL_ACCEPTED:
	case REFERRAL_ACTIVE:
	case REFERRAL_ON_HOLD:
		return true;
	case REFERRAL_STATE_NONE:
	case REFERRAL_DECLINED:
	case REFERRAL_NOT_ELIGIBLE:
	case REFERRAL_UNABLE_TO_CONTACT:
	case REFERRAL_CLOSED:
		break;
	}
	return false;
}

bool referral_by_themselves(const struct referral *x)
{
	return text_equal(x->source, "self") || text_equal(x->source, "family_or_friend");
}
