#include "model/reminder.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/workdays.h"

#include <string.h>

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

static const char *ended(const char *text, struct arena *a)
{
	size_t n = strlen(text);

	return n > 0 && strchr(".?!", text[n - 1]) ? text : arena_printf(a, "%s.", text);
}

static const char *sentence(const char *text, struct arena *a)
{
	return ended(text_capital(text, a), a);
}

/* "15 working days ago" matters where somebody is waited for. */
static const char *set_on(const struct reminder *r, day today, const struct holidays *h,
                          struct arena *a)
{
	const char *on = day_short(r->made_on, today, a);
	int ago = day_count_working(r->made_on, today, h);

	if ((r->kind != REMINDER_CHECK_BACK && r->kind != REMINDER_CHASE) || ago < 2)
		return arena_printf(a, _("set %s"), on);
	return arena_printf(a, _("set %s, %d working days ago"), on, ago);
}

const char *reminder_why(const struct reminder *r, day today, const struct holidays *h,
                         struct arena *a)
{
	const char *why = "", *set = set_on(r, today, h, a);
	bool named = text_empty(r->rule) || strstr(r->why, r->rule);

	if (!text_empty(r->why))
		why = arena_printf(a, "%s ", sentence(r->why, a));
	else if (r->kind == REMINDER_CHASE && !text_empty(r->promised_by))
		why = arena_printf(a, _("%s promised it. "), r->promised_by);
	set = named ? sentence(set, a) : arena_printf(a, _("Rule %s, %s."), r->rule, set);
	if (!text_empty(r->repeat))
		set = arena_printf(a, _("%s Comes again %s."), set, r->repeat);
	if (r->moved == 0)
		return arena_printf(a, "%s%s", why, set);
	why = arena_printf(a, "%s%s %s", why, set,
	                   r->moved == 1 ? _("Moved once")
	                                 : arena_printf(a, _("Moved %d times"), r->moved));
	why = arena_printf(a, _("%s since %s"), why, day_plain(r->first_due_on, today, a));
	return text_empty(r->moved_reason)
	               ? arena_printf(a, "%s.", why)
	               : arena_printf(a, "%s: %s", why, ended(r->moved_reason, a));
}
