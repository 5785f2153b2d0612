#include "consequences.h"

#include "base/words.h"
#include "model/phone.h"
#include "model/rules.h"
#include "store/actions.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/relations.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

/* "1 reminder", "4 reminders". */
static const char *count(size_t n, const char *one, const char *many, struct arena *a)
{
	return arena_printf(a, "%zu %s", n, n == 1 ? one : many);
}

/* Kept in what it ends, and by it found again when it was not so. */
static const char *const reported_reason = _("Reported to have died; not confirmed.");

static const char *reason_of(const struct consequences *k)
{
	return k->happening.sure == SURE ? _("They have died.") : reported_reason;
}

static enum status end_reminders(struct session *s, struct consequences *k, struct arena *a)
{
	enum status rc = reminders_open_of_person(s->store, k->person.id, a, &k->reminders);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < k->reminders.n; i++) {
		struct reminder *m = &k->reminders.at[i];

		m->state = REMINDER_DROPPED;
		m->done_on = s->today;
		m->outcome = reason_of(k);
	}
	if (k->reminders.n > 0)
		effect_add(k, a, EFFECT_CHANGE, _("Stops %s."),
		           count(k->reminders.n, _("reminder"), _("reminders"), a));
	return OK;
}

static enum status end_actions(struct session *s, struct consequences *k, struct arena *a)
{
	struct action_list all;
	enum status rc = actions_of_person(s->store, k->person.id, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct action *x;

		if (!action_open(all.at[i].status))
			continue;
		x = ARENA_PUSH(a, &k->actions);
		*x = all.at[i];
		x->status = ACTION_NOT_APPLICABLE;
		x->outcome = reason_of(k);
	}
	if (rc == OK && k->actions.n > 0)
		effect_add(k, a, EFFECT_CHANGE, _("Ends %s of the plan."),
		           count(k->actions.n, _("action"), _("actions"), a));
	return rc;
}

/* They are waited for, or their data is there: somebody has to ring. */
static enum status end_signposts(struct session *s, struct consequences *k, struct arena *a)
{
	struct signpost_list all;
	enum status rc = signposts_of_person(s->store, k->person.id, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct service service;
		struct signpost *x;

		if (!signpost_open(all.at[i].status))
			continue;
		x = ARENA_PUSH(a, &k->signposts);
		*x = all.at[i];
		x->status = SIGNPOST_CANCELLED;
		x->status_on = x->outcome_on = s->today;
		x->reason = reason_of(k);
		rc = service_get(s->store, x->service, a, &service);
		if (rc == OK)
			effect_add(k, a, EFFECT_TELL, _("Tell %s%s%s"), service.name,
			           text_empty(service.phone) ? _(": no number here") : ": ",
			           text_empty(service.phone) ? "" : phone_shown(service.phone, a));
	}
	return rc;
}

static void close_referrals(const struct session *s, struct consequences *k, struct arena *a)
{
	for (size_t i = 0; i < k->referrals.n; i++) {
		struct referral *r = &k->referrals.at[i];

		r->state = REFERRAL_CLOSED;
		r->state_on = s->today;
		r->closed_on = s->today;
		r->state_reason = "died";
		r->outcome = "died";
		r->hold_until = DAY_NONE;
		effect_add(k, a, EFFECT_CHANGE, _("The time with us, since %s, closes as: died."),
		           day_short(r->received_on, s->today, a));
	}
}

static void hold_referrals(const struct session *s, struct consequences *k, struct arena *a)
{
	for (size_t i = 0; i < k->referrals.n; i++) {
		struct referral *r = &k->referrals.at[i];

		if (!referral_may_become(r->state, REFERRAL_ON_HOLD))
			continue;
		r->state = REFERRAL_ON_HOLD;
		r->state_on = s->today;
		r->state_reason = reason_of(k);
		effect_add(k, a, EFFECT_CHANGE, _("The time with us, since %s, waits."),
		           day_short(r->received_on, s->today, a));
	}
}

/*
 * To those who know of this service, and to nobody else: a call would tell them. Whoever has a
 * record here gets it there; the others' is about no record, so that nothing of the dead is left.
 */
static enum status propose_call(struct session *s, struct consequences *k, const struct relation *m,
                                const struct rule *rule, struct arena *a)
{
	const char *name = m->name, *phone = text_empty(m->phone) ? "" : phone_shown(m->phone, a);
	struct reminder *call;
	struct person other = person_blank;
	enum status rc;

	if (m->other.n != 0) {
		rc = person_get(s->store, m->other, a, &other);
		if (rc != OK)
			return rc;
		if (person_died(&other) || other.no_more_contact_on != DAY_NONE)
			return OK;
		name = person_name(&other, a);
	}
	if (m->other.n == 0 && text_empty(phone)) {
		effect_add(k, a, EFFECT_LOOK, _("%s: no number here for a bereavement call."),
		           name);
		return OK;
	}
	consequences_remind(s, k, rule,
	                    arena_printf(a, "%s (%s died)", name, person_name(&k->person, a)), a);
	call = &k->make.at[k->make.n - 1];
	call->person = m->other;
	call->why = arena_printf(a, "%s %s", rule->why, person_ref(k->person.id, a));
	call->promised_phone = m->phone;
	effect_add(k, a, EFFECT_CHANGE, _("%s: bereavement call proposed for %s%s%s"), name,
	           day_short(call->due_on, s->today, a), text_empty(phone) ? "" : " · ", phone);
	return OK;
}

