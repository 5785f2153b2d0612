#include "model/action.h"

#include "model/none.h"

const struct words action_kinds = WORDS("kind of action", ACTION_KINDS);
const struct words action_owners = WORDS("owner of an action", ACTION_OWNERS);
const struct words action_statuses = WORDS("status of an action", ACTION_STATUSES);

const struct action action_blank = {
	.concern = "",
	.what = "",
	.who = "",
	.due_on = DAY_NONE,
	.review_on = DAY_NONE,
	.status = ACTION_NOT_STARTED,
	.status_on = DAY_NONE,
	.confidence = NUMBER_NONE,
	.outcome = "",
	.on_paper = true,
	.made_on = DAY_NONE,
};

const char *action_words(enum action_kind kind, const char *what, struct arena *a)
{
	char *text;

	if (kind != ACTION_PERSON_DOES && kind != ACTION_WORKER_DOES)
		return what;
	if (what[0] < 'A' || what[0] > 'Z' || what[1] < 'a' || what[1] > 'z')
		return what;
	text = arena_strdup(a, what);
	text[0] = (char)(text[0] - 'A' + 'a');
	return text;
}

bool action_open(enum action_status status)
{
	return status == ACTION_NOT_STARTED || status == ACTION_STARTED;
}
