#include "casework/contacts.h"

#include "act.h"
#include "contact_in.h"
#include "reach.h"
#include "reminders_of.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/answered.h"
#include "model/none.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

#include <string.h>

/* One contact on its way into the file. */
struct recording {
	struct session *s;
	struct change *c;
	const struct new_contact *x;
	struct contact contact;
	struct reach r;
	struct arena *a;
	int dropped;          /* reminders, because they asked us to stop */
	const char *answered; /* what else was done with it: "See how they are"; "" */
	const char *struck;   /* the number that was struck out; NULL: none */
	bool began;           /* this was the first time they were spoken to */
	struct reminder next;
	struct contact_saved saved;
};

static enum status check(struct recording *w)
{
	const struct contact_form_from from = { w->s->today, w->s->minute, &w->s->holidays };
	struct problems problems = { 0 };

	new_contact_problems(w->x, &from, w->a, &problems);
	if (problems_stop(&problems))
		return session_fail(w->s, E_INVALID, "%s", problems.at[0].text);
	return OK;
}

static void fill(struct recording *w)
{
	const struct new_contact *x = w->x;
	struct contact *c = &w->contact;
	bool now = x->on == DAY_NONE;

	*c = contact_blank;
	c->person = x->person;
	c->referral = w->r.referral.id;
	c->on_day = now ? w->s->today : x->on;
	c->at_minute = now ? w->s->minute : x->minute;
	c->outcome = x->outcome;
	c->direction = x->direction ? x->direction : contact_usual_direction(x->outcome);
	c->mode = x->mode ? x->mode : contact_usual_mode(x->outcome);
	c->reached = contact_reached_by(x->outcome);
	c->who_with = x->who_with;
	c->minutes = x->minutes;
	c->note = x->note;
	c->by_account = w->s->account.id;
}

/* What was sent by a way that is not safe is refused, whoever asks: screen, command or rule. */
static enum status check_safe(struct recording *w)
{
	const char *why = reach_contact_refusal(&w->r, &w->contact, w->a);

	return why ? session_fail(w->s, E_DENIED, "%s", why) : OK;
}

static enum status strike_number(struct recording *w)
{
	const struct contact_point *found = NULL;
	struct contact_point struck;
	enum status rc;

	if (w->x->outcome != CONTACT_WRONG_NUMBER)
		return OK;
	for (size_t i = 0; i < w->r.points.n; i++)
		if (w->r.points.at[i].id.n == w->x->number.n)
			found = &w->r.points.at[i];
	if (!found)
		found = reach_number(&w->r, (struct contact_point_id){ 0 });
	if (!found || !contact_point_usable(found))
		return OK;
	struck = *found;
	struck.struck_on = w->s->today;
	rc = contact_point_update(w->c, &struck);
	if (rc == OK)
		w->struck = phone_shown(struck.value, w->a);
	return rc;
}

/* Spoken with for the first time: what was accepted is active. */
static enum status move_referral(struct recording *w)
{
	struct referral ref = w->r.referral;

	if (ref.id.n == 0 || !referral_open(ref.state) || !contact_is_reached(&w->contact) ||
	    ref.first_contact_on != DAY_NONE)
		return OK;
	ref.first_contact_on = w->contact.on_day;
	if (ref.state == REFERRAL_ACCEPTED && w->x->outcome != CONTACT_ASKED_TO_STOP) {
		ref.state = REFERRAL_ACTIVE;
		ref.state_on = w->contact.on_day;
	}
	w->began = true;
	return referral_update(w->c, &ref);
}

static enum status stop_contact(struct recording *w)
{
	struct person p = w->r.person;

	if (w->x->outcome != CONTACT_ASKED_TO_STOP || p.no_more_contact_on != DAY_NONE)
		return OK;
	p.no_more_contact_on = w->contact.on_day;
	w->r.about.no_more_contact = true;
	return person_update(w->c, &p);
}

static enum status end_reminder(struct recording *w, struct reminder r, enum reminder_state state)
{
	const char *words = words_label(&contact_outcomes, (int)w->contact.outcome);

	if (state == REMINDER_DONE)
		return reminder_done_in(w->s, w->c, &r, words);
	r.state = state;
	r.done_on = w->s->today;
	r.outcome = words;
	return reminder_update(w->c, &r);
}

/*
 * Is the reminder done with by this contact? The one it was opened from; a try, once it was made or
 * they turned to us; what the ladder asks besides, and to see how they are, only when they were reached.
 */
