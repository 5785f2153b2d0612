#include "casework/contacts.h"

#include "act.h"
#include "reach.h"

#include "base/words.h"
#include "store/referrals.h"
#include "store/reminders.h"

static const char *unchecked(const struct out_of_reach *c, const struct referral *ref)
{
	if (!c->not_in_hospital)
		return _("Are they in hospital? Ask the ward or their nurse first.");
	if (!c->not_moved)
		return _("Have they moved? Ask their GP practice first.");
	if (!c->not_died)
		return _("Have they died? Ask their nurse or GP practice first.");
	if (!c->referrer_asked && !referral_by_themselves(ref))
		return _("Has whoever referred them a safer way? Ask them first.");
	return NULL;
}

static enum status drop_tries(struct session *s, struct change *c, struct person_id person,
                              struct arena *a)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(c->st, person, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		if (open.at[i].kind != REMINDER_TRY_AGAIN &&
		    open.at[i].kind != REMINDER_FIRST_CONTACT)
			continue;
		open.at[i].state = REMINDER_DROPPED;
		open.at[i].done_on = s->today;
		open.at[i].outcome = _("could not be reached");
		rc = reminder_update(c, &open.at[i]);
	}
	return rc;
}

static enum status close_in(struct session *s, struct change *c, const struct reach *r,
                            const char *note, struct arena *a)
{
	struct referral ref = r->referral;
	enum status rc;

	ref.state = REFERRAL_UNABLE_TO_CONTACT;
	ref.state_on = s->today;
	ref.closed_on = s->today;
	ref.state_reason = note;
	rc = referral_update(c, &ref);
	return rc == OK ? drop_tries(s, c, r->person.id, a) : rc;
}

enum status casework_unable_to_contact(struct session *s, struct person_id person,
                                       const struct out_of_reach *checked)
{
	const char *missing;
	struct arena a = { 0 };
	struct change c = { 0 };
	struct reach r;
	enum status rc = casework_may_about(s, OP_CLOSE_REFERRAL, person);

	if (rc != OK)
		return rc;
	rc = reach_get(s, person, &a, &r);
	missing = rc == OK ? unchecked(checked, &r.referral) : NULL;
	if (missing)
		rc = session_fail(s, E_INVALID, "%s", missing);
	if (rc == OK && !referral_may_become(r.referral.state, REFERRAL_UNABLE_TO_CONTACT))
		rc = session_fail(s, E_CONFLICT,
		                  _("%s is not waiting for a first contact. Nothing was changed."),
		                  r.words.person);
	if (rc == OK) {
		rc = act_begin(s, OP_CLOSE_REFERRAL, &c, person,
		               arena_printf(&a, _("closed %s: could not be reached"),
		                            act_name(&r.person, &a)));
		if (rc == OK)
			rc = close_in(s, &c, &r, checked->note, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
