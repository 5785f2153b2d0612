#include "model/action.h"

#include "model/none.h"

const struct words action_kinds = WORDS("kind of action", ACTION_KINDS);
const struct words action_owners = WORDS("owner of an action", ACTION_OWNERS);
const struct words action_statuses = WORDS("status of an action", ACTION_STATUSES);

const struct action action_blank = {
	.concern = "",
	.what = "",
	.due_on = DAY_NONE,
	.status = ACTION_NOT_STARTED,
	.confidence = NUMBER_NONE,
	.outcome = "",
	.on_paper = true,
	.amount_sought = NUMBER_NONE,
	.amount_awarded = NUMBER_NONE,
	.made_on = DAY_NONE,
};

bool action_open(enum action_status status)
{
	return status == ACTION_NOT_STARTED || status == ACTION_STARTED;
}
