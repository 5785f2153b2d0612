#include "reach.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/op.h"
#include "model/contact_form.h"
#include "store/accounts.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"

/* Tries that are named; a line has no room for more. */
#define TRIES_SHOWN 4

static const char *called(const struct person *p)
{
	if (!text_empty(p->known_as))
		return p->known_as;
	return text_empty(p->given_name) ? p->family_name : p->given_name;
}

static enum status get_safe(struct store *st, struct arena *a, struct reach *r)
{
	struct account by = { .name = "" };
	enum status rc = safe_contact_get(st, r->person.id, a, &r->safe);

	if (rc == OK && r->safe.set_by.n != 0)
		rc = account_get(st, r->safe.set_by, a, &by);
	r->words.person = called(&r->person);
	r->words.set_by = by.name;
	return rc;
}

static day last_spoken(const struct contact_list *contacts)
{
	for (size_t i = 0; i < contacts->n; i++)
		if (contact_is_reached(&contacts->at[i]))
			return contacts->at[i].on_day;
	return DAY_NONE;
}

static enum status get_asked(struct store *st, struct arena *a, struct reach *r)
{
	struct reminder_list reminders;
	day spoken = last_spoken(&r->contacts);
	enum status rc = reminders_of_person(st, r->person.id, a, &reminders);

	for (size_t i = 0; rc == OK && i < reminders.n; i++) {
		const struct reminder *m = &reminders.at[i];

		if (text_equal(m->rule, ladder_rule(LADDER_ASK_REFERRER)) &&
		    m->state == REMINDER_DONE && (spoken == DAY_NONE || m->made_on > spoken))
			r->asked_referrer = true;
	}
	return rc;
}

enum status reach_get(struct session *s, struct person_id person, struct arena *a,
                      struct reach *ret)
{
	struct reach r = { .person = person_blank,
		           .referral = referral_blank,
		           .words.today = s->today };
	enum status rc = person_get(s->store, person, a, &r.person);

	if (rc == OK)
		rc = referral_current(s->store, person, a, &r.referral);
	if (rc == E_NOT_FOUND && r.person.id.n != 0)
		rc = OK;
	if (rc == OK)
		rc = get_safe(s->store, a, &r);
	if (rc == OK)
		rc = contacts_of_person(s->store, person, a, &r.contacts);
	if (rc == OK)
		rc = contact_points_of_person(s->store, person, a, &r.points);
	if (rc == OK)
		rc = get_asked(s->store, a, &r);
	if (rc != OK)
		return session_store(s, rc);
	r.about = safe_person_of(&r.person, r.referral.knows_referral);
	*ret = r;
	return OK;
}

const char *reach_tried(const struct reach *r, struct arena *a)
{
	const struct contact *shown[TRIES_SHOWN];
	const char *text = "";
	size_t n = 0;

	for (size_t i = 0; i < r->contacts.n && n < TRIES_SHOWN; i++) {
		if (contact_is_reached(&r->contacts.at[i]))
			break;
		if (contact_is_attempt(&r->contacts.at[i]))
			shown[n++] = &r->contacts.at[i];
	}
	while (n-- > 0)
		text = arena_printf(a, "%s%s%s %s%s%s", text, *text ? " · " : "",
		                    day_short(shown[n]->on_day, r->words.today, a),
		                    minute_text(shown[n]->at_minute, a),
		                    shown[n]->at_minute == MINUTE_NONE ? "" : " ",
		                    words_label(&contact_outcomes, (int)shown[n]->outcome));
	return text;
}

const char *reach_stopped_text(const struct reach *r, struct arena *a)
{
	if (r->about.died && text_empty(r->safe.speaks_for))
		return arena_printf(a, _("%s died. No contact; nobody is named to speak to."),
		                    r->words.person);
	if (r->about.died)
		return arena_printf(a, _("%s died. Speak to %s."), r->words.person,
		                    r->safe.speaks_for);
	if (r->about.no_more_contact)
		return arena_printf(a, _("%s asked us to stop on %s. No contact."), r->words.person,
		                    day_short(r->person.no_more_contact_on, r->words.today, a));
	return "";
}

bool reach_stopped(const struct reach *r)
{
	return r->about.died || r->about.no_more_contact;
}

const char *reach_refusal(const struct reach *r, enum channel channel, day on, struct arena *a)
{
	const char *why = safe_refusal(&r->safe, &r->about, channel, &r->words, a);

	if (why || r->person.quiet_until == DAY_NONE || on >= r->person.quiet_until)
		return why;
	return arena_printf(a, _("Quiet was agreed with %s until %s."), r->words.person,
	                    day_short(r->person.quiet_until, r->words.today, a));
}

const struct contact_point *reach_number(const struct reach *r, struct contact_point_id but)
{
	for (size_t i = 0; i < r->points.n; i++) {
		const struct contact_point *p = &r->points.at[i];

		if (p->kind == CONTACT_POINT_PHONE && contact_point_usable(p) && p->id.n != but.n)
			return p;
	}
	return NULL;
}

void reach_ladder(const struct session *s, const struct reach *r,
                  const struct contact_list *contacts, bool has_number, struct arena *a,
                  struct ladder *ret)
{
	const struct ladder_from from = {
		.contacts = contacts,
		.rules = s->rules.try_again,
		.how_soon = r->referral.urgency,
		.stopped = reach_stopped(r),
		.may_ring = safe_allows(&r->safe, &r->about, CHANNEL_RING),
		.may_text = safe_allows(&r->safe, &r->about, CHANNEL_TEXT),
		.may_write = safe_allows(&r->safe, &r->about, CHANNEL_POST),
		.has_number = has_number,
		.asked_referrer = r->asked_referrer,
		.came_by_themselves = referral_by_themselves(&r->referral),
		.hours = r->safe.hours,
		.today = s->today,
		.holidays = &s->holidays,
	};

	ladder_next(&from, a, ret);
}

enum status casework_may_contact(struct session *s, struct person_id person, enum channel channel,
                                 day on, struct arena *a, struct may_contact *ret)
{
	struct reach r = { .person = person_blank };
	const char *why;
	enum status rc = casework_may_about(s, OP_OPEN_CONTACT_DETAILS, person);

	if (rc == OK)
		rc = reach_get(s, person, a, &r);
	if (rc != OK)
		return rc;
	why = reach_refusal(&r, channel, on, a);
	*ret = (struct may_contact){ .yes = !why, .why = why ? why : "" };
	return OK;
}

/* What was before that day can still be written down. */
static bool turns_to_the_dead(const struct reach *r, const struct contact *c)
{
	day died_on = r->person.died_on;

	return r->about.died && contact_goes_out(c->outcome) &&
	       (died_on == DAY_NONE || c->on_day > died_on);
}

const char *reach_contact_refusal(const struct reach *r, const struct contact *c, struct arena *a)
{
	enum channel channel = contact_channel(c->outcome, c->direction, c->mode);

	if (turns_to_the_dead(r, c))
		return arena_printf(a, _("%s died. Nothing was written."), r->words.person);
	return channel == CHANNEL_NONE ? NULL : reach_refusal(r, channel, c->on_day, a);
}
