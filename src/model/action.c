#include "model/action.h"

const struct words action_kinds = WORDS("kind of action", ACTION_KINDS);
const struct words action_owners = WORDS("owner of an action", ACTION_OWNERS);
const struct words action_statuses = WORDS("status of an action", ACTION_STATUSES);

bool action_open(enum action_status status)
{
	return status == ACTION_NOT_STARTED || status == ACTION_STARTED;
}
