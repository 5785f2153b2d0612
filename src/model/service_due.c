#include "model/service_due.h"

#include "model/workdays.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define MIDDAY    (12 * 60 + 30)
#define MORNING   (9 * 60 + 30)
#define AFTERNOON (13 * 60 + 30)

bool service_checkable(const struct service *x)
{
	return x->status != SERVICE_CLOSED && !x->do_not_list;
}

bool service_check_due(const struct service *x, day today, day since)
{
	if (!service_checkable(x))
		return false;
	if (x->next_check != DAY_NONE)
		return x->next_check <= today;
	return x->last_checked == DAY_NONE || x->last_checked < since;
}

static int days_until(const struct service *x, const struct service_use *use,
                      const struct check_every *every)
{
	if (x->status == SERVICE_CLOSED_UNTIL && x->closed_until > every->today)
		return x->closed_until - every->today;
	if (x->status != SERVICE_ACTIVE)
		return SERVICE_FULL_DAYS;
	if (use->waiting > 0 || use->used >= SERVICE_MUCH_USED)
		return every->days / 2;
	return every->days;
}

day service_next_check(const struct service *x, const struct service_use *use,
                       const struct check_every *every)
{
	int days = days_until(x, use, every);

	return day_next_working(every->today + (days > 0 ? days : 1), every->holidays);
}

struct check_try service_next_try(int tries, int minute, const struct check_every *every)
{
	static const int later[] = { 2, 4, 10 }; /* working days */
	int at = tries < 1 ? 0 : tries > SERVICE_TRIES ? SERVICE_TRIES - 1 : tries - 1;

	return (struct check_try){ day_add_working(every->today, later[at], every->holidays),
		                   minute < MIDDAY ? AFTERNOON : MORNING };
}

/* ---- what to ask ---- */

static void ask(struct check_questions *list, struct arena *a, const char *question)
{
	*ARENA_PUSH(a, list) = question;
}

/* "free" is asked after as such, what it costs with the words that the entry has. */
static const char *cost_question(const struct service *x, struct arena *a)
{
	if (text_empty(x->cost))
		return _("Does it cost anything?");
	if (text_equal(text_fold(str_of(x->cost), a), "free"))
		return _("Is it still free?");
	return arena_printf(a, _("Does it still cost this: %s?"), x->cost);
}

static const char *wait_question(const struct service *x, struct arena *a)
{
	if (x->wait_weeks < 0)
		return _("How long do people wait?");
	if (x->wait_weeks == 0)
		return _("Can people still come without waiting?");
	return arena_printf(a,
	                    x->wait_weeks == 1 ? _("Do people still wait %d week, or how long?")
	                                       : _("Do people still wait %d weeks, or how long?"),
	                    x->wait_weeks);
}

static const char *way_in_question(const struct service *x)
{
	if (strstr(x->access, "drop-in"))
		return _("May they still come without an appointment or a referral?");
	if (strstr(x->access, "self-referral"))
		return _("May they still come without a referral?");
	if (strstr(x->access, "referral"))
		return _("Do they still need a referral, and from whom?");
	if (strstr(x->access, "appointment"))
		return _("Do they still need an appointment?");
	return _("May they come without a referral?");
}

static const char *place_question(const struct service *x, struct arena *a)
{
	if (!text_empty(x->address))
		return arena_printf(a, _("Are you still at %s?"), x->address);
	if (!text_empty(x->postcode))
		return arena_printf(a, _("Are you still in %s?"), x->postcode);
	return NULL;
}

/* What was said against it comes first: it is why one rings. */
static void ask_of_trouble(struct check_questions *list, const struct service *x, day today,
                           struct arena *a)
{
	if (x->status == SERVICE_CLOSED_UNTIL && x->closed_until <= today) {
		ask(list, a,
		    x->closed_until == DAY_NONE
		            ? _("You were closed. Are you open again?")
		            : arena_printf(a, _("You were closed until %s. Are you open again?"),
		                           day_short(x->closed_until, today, a)));
	} else if (x->status == SERVICE_CLOSED_UNTIL) {
		ask(list, a,
		    arena_printf(a, _("Are you closed until %s?"),
		                 day_short(x->closed_until, today, a)));
	}
	if (x->status == SERVICE_FULL)
		ask(list, a, _("Do you take people again?"));
	if (!text_empty(x->alert))
		ask(list, a, arena_printf(a, _("We were told this: “%s”. Is it so?"), x->alert));
}

struct check_questions service_questions(const struct service *x, const char *areas, day today,
                                         struct arena *a)
{
	struct check_questions list = { 0 };
	const char *place = place_question(x, a);

	ask_of_trouble(&list, x, today, a);
	if (place)
		ask(&list, a, place);
	if (!text_empty(x->hours))
		ask(&list, a, arena_printf(a, _("Are these still your hours: %s?"), x->hours));
	ask(&list, a, cost_question(x, a));
	ask(&list, a, wait_question(x, a));
	ask(&list, a,
	    text_empty(areas) ? _("Where must people live?")
	                      : arena_printf(a, _("Do you still take people from %s?"), areas));
	ask(&list, a, way_in_question(x));
	return list;
}
