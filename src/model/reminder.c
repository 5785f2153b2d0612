#include "model/reminder.h"

const struct words reminder_kinds = WORDS("kind of reminder", REMINDER_KINDS);
const struct words reminder_states = WORDS("state of a reminder", REMINDER_STATES);

bool reminder_due(const struct reminder *r, day today)
{
	return r->state == REMINDER_OPEN && r->due_on <= today;
}

bool reminder_overdue(const struct reminder *r, day today)
{
	return r->state == REMINDER_OPEN && r->due_on < today;
}
