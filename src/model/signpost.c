#include "model/signpost.h"

#include "base/clock.h"

const struct words signpost_kinds = WORDS("way of telling about a service", SIGNPOST_KINDS);
const struct words signpost_statuses = WORDS("status of a signpost", SIGNPOST_STATUSES);
const struct words helped_answers = WORDS("note of whether it helped", HELPED_ANSWERS);

const struct words step_asks = WORDS("way of asking", STEP_ASKS);

const struct signpost_step signpost_step_blank = {
	.on_day = DAY_NONE,
	.at_minute = MINUTE_NONE,
	.reason = "",
	.words = "",
};

const struct signpost signpost_blank = {
	.concern = "",
	.given_on = DAY_NONE,
	.status_on = DAY_NONE,
	.reason = "",
	.outcome = "",
	.outcome_on = DAY_NONE,
	.consent = "",
	.what_sent = "",
	.note = "",
	.council = "",
};

bool signpost_open(enum signpost_status status)
{
	return status >= SIGNPOST_GIVEN && status <= SIGNPOST_RECEIVING;
}

/* Told and leaflet wait for nobody: they are given, and then they help or end. */
static bool status_fits(enum signpost_kind kind, enum signpost_status status)
{
	bool passed_on = status >= SIGNPOST_SENT && status <= SIGNPOST_WAITING;

	return !passed_on || kind == SIGNPOST_WARM_HANDOVER || kind == SIGNPOST_REFERRED;
}

bool signpost_may_become(enum signpost_kind kind, enum signpost_status from,
                         enum signpost_status to)
{
	if (from == SIGNPOST_STATUS_NONE || to == SIGNPOST_STATUS_NONE || !status_fits(kind, to))
		return false;
	if (signpost_open(from))
		return to > from;
	return signpost_open(to);
}
