#include "model/caseload.h"

#include "rule_read.h"

#include "base/words.h"

#include <assert.h>

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

int quiet_days(const struct case_rules *rules, enum stage stage)
{
	return rules->quiet[stage];
}

bool case_is_quiet(const struct case_row *c, day today, const struct case_rules *rules)
{
	day since = case_quiet_since(c);

	if (!c->open || c->stopped || c->in_hospital || c->state == REFERRAL_ON_HOLD)
		return false;
	if (since == DAY_NONE || (c->quiet_until != DAY_NONE && c->quiet_until >= today))
		return false;
	return today - since >= quiet_days(rules, c->stage);
}

/* Spoken to since, or to be reminded on that day or later. */
static bool seen_to(const struct case_row *c, day from)
{
	return (c->last_spoken_on != DAY_NONE && c->last_spoken_on >= from) ||
	       (c->last_due != DAY_NONE && c->last_due >= from);
}

static bool began_lately(const struct case_row *c, day today, const struct case_rules *rules)
{
	return c->stage_since != DAY_NONE && c->stage_since <= today &&
	       today - c->stage_since <= rules->change_behind && !seen_to(c, c->stage_since);
}

/* An end that has gone by without being recorded is a change as well. */
static bool ends_soon(const struct case_row *c, day today, const struct case_rules *rules)
{
	return c->stage_ends_on != DAY_NONE && c->stage_ends_on - today <= rules->change_ahead &&
	       today - c->stage_ends_on <= rules->change_behind &&
	       !seen_to(c, c->stage_ends_on - rules->change_ahead);
}

bool case_at_change(const struct case_row *c, day today, const struct case_rules *rules)
{
	if (!c->open || c->stopped || case_is_held(c, today))
		return false;
	return began_lately(c, today, rules) || ends_soon(c, today, rules);
}

bool case_in_view(const struct case_row *c, enum case_view view, day today,
                  const struct case_rules *rules)
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
		return case_is_quiet(c, today, rules);
	case CASES_NOT_ASSESSED:
		return c->open && !c->stopped && c->assessed_on == DAY_NONE;
	case CASES_PLAN_OVERDUE:
		return c->open && !c->stopped && c->plan_due;
	case CASES_CLOSED:
		return !c->open;
	}
	return false;
}

/* ---- data/rules/quiet.tsv ---- */

static_assert(CASE_STAGES == STAGE_BEREAVED + 1, "a stage has no number of days");

void quiet_rules_take(struct rule_reading *r, struct str text, struct case_rules *ret)
{
	static const char *const columns[] = { "stage", "days" };
	bool seen[CASE_STAGES] = { false };

	if (!rule_reading_begin(r, text, columns, COUNT_OF(columns)))
		return;
	while (rule_reading_next(r)) {
		int stage = rule_word(r, "stage", &stages), days = rule_number(r, "days", 366);

		if (stage != STAGE_NONE && seen[stage])
			rule_wrong(r, _("stage: %s is there already"), words_word(&stages, stage));
		if (days == 0)
			rule_wrong(r, _("days: at least one"));
		seen[stage] = true;
		if (ret && stage != STAGE_NONE && days > 0)
			ret->quiet[stage] = days;
	}
}

enum status quiet_rules_read(struct str text, int usual, struct case_rules *ret)
{
	struct arena a = { 0 };
	struct rule_faults faults = { 0 };
	struct rule_reading r = { .a = &a, .faults = &faults };
	struct case_rules rules = *ret;
	enum status rc;

	for (size_t i = 0; i < CASE_STAGES; i++)
		rules.quiet[i] = usual;
	quiet_rules_take(&r, text, &rules);
	rc = faults.n > 0 ? E_INVALID : OK;
	if (rc == OK)
		*ret = rules;
	arena_reset(&a);
	return rc;
}
