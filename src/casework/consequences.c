#include "consequences.h"

#include "act.h"
#include "asking.h"
#include "went_on.h"

#include "base/words.h"
#include "model/places.h"
#include "model/rules.h"
#include "store/actions.h"
#include "store/derive.h"
#include "store/happenings.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"
#include "store/services.h"
#include "store/signposts.h"

#include <stdarg.h>
#include <stdio.h>

#define IN_HOSPITAL_RULE "in-hospital" /* data/rules/happened.tsv */

void effect_add(struct consequences *k, struct arena *a, enum effect_kind kind, const char *fmt,
                ...)
{
	char text[400];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	*ARENA_PUSH(a, &k->effects) = (struct effect){ kind, arena_strdup(a, text) };
}

/* Whoever has the person; else whoever writes it down. */
static struct account_id worker_of(const struct session *s, const struct consequences *k)
{
	for (size_t i = 0; i < k->referrals.n; i++)
		if (k->referrals.at[i].worker.n != 0)
			return k->referrals.at[i].worker;
	return s->account.id;
}

void consequences_remind(const struct session *s, struct consequences *k, const struct rule *r,
                         const char *name, struct arena *a)
{
	struct reminder *m = ARENA_PUSH(a, &k->make);

	*m = reminder_blank;
	m->person = k->person.id;
	m->worker = worker_of(s, k);
	m->kind = r->kind;
	m->what = rule_text(r, name, a);
	m->due_on = rule_due(r, k->happening.on_day, s->today, &s->holidays);
	m->first_due_on = m->due_on;
	m->rule = r->id;
	m->why = r->why;
	m->state = REMINDER_OPEN;
	m->made_on = s->today;
	m->by_account = s->account.id;
	if (m->kind == REMINDER_CHASE) {
		m->promised_by = k->person.clinical_contact;
		m->promised_phone = k->person.clinical_phone;
	}
}

static void remind_by_rules(const struct session *s, struct consequences *k, struct arena *a)
{
	struct rule_list rules;

	rules_after(s->rules.happened, &k->happening, a, &rules);
	for (size_t i = 0; i < rules.n; i++) {
		const struct reminder *m;

		consequences_remind(s, k, &rules.at[i], "", a);
		m = &k->make.at[k->make.n - 1];
		effect_add(k, a, EFFECT_CHANGE, _("A reminder for %s: %s%s%s"),
		           day_short(m->due_on, s->today, a), m->what,
		           text_empty(m->promised_phone) ? "" : " · ", m->promised_phone);
	}
}

static void become(struct consequences *k, const struct session *s, struct arena *a,
                   enum stage stage)
{
	k->person.stage = stage;
	k->person.stage_since = k->happening.on_day == DAY_NONE ? s->today : k->happening.on_day;
	k->person.stage_ends_on = DAY_NONE;
	effect_add(k, a, EFFECT_CHANGE, _("Where they are: %s, since %s."),
	           words_label(&stages, (int)stage), day_short(k->person.stage_since, s->today, a));
}

static void plan_end(struct consequences *k, const struct session *s, struct arena *a)
{
	k->person.stage_ends_on = k->in->ends_on;
	if (k->in->ends_on != DAY_NONE)
		effect_add(k, a, EFFECT_CHANGE, _("Planned end: %s."),
		           day_short(k->in->ends_on, s->today, a));
}

static void go_to_hospital(struct consequences *k, const struct session *s, struct arena *a)
{
	k->person.in_hospital_since =
		k->happening.on_day == DAY_NONE ? s->today : k->happening.on_day;
	effect_add(k, a, EFFECT_CHANGE, _("In hospital since %s: not counted as quiet meanwhile."),
	           day_short(k->person.in_hospital_since, s->today, a));
	if (k->in->ends_on != DAY_NONE)
		plan_end(k, s, a);
}

/* Nobody has to ask the ward any more. */
static enum status come_home(struct session *s, struct consequences *k, struct arena *a)
{
	struct reminder_list all;
	enum status rc = reminders_open_of_person(s->store, k->person.id, a, &all);

	k->person.in_hospital_since = DAY_NONE;
	effect_add(k, a, EFFECT_CHANGE, _("Home again: rung and counted as before."));
	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct reminder *m = &all.at[i];

