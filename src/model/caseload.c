#include "model/caseload.h"

#include "base/embedded.h"
#include "base/table.h"

const struct words case_views = WORDS("list", CASE_VIEWS);
const struct words case_orders = WORDS("order", CASE_ORDERS);

bool case_is_new(const struct case_row *c)
{
	return c->open && !c->stopped && c->last_spoken_on == DAY_NONE;
}

bool case_is_held(const struct case_row *c, day today)
{
	return c->state == REFERRAL_ON_HOLD && (c->hold_until == DAY_NONE || c->hold_until > today);
}

day case_quiet_since(const struct case_row *c)
{
	return c->last_spoken_on != DAY_NONE ? c->last_spoken_on : c->accepted_on;
}

int quiet_days(enum stage stage, int usual)
{
	struct table t = table_of(embedded_file("rules/quiet.tsv"));
	long long days;

	while (table_next(&t))
		if (words_find(&stages, table_field(&t, "stage")) == (int)stage &&
		    str_int(table_field(&t, "days"), &days))
			return (int)days;
	return usual;
}

bool case_is_quiet(const struct case_row *c, day today, int usual)
{
	day since = case_quiet_since(c);

	if (!c->open || c->stopped || c->in_hospital || c->state == REFERRAL_ON_HOLD)
		return false;
	if (since == DAY_NONE || (c->quiet_until != DAY_NONE && c->quiet_until >= today))
		return false;
	return today - since >= quiet_days(c->stage, usual);
}

/* Spoken to since, or to be reminded on that day or later. */
static bool seen_to(const struct case_row *c, day from)
{
	return (c->last_spoken_on != DAY_NONE && c->last_spoken_on >= from) ||
	       (c->last_due != DAY_NONE && c->last_due >= from);
}

static bool began_lately(const struct case_row *c, day today)
{
	return c->stage_since != DAY_NONE && c->stage_since <= today &&
	       today - c->stage_since <= CHANGE_BEHIND && !seen_to(c, c->stage_since);
}

/* An end that has gone by without being recorded is a change as well. */
static bool ends_soon(const struct case_row *c, day today)
{
	return c->stage_ends_on != DAY_NONE && c->stage_ends_on - today <= CHANGE_AHEAD &&
	       today - c->stage_ends_on <= CHANGE_BEHIND &&
	       !seen_to(c, c->stage_ends_on - CHANGE_AHEAD);
}

bool case_at_change(const struct case_row *c, day today)
{
	if (!c->open || c->stopped || case_is_held(c, today))
		return false;
	return began_lately(c, today) || ends_soon(c, today);
}

bool case_in_view(const struct case_row *c, enum case_view view, day today, int usual_quiet)
{
	switch (view) {
	case CASE_VIEW_NONE:
	case CASES_MINE:
	case CASES_EVERYONE:
	case CASES_COVERED:
		return c->open;
	case CASES_NEW:
		return case_is_new(c);
	case CASES_QUIET:
		return case_is_quiet(c, today, usual_quiet);
	case CASES_NOT_ASSESSED:
		return c->open && !c->stopped && c->assessed_on == DAY_NONE;
	case CASES_PLAN_OVERDUE:
		return c->open && !c->stopped && c->plan_due;
	case CASES_CLOSED:
		return !c->open;
	}
	return false;
}