static enum status propose_calls(struct session *s, struct consequences *k, struct arena *a)
{
	struct relation_list round;
	struct rule_list rules;
	enum status rc = relations_of_person(s->store, k->person.id, a, &round);

	rules_after(s->rules.happened, &k->happening, a, &rules);
	for (size_t r = 0; rc == OK && r < rules.n; r++) {
		for (size_t i = 0; rc == OK && i < round.n; i++) {
			const struct relation *m = &round.at[i];

			if (m->knows_service == SAID_YES && m->knows_illness == SAID_YES)
				rc = propose_call(s, k, m, &rules.at[r], a);
			else if (m->other.n == 0)
				effect_add(
					k, a, EFFECT_LOOK,
					_("%s: no call, for it is not known that they know of us."),
					m->name);
		}
	}
	return rc;
}

/* What somebody left for the worker is theirs to answer; it only says so. */
static enum status look_at_messages(struct session *s, struct consequences *k, struct arena *a)
{
	struct message_list all;
	enum status rc = messages_of_person(s->store, k->person.id, a, &all);
	size_t open = 0;

	for (size_t i = 0; rc == OK && i < all.n; i++)
		open += all.at[i].done_on == DAY_NONE;
	if (rc == OK && open > 0)
		effect_add(k, a, EFFECT_LOOK,
		           _("%s about them still open: read before anybody "
		             "rings back."),
		           count(open, _("message"), _("messages"), a));
	return rc;
}

enum status consequences_of_death(struct session *s, struct consequences *k, struct arena *a)
{
	struct person *p = &k->person;
	bool sure = k->happening.sure == SURE;
	enum status rc;

	p->died_on = k->happening.on_day;
	p->died_about = k->happening.about;
	p->died_sure = k->happening.sure;
	if (sure) {
		p->stage = STAGE_DIED;
		p->stage_since = p->died_on == DAY_NONE ? s->today : p->died_on;
		p->stage_ends_on = DAY_NONE;
		p->in_hospital_since = DAY_NONE;
		p->quiet_until = DAY_NONE;
	}
	effect_add(k, a, EFFECT_CHANGE,
	           _("Nobody rings, writes to or visits them from now on; their name says died."));
	rc = end_reminders(s, k, a);
	if (rc == OK && sure)
		rc = end_actions(s, k, a);
	if (rc == OK && sure)
		rc = end_signposts(s, k, a);
	if (rc == OK && sure)
		rc = propose_calls(s, k, a);
	if (rc == OK)
		rc = look_at_messages(s, k, a);
	if (rc == OK && sure)
		close_referrals(s, k, a);
	if (rc == OK && !sure)
		hold_referrals(s, k, a);
	return rc;
}

static enum status reopen_reminders(struct session *s, struct consequences *k, struct arena *a)
{
	struct reminder_list all;
	enum status rc = reminders_of_person(s->store, k->person.id, a, &all);
	size_t open = 0;

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct reminder *m = &all.at[i];

		if (m->state == REMINDER_DROPPED && text_equal(m->outcome, reported_reason)) {
			m->state = REMINDER_OPEN;
			m->done_on = DAY_NONE;
			m->outcome = "";
			open++;
		} else if (m->state == REMINDER_OPEN && text_equal(m->rule, "died-reported")) {
			m->state = REMINDER_DONE;
			m->done_on = s->today;
			m->outcome = _("Not so: they are alive.");
		} else {
			continue;
		}
		*ARENA_PUSH(a, &k->reminders) = *m;
	}
	if (rc == OK && open > 0)
		effect_add(k, a, EFFECT_CHANGE, _("Opens %s again."),
		           count(open, _("reminder"), _("reminders"), a));
	return rc;
}

enum status consequences_of_mistake(struct session *s, struct consequences *k, struct arena *a)
{
	k->person.died_on = DAY_NONE;
	k->person.died_about = "";
	k->person.died_sure = SURENESS_NONE;
	effect_add(k, a, EFFECT_CHANGE, _("They may be reached again, as they said is safe."));
	for (size_t i = 0; i < k->referrals.n; i++) {
		struct referral *r = &k->referrals.at[i];

		if (r->state != REFERRAL_ON_HOLD || !text_equal(r->state_reason, reported_reason))
			continue;
		r->state = REFERRAL_ACTIVE;
		r->state_on = s->today;
		r->state_reason = "";
		effect_add(k, a, EFFECT_CHANGE, _("The time with us, since %s, goes on."),
		           day_short(r->received_on, s->today, a));
	}
	return reopen_reminders(s, k, a);
}