		if (!text_equal(m->rule, IN_HOSPITAL_RULE))
			continue;
		m->state = REMINDER_DONE;
		m->done_on = s->today;
		m->outcome = _("Home again.");
		*ARENA_PUSH(a, &k->reminders) = *m;
		effect_add(k, a, EFFECT_CHANGE, _("Done with it: %s."), m->what);
	}
	return rc;
}

/* Is that service for the area they live in now? Where either is not known: perhaps not. */
static enum status serves(struct session *s, struct service_id id, const char *council,
                          struct arena *a, bool *ret)
{
	struct code_list areas;
	enum status rc = service_areas(s->store, id, a, &areas);

	*ret = false;
	for (size_t i = 0; rc == OK && i < areas.n && !text_empty(council); i++)
		*ret = *ret || area_within(council, areas.at[i]);
	return rc;
}

static enum status look_at_services(struct session *s, struct consequences *k, struct arena *a)
{
	struct signpost_list all;
	enum status rc = signposts_of_person(s->store, k->person.id, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		struct service service;
		bool here = false;

		if (!signpost_open(all.at[i].status))
			continue;
		rc = service_get(s->store, all.at[i].service, a, &service);
		if (rc == OK)
			rc = serves(s, service.id, k->person.council, a, &here);
		if (rc == OK && !here)
			effect_add(k, a, EFFECT_LOOK,
			           _("%s (%s) is for the old area. Is it still right? %s"),
			           service.name,
			           words_label(&signpost_statuses, (int)all.at[i].status),
			           service.phone);
	}
	return rc;
}

/* The address is a channel of its own: what was safe at the old one was said of the old one. */
static enum status move(struct session *s, struct consequences *k, struct arena *a)
{
	enum status rc = safe_contact_get(s->store, k->person.id, a, &k->safe);

	if (rc != OK)
		return rc;
	k->person.address = k->in->address;
	k->person.postcode = k->in->postcode;
	k->person.council = k->in->council;
	k->safe.post = NOT_ASKED;
	k->safe.visit = NOT_ASKED;
	if (k->safe.set_on != DAY_NONE)
		k->safe.ask_because = ASK_ADDRESS;
	k->safe_changes = true;
	if (text_empty(k->in->address) && text_empty(k->in->postcode))
		effect_add(k, a, EFFECT_CHANGE,
		           _("The old address is taken off; the new one is "
		             "not known yet."));
	else
		effect_add(k, a, EFFECT_CHANGE, _("New address: %s %s %s"), k->in->address,
		           k->in->postcode,
		           text_empty(k->in->council) ? "" : council_name(k->in->council, a));
	effect_add(k, a, EFFECT_CHANGE,
	           _("Post and visits: not asked yet, so none until they have said."));
	return look_at_services(s, k, a);
}

static enum status by_kind(struct session *s, struct consequences *k, struct arena *a)
{
	switch (k->happening.kind) {
	case HAPPENED_DIED:
		return consequences_of_death(s, k, a);
	case HAPPENED_ALIVE:
		return consequences_of_mistake(s, k, a);
	case HAPPENED_TREATMENT_BEGAN:
		become(k, s, a, STAGE_IN_TREATMENT);
		if (!text_empty(k->in->treatment))
			k->person.treatment = k->in->treatment;
		k->person.treatment_began_on = k->happening.on_day;
		k->person.treatment_ended_on = DAY_NONE;
		plan_end(k, s, a);
		break;
	case HAPPENED_TREATMENT_ENDED:
		become(k, s, a, STAGE_TREATMENT_ENDED);
		k->person.treatment_ended_on = k->happening.on_day;
		break;
	case HAPPENED_RECURRENCE:
		become(k, s, a, STAGE_RECURRENCE);
		break;
	case HAPPENED_END_OF_LIFE:
		become(k, s, a, STAGE_END_OF_LIFE);
		break;
	case HAPPENED_HOSPITAL:
		go_to_hospital(k, s, a);
		break;
	case HAPPENED_HOME:
		return come_home(s, k, a);
	case HAPPENED_MOVED:
		return move(s, k, a);
	case HAPPENING_KIND_NONE:
		break;
	}
	return OK;
}

