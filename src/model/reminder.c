#include "model/reminder.h"

#include "base/clock.h"

const struct words reminder_kinds = WORDS("kind of reminder", REMINDER_KINDS);
const struct words reminder_states = WORDS("state of a reminder", REMINDER_STATES);

const struct reminder reminder_blank = {
	.what = "",
	.due_on = DAY_NONE,
	.due_minute = MINUTE_NONE,
	.first_due_on = DAY_NONE,
	.moved_reason = "",
	.promised_by = "",
	.promised_phone = "",
	.repeat = "",
	.repeat_until = DAY_NONE,
	.rule = "",
	.why = "",
	.state = REMINDER_OPEN,
	.done_on = DAY_NONE,
	.outcome = "",
	.made_on = DAY_NONE,
};

bool reminder_due(const struct reminder *r, day today)
{
	return r->state == REMINDER_OPEN && r->due_on <= today;
}

bool reminder_overdue(const struct reminder *r, day today)
{
	return r->state == REMINDER_OPEN && r->due_on < today;
}