static bool done_by(const struct recording *w, const struct reminder *r)
{
	day on = w->contact.on_day;

	if (r->id.n == w->x->reminder.n)
		return true;
	if (contact_is_reached(&w->contact))
		return reminder_answered_by(r, DEED_SPOKEN, on);
	if (w->contact.mode == CONTACT_BY_LETTER && reminder_answered_by(r, DEED_WROTE, on))
		return true;
	return contact_is_attempt(&w->contact) && reminder_answered_by(r, DEED_TRIED, on);
}

/* What nobody had in mind when they wrote down the contact is said. */
static void note_answered(struct recording *w, const struct reminder *r)
{
	if (r->kind == REMINDER_FOLLOW_UP && r->id.n != w->x->reminder.n)
		w->answered = arena_printf(w->a, "%s%s%s", w->answered, *w->answered ? "; " : "",
		                           r->what);
}

static enum status end_reminders(struct recording *w)
{
	bool stop = w->x->outcome == CONTACT_ASKED_TO_STOP;
	struct reminder_list open;
	enum status rc = reminders_open_of_person(w->c->st, w->x->person, w->a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		if (stop) {
			rc = end_reminder(w, open.at[i], REMINDER_DROPPED);
			w->dropped++;
		} else if (done_by(w, &open.at[i])) {
			note_answered(w, &open.at[i]);
			rc = end_reminder(w, open.at[i], REMINDER_DONE);
		}
	}
	return rc;
}

static enum status ladder_after(struct recording *w, struct ladder *ret)
{
	struct contact_list contacts;
	const struct contact_point *left;
	struct contact_point_list points = { 0 };
	enum status rc = contacts_of_person(w->c->st, w->x->person, w->a, &contacts);

	if (rc == OK)
		rc = contact_points_of_person(w->c->st, w->x->person, w->a, &points);
	if (rc != OK)
		return rc;
	w->r.points = points;
	left = reach_number(&w->r, (struct contact_point_id){ 0 });
	reach_ladder(w->s, &w->r, &contacts, left != NULL, w->a, ret);
	return OK;
}

/* The step's rule, when the next step is the ladder's own or has been left as it proposed it. */
static const char *rule_of(const struct recording *w, const struct ladder *l)
{
	if (!w->x->has_next || text_equal(w->x->next.what, l->what))
		return ladder_rule(l->step);
	return "";
}

static enum status choose_next(struct recording *w)
{
	struct ladder l = { .what = "" };
	struct next_step next = w->x->next;
	bool reached = contact_is_reached(&w->contact);
	enum status rc = OK;

	w->next = reminder_blank;
	if (reach_stopped(&w->r))
		return OK;
	if (!reached)
		rc = ladder_after(w, &l);
	if (rc != OK)
		return rc;
	if (!w->x->has_next && !reached && contact_is_attempt(&w->contact))
		next = (struct next_step){ l.what, l.on, l.minute, REMINDER_TRY_AGAIN };
	if (text_empty(next.what))
		return OK;
	w->next.what = next.what;
	w->next.due_on = next.on == DAY_NONE ? w->s->today : next.on;
	w->next.due_minute = next.minute;
	w->next.rule = rule_of(w, &l);
	w->next.kind = next.kind ? next.kind : !reached ? REMINDER_TRY_AGAIN : REMINDER_FOLLOW_UP;
	return OK;
}

/* What the ladder asks stands already: it is not asked twice. */
static enum status stands_already(struct recording *w, bool *ret)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(w->c->st, w->x->person, w->a, &open);

	*ret = false;
	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (!text_empty(w->next.rule) && text_equal(open.at[i].rule, w->next.rule))
			*ret = true;
	return rc;
}

static enum status add_next(struct recording *w)
{
	struct reminder *n = &w->next;
	bool there;
	enum status rc = choose_next(w);

	if (rc != OK || text_empty(n->what))
		return rc;
	rc = stands_already(w, &there);
	if (rc != OK || there)
		return rc;
	n->person = w->x->person;
	n->referral = w->r.referral.id;
	n->worker = w->r.referral.worker.n != 0 ? w->r.referral.worker : w->s->account.id;
	n->first_due_on = n->due_on;
	n->to_person = contact_is_reached(&w->contact);
	n->made_on = w->s->today;
	n->by_account = w->s->account.id;
	n->why = arena_printf(w->a, _("after %s, %s"),
	                      words_label(&contact_outcomes, (int)w->contact.outcome),
	                      day_short(w->contact.on_day, w->s->today, w->a));
	return reminder_add(w->c, n, &w->saved.next);
}