static struct happening happening_of(const struct session *s, const struct new_happening *h)
{
	struct happening x = happening_blank;

	x.person = h->person;
	x.kind = h->kind;
	x.on_day = h->on_day;
	x.about = h->about;
	x.told_by = h->told_by;
	x.sure = h->sure;
	x.note = h->note;
	x.recorded_on = s->today;
	x.by_account = s->account.id;
	return x;
}

/* After a death only that it is sure can be written down, or that it was not so. */
static enum status check_alive(struct session *s, const struct consequences *k, struct arena *a)
{
	bool reported = k->person.died_sure == SURE_REPORTED;
	bool confirms = k->happening.kind == HAPPENED_DIED && k->happening.sure == SURE;

	if (k->happening.kind == HAPPENED_ALIVE && !reported)
		return session_fail(s, E_CONFLICT,
		                    _("%s is not on record as reported to have died."),
		                    act_name(&k->person, a));
	if (!person_died(&k->person) ||
	    (reported && (confirms || k->happening.kind == HAPPENED_ALIVE)))
		return OK;
	return session_fail(s, E_CONFLICT,
	                    _("%s is on record as having died. If that is wrong, u takes it back, "
	                      "or change the record."),
	                    act_name(&k->person, a));
}

/* The open ones only; whoever has the person is told from them. */
static enum status find_referrals(struct session *s, struct consequences *k, struct arena *a)
{
	struct referral_list all;
	enum status rc = referrals_of_person(s->store, k->person.id, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (referral_open(all.at[i].state))
			*ARENA_PUSH(a, &k->referrals) = all.at[i];
	return rc;
}

enum status consequences_find(struct session *s, const struct new_happening *h, struct arena *a,
                              struct consequences *ret)
{
	struct consequences k = { .in = h, .happening = happening_of(s, h) };
	enum status rc = session_store(s, person_get(s->store, h->person, a, &k.person));

	if (rc == OK)
		rc = check_alive(s, &k, a);
	if (rc != OK)
		return rc;
	rc = find_referrals(s, &k, a);
	if (rc == OK)
		rc = by_kind(s, &k, a);
	if (rc != OK)
		return session_store(s, rc);
	/* A bereavement call is to somebody: consequences_of_death() knows whom. */
	if (h->kind != HAPPENED_DIED || h->sure != SURE)
		remind_by_rules(s, &k, a);
	*ret = k;
	return OK;
}

static enum status write_ended(struct change *c, const struct consequences *k)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < k->reminders.n; i++)
		rc = reminder_update(c, &k->reminders.at[i]);
	for (size_t i = 0; rc == OK && i < k->signposts.n; i++) {
		rc = signpost_went_on_in(c, &k->signposts.at[i], NULL);
		if (rc == OK)
			rc = derive_service(c, k->signposts.at[i].service);
	}
	for (size_t i = 0; rc == OK && i < k->actions.n; i++)
		rc = action_update(c, &k->actions.at[i]);
	return rc;
}

/* Of the referrals only a death says anything. */
static enum status write_referrals(struct change *c, const struct consequences *k)
{
	enum status rc = OK;

	if (k->happening.kind != HAPPENED_DIED && k->happening.kind != HAPPENED_ALIVE)
		return OK;
	for (size_t i = 0; rc == OK && i < k->referrals.n; i++)
		rc = referral_update(c, &k->referrals.at[i]);
	return rc;
}

enum status consequences_write(struct change *c, const struct consequences *k)
{
	struct happening_id happening;
	struct reminder_id reminder;
	enum status rc = happening_add(c, &k->happening, &happening);

	if (rc == OK)
		rc = person_update(c, &k->person);
	if (rc == OK)
		rc = write_ended(c, k);
	if (rc == OK)
		rc = write_referrals(c, k);
	if (rc == OK && k->safe_changes)
		rc = safe_contact_put(c, &k->safe);
	for (size_t i = 0; rc == OK && i < k->make.n; i++) {
		struct person_id whose = k->make.at[i].person;

		rc = reminder_add(c, &k->make.at[i], &reminder);
		if (rc == OK && whose.n != 0 && whose.n != k->person.id.n)
			rc = derive_person(c, whose);
	}
	return rc;
}
