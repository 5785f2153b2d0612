#include "demo.h"

#include "base/clock.h"
#include "model/none.h"
#include "model/when.h"
#include "model/workdays.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

struct account_id account_named(const struct demo *d, const char *login)
{
	for (size_t i = 0; i < d->accounts.n; i++)
		if (text_equal(d->accounts.at[i].login, login))
			return d->accounts.at[i].id;
	return (struct account_id){ 0 };
}

void put_person(struct demo *d, struct life *l)
{
	l->person.created_on = l->received;
	DO(d, person_add(d->c, &l->person, &l->person.id));
}

void put_referral(struct demo *d, struct life *l)
{
	struct referral *r = &l->referral;

	r->person = l->person.id;
	r->received_on = l->received;
	r->worker = l->worker;
	if (r->state == REFERRAL_STATE_NONE)
		r->state = REFERRAL_RECEIVED;
	if (r->first_contact_by == DAY_NONE)
		r->first_contact_by = day_add_working(l->received, 5, NULL);
	if (r->state_on == DAY_NONE)
		r->state_on = l->received;
	DO(d, referral_add(d->c, r, &r->id));
}

struct contact_id put_contact(struct demo *d, const struct life *l, struct contact x)
{
	struct contact_id id = { 0 };

	x.person = l->person.id;
	x.referral = l->referral.id;
	if (x.by_account.n == 0)
		x.by_account = l->worker;
	DO(d, contact_add(d->c, &x, &id));
	return id;
}

struct contact_id put_talk(struct demo *d, const struct life *l, day on, const char *note)
{
	struct contact x = contact_blank;
	int how = draw(d, 0, 99);

	x.on_day = on;
	x.at_minute = 9 * 60 + 5 * draw(d, 0, 90);
	x.direction = CONTACT_OUT;
	x.reached = REACHED_YES;
	x.minutes = draw(d, 6, 45);
	x.note = note;
	if (how < 70) {
		x.outcome = CONTACT_SPOKE;
		x.mode = CONTACT_BY_PHONE;
	} else if (how < 80) {
		x.outcome = CONTACT_THEY_RANG;
		x.direction = CONTACT_IN;
		x.mode = CONTACT_BY_PHONE;
		x.note = draw_words(d, "rang");
	} else if (how < 92) {
		x.outcome = CONTACT_FACE_TO_FACE;
		x.mode = CONTACT_HOME_VISIT;
		x.note = draw_words(d, "visit");
		x.minutes += 30;
	} else {
		x.outcome = CONTACT_FACE_TO_FACE;
		x.mode = CONTACT_IN_PERSON;
		x.note = draw_words(d, "met");
	}
	return put_contact(d, l, x);
}

void put_try(struct demo *d, const struct life *l, day on, int minute)
{
	struct contact x = contact_blank;

	x.on_day = on;
	x.at_minute = minute;
	x.outcome = CONTACT_NO_ANSWER;
	x.direction = CONTACT_OUT;
	x.mode = CONTACT_BY_PHONE;
	x.reached = REACHED_NO;
	x.minutes = 1;
	x.note = draw_words(d, "noanswer");
	put_contact(d, l, x);
}

struct reminder reminder_due_on(enum reminder_kind kind, const char *what, day due, day made)
{
	struct reminder x = reminder_blank;

	x.kind = kind;
	x.what = what;
	x.due_on = x.first_due_on = due;
	x.made_on = made;
	x.state = REMINDER_OPEN;
	return x;
}

void put_reminder(struct demo *d, const struct life *l, struct reminder x)
{
	struct reminder_id id;

	x.person = l->person.id;
	x.referral = l->referral.id;
	x.worker = l->worker;
	if (x.by_account.n == 0)
		x.by_account = l->worker;
	DO(d, reminder_add(d->c, &x, &id));
}

void put_derived(struct demo *d, const struct life *l)
{
	DO(d, derive_person(d->c, l->person.id));
}