static enum status record_in(struct recording *w)
{
	enum status rc = contact_add(w->c, &w->contact, &w->saved.contact);

	if (rc == OK)
		rc = strike_number(w);
	if (rc == OK)
		rc = move_referral(w);
	if (rc == OK)
		rc = stop_contact(w);
	if (rc == OK)
		rc = end_reminders(w);
	return rc == OK ? add_next(w) : rc;
}

/* "Third try set for Mon 30 Nov after 17:00."; "Next, Fri 27 Nov 09:30: Ring about the rent" */
static const char *next_said(struct recording *w)
{
	bool try = text_equal(w->next.rule, ladder_rule(LADDER_TRY));
	const char *what = w->next.what, *comma = strchr(what, ',');
	const char *on = next_on_text(w->next.due_on, w->next.due_minute, try, w->s->today, w->a);
	struct account worker;

	if (w->next.worker.n != w->s->account.id.n &&
	    account_get(w->s->store, w->next.worker, w->a, &worker) == OK)
		on = arena_printf(w->a, "%s, %s", on, worker.name);
	if (!try)
		return arena_printf(w->a, _("Next, %s: %s"), on, what);
	return arena_printf(w->a, _("%.*s set for %s."),
	                    comma ? (int)(comma - what) : (int)strlen(what), what, on);
}

static const char *said(struct recording *w)
{
	const char *person = w->r.words.person;

	if (w->x->outcome == CONTACT_ASKED_TO_STOP)
		return arena_printf(w->a,
		                    _("Saved. %s asked us to stop: %d %s dropped, and nothing more "
		                      "goes out."),
		                    person, w->dropped,
		                    w->dropped == 1 ? _("reminder") : _("reminders"));
	if (w->saved.next.n != 0 && w->struck)
		return arena_printf(w->a, _("Saved. %s is struck out. %s"), w->struck,
		                    next_said(w));
	if (w->saved.next.n != 0)
		return arena_printf(w->a, _("Saved. %s"), next_said(w));
	if (w->struck)
		return arena_printf(w->a, _("Saved. %s is struck out."), w->struck);
	if (reach_stopped(&w->r))
		return _("Saved. Nothing follows from it.");
	return arena_printf(w->a,
	                    w->began ? _("Saved: the first time you spoke. Nothing is set for %s "
	                                 "next; f sets a reminder.")
	                             : _("Saved. Nothing new is set for %s; f sets a reminder."),
	                    person);
}

static const char *all_said(struct recording *w)
{
	const char *text = said(w);

	return *w->answered ? arena_printf(w->a, _("%s Done with it: %s."), text, w->answered)
	                    : text;
}

static const char *what_text(const struct recording *w)
{
	const char *time = minute_text(w->contact.at_minute, w->a);

	return arena_printf(w->a, _("contact with %s%s%s, %s"), act_name(&w->r.person, w->a),
	                    *time ? ", " : "", time,
	                    words_label(&contact_outcomes, (int)w->contact.outcome));
}

/* All that may refuse it, before anything is written. */
static enum status prepare(struct recording *w)
{
	enum status rc = check(w);

	if (rc == OK)
		rc = reach_get(w->s, w->x->person, w->a, &w->r);
	if (rc != OK)
		return rc;
	fill(w);
	return check_safe(w);
}

enum status contact_in(struct session *s, struct change *c, const struct new_contact *x,
                       struct arena *a, struct contact_saved *ret)
{
	struct recording w = { .s = s, .c = c, .x = x, .a = a, .answered = "" };
	enum status rc = prepare(&w);

	if (rc == OK)
		rc = record_in(&w);
	if (rc != OK)
		return rc;
	w.saved.said = all_said(&w);
	*ret = w.saved;
	return OK;
}

enum status casework_record_contact(struct session *s, const struct new_contact *x, struct arena *a,
                                    struct contact_saved *ret)
{
	struct change c = { 0 };
	struct recording w = { .s = s, .c = &c, .x = x, .a = a, .answered = "" };
	enum status rc = casework_may_about(s, OP_RECORD_CONTACT, x->person);

	if (rc == OK)
		rc = prepare(&w);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_RECORD_CONTACT, &c, x->person, what_text(&w));
	if (rc == OK)
		rc = record_in(&w);
	rc = act_end(s, &c, rc);
	if (rc != OK)
		return rc;
	w.saved.said = all_said(&w);
	*ret = w.saved;
	return OK;
}
