#include "stage_rules.h"

#include "base/clock.h"
#include "model/rules.h"
#include "store/referrals.h"
#include "store/reminders.h"

static bool stands(const struct reminder_list *open, const char *rule)
{
	for (size_t i = 0; i < open->n; i++)
		if (text_equal(open->at[i].rule, rule))
			return true;
	return false;
}

static enum status remind_in(struct session *s, struct change *c, const struct person *p,
                             const struct rule *rule, struct account_id worker)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = p->id;
	r.worker = worker;
	r.kind = rule->kind;
	r.what = rule->what;
	r.due_on = r.first_due_on = rule_due(rule, p->stage_since, s->today, &s->holidays);
	r.rule = rule->id;
	r.why = rule->why;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return reminder_add(c, &r, &id);
}

enum status stage_rules_in(struct session *s, struct change *c, const struct person *p)
{
	struct referral referral = referral_blank;
	struct reminder_list open = { 0 };
	struct rule_list rules = { 0 };
	struct arena a = { 0 };
	enum status rc;

	if (person_died(p) || p->no_more_contact_on != DAY_NONE)
		return OK;
	rules_after_stage(s->rules.happened, p->stage, &a, &rules);
	rc = referral_current(c->st, p->id, &a, &referral);
	/* Who has no time with us now is nobody's to remind. */
	if (rc == OK && rules.n > 0)
		rc = reminders_open_of_person(c->st, p->id, &a, &open);
	for (size_t i = 0; rc == OK && i < rules.n; i++)
		if (!stands(&open, rules.at[i].id))
			rc = remind_in(s, c, p, &rules.at[i],
			               referral.worker.n ? referral.worker : s->account.id);
	arena_reset(&a);
	return rc == E_NOT_FOUND ? OK : rc;
}
