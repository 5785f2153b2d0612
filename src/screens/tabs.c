#include "tabs.h"

#include "screens.h"

#include "base/words.h"

static const struct tab staff[TABS_MOST] = {
	{ _("Today"), &today_screen, "F2", ACT_TODAY, OP_SEE_TODAY },
	{ _("Caseload"), &caseload_screen, "F3", ACT_CASELOAD, OP_SEE_CASELOAD },
	{ _("Directory"), &directory_screen, "F4", ACT_DIRECTORY, OP_SEE_SERVICES },
	{ _("Reminders"), &reminders_screen, "F5", ACT_REMINDERS, OP_SEE_REMINDERS },
};

static const struct tab desk[] = {
	{ _("Desk"), &volunteer_desk_screen, "F2", ACT_TODAY, OP_ENQUIRE },
	{ _("Find a service"), &directory_screen, "F4", ACT_DIRECTORY, OP_SEE_SERVICES },
};

static bool at_desk(const struct session *s)
{
	return session_may(s, OP_ENQUIRE) && !session_may(s, OP_OPEN_PERSON);
}

struct tabs tabs_of(const struct session *s)
{
	const struct tab *all = at_desk(s) ? desk : staff;
	size_t n = at_desk(s) ? COUNT_OF(desk) : COUNT_OF(staff);
	struct tabs tabs = { 0 };

	for (size_t i = 0; i < n; i++)
		if (session_may(s, all[i].op))
			tabs.at[tabs.n++] = &all[i];
	return tabs;
}

const struct screen_ops *tab_home(const struct session *s)
{
	struct tabs tabs = tabs_of(s);

	return tabs.n > 0 ? tabs.at[0]->screen : &directory_screen;
}

unsigned tab_has(const struct session *s)
{
	unsigned whose = at_desk(s)                       ? NEEDS_DESK
	                 : session_may(s, OP_OPEN_PERSON) ? NEEDS_STAFF
	                                                  : NEEDS_AUDIT;

	if (session_may(s, OP_SEE_OWN_LOG))
		whose |= NEEDS_NAME;
	if (session_may(s, OP_CHANGE_SERVICE))
		whose |= NEEDS_ENTRIES;
	if (session_may(s, OP_ACCOUNTS))
		whose |= NEEDS_ACCOUNTS;
	return whose;
}
