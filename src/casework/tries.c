#include "casework/tries.h"

#include "act.h"
#include "reach.h"

#include "base/text.h"
#include "base/words.h"
#include "model/contact_form.h"
#include "store/reminders.h"

/* Whom to ask for a safer way, and their number. */
static const char *referrer_text(const struct referral *r, struct arena *a)
{
	const char *who = !text_empty(r->return_to) ? r->return_to : r->referrer;

	if (text_empty(who) && text_empty(r->return_phone))
		return _("nobody is named");
	if (text_empty(who) || text_empty(r->return_phone))
		return text_empty(who) ? r->return_phone : who;
	return arena_printf(a, "%s · %s", who, r->return_phone);
}

static const char *or_none(const char *why)
{
	return why ? why : "";
}

static const char *why_no_try(const struct reach *r, day today, struct arena *a)
{
	const char *ring = reach_refusal(r, CHANNEL_RING, today, a);

	if (!reach_number(r, (struct contact_point_id){ 0 }))
		return _("No number is left to try.");
	return ring && reach_refusal(r, CHANNEL_TEXT, today, a) ? ring : "";
}

static const char *why_no_letter(const struct reach *r, day today, struct arena *a)
{
	const char *post = reach_refusal(r, CHANNEL_POST, today, a);

	if (post)
		return post;
	return text_empty(r->person.address) ? _("No address is known.") : "";
}

/* Family may be whom it is not safe to ask: nobody is told that they were looked for. */
static const char *why_no_asking(const struct reach *r)
{
	return referral_by_themselves(&r->referral)
	               ? _("They came by themselves or through family: nobody is asked.")
	               : "";
}

/* Who came by themselves is given up only at the end of the ladder, or where no letter can go. */
static const char *why_no_close(const struct reach *r, const struct tries_view *v)
{
	if (!referral_may_become(r->referral.state, REFERRAL_UNABLE_TO_CONTACT))
		return _("They are not waiting for a first contact.");
	if (r->asked_referrer)
		return "";
	if (!referral_by_themselves(&r->referral))
		return _("Not before whoever referred them was asked for a safer way.");
	return v->next.step == LADDER_CLOSE ||
	                       (v->next.step == LADDER_LETTER && !text_empty(v->no_letter))
	               ? ""
	               : _("Not before they were tried at other hours, and written to.");
}

static void say_why_not(const struct reach *r, day today, struct arena *a, struct tries_view *v)
{
	const char *stopped = reach_stopped_text(r, a);

	v->no_try = v->no_letter = v->no_asking = v->no_close = stopped;
	if (!text_empty(stopped))
		return;
	v->no_try = why_no_try(r, today, a);
	v->no_letter = why_no_letter(r, today, a);
	v->no_asking = why_no_asking(r);
	v->no_close = why_no_close(r, v);
}

static const char *written_text(const struct reach *r, struct arena *a)
{
	for (size_t i = 0; i < r->contacts.n && !contact_is_reached(&r->contacts.at[i]); i++)
		if (r->contacts.at[i].mode == CONTACT_BY_LETTER &&
		    contact_is_attempt(&r->contacts.at[i]))
			return day_short(r->contacts.at[i].on_day, r->words.today, a);
	return "";
}

/* What stands as a reminder of the step, and what was answered when the referrer was asked. */
static enum status read_reminders(struct session *s, struct person_id person, struct arena *a,
                                  struct tries_view *v)
{
	struct reminder_list list;
	enum status rc = reminders_of_person(s->store, person, a, &list);

	v->answered = "";
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *m = &list.at[i];

		if (m->state == REMINDER_OPEN && text_equal(m->rule, ladder_rule(v->next.step)) &&
		    !text_empty(m->rule))
			v->open = m->id;
		if (m->state == REMINDER_DONE && text_empty(v->answered) &&
		    text_equal(m->rule, ladder_rule(LADDER_ASK_REFERRER)))
			v->answered = m->outcome;
	}
	return session_store(s, rc);
}

enum status casework_tries(struct session *s, struct person_id person, struct arena *a,
                           struct tries_view *ret)
{
	struct tries_view v = { 0 };
	struct ladder_rules rules;
	struct reach r;
	enum status rc = act_read(s, OP_OPEN_CONTACT_DETAILS, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = reach_get(s, person, a, &r);
	if (rc != OK)
		return rc;
	rules = ladder_rules_of(s->rules.try_again, r.referral.urgency);
	v.tries = ladder_tries(&r.contacts);
	v.tried = reach_tried(&r, a);
	v.hours_tried = ladder_hours_tried(&r.contacts, &rules, a);
	reach_ladder(s, &r, &r.contacts, reach_number(&r, (struct contact_point_id){ 0 }) != NULL,
	             a, &v.next);
	v.next_on = v.next.step == LADDER_NONE
	                    ? ""
	                    : next_on_text(v.next.on, v.next.minute, true, s->today, a);
	say_why_not(&r, s->today, a, &v);
	v.written = or_none(written_text(&r, a));
	v.referrer = referrer_text(&r.referral, a);
	rc = read_reminders(s, person, a, &v);
	if (rc == OK)
		*ret = v;
	return rc;
}

/* ---- whoever referred them was asked ---- */

struct asking {
	struct session *s;
	struct change c;
	struct reach r;
	const struct referrer_answer *x;
	struct reminder step; /* as it will stand, done */
	struct reminder next;
};

static struct reminder about_them(const struct asking *w)
{
	struct reminder m = reminder_blank;

	m.person = w->r.person.id;
	m.referral = w->r.referral.id;
	m.worker = w->r.referral.worker.n != 0 ? w->r.referral.worker : w->s->account.id;
	m.kind = REMINDER_TRY_AGAIN;
	m.due_on = m.first_due_on = session_due(w->s, DUE_AT_ONCE, w->s->today);
	m.made_on = w->s->today;
	m.by_account = w->s->account.id;
	return m;
}

/* The open reminder of that step; else one that is done as it is written. */
static enum status find_step(struct asking *w, struct arena *a)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(w->s->store, w->r.person.id, a, &open);

	w->step = about_them(w);
	w->step.what = _("Ask who referred them: is there a safer way?");
	w->step.rule = ladder_rule(LADDER_ASK_REFERRER);
	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (text_equal(open.at[i].rule, w->step.rule))
			w->step = open.at[i];
	w->step.state = REMINDER_DONE;
	w->step.done_on = w->s->today;
	w->step.outcome = w->x->words;
	return session_store(w->s, rc);
}

static void choose_next(struct asking *w, struct arena *a)
{
	w->next = about_them(w);
	w->next.rule = ladder_rule(w->x->safer ? LADDER_TRY : LADDER_CLOSE);
	w->next.what = w->x->safer ? arena_printf(a, _("Try the safer way: %s"), w->x->words)
	                           : _("Not reached: check hospital, a move, death; then close");
	w->next.why = _("after whoever referred them was asked");
}

/* Other steps that wait give way to the one that follows. */
static enum status end_others(struct asking *w, struct arena *a)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(w->c.st, w->r.person.id, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder *m = &open.at[i];

		if (m->kind != REMINDER_TRY_AGAIN || text_empty(m->rule) || m->id.n == w->step.id.n)
			continue;
		m->state = REMINDER_DROPPED;
		m->done_on = w->s->today;
		m->outcome = _("whoever referred them was asked");
		rc = reminder_update(&w->c, m);
	}
	return rc;
}

static enum status asked_in(struct asking *w, struct arena *a)
{
	struct reminder_id id;
	enum status rc = end_others(w, a);

	if (rc == OK)
		rc = w->step.id.n != 0 ? reminder_update(&w->c, &w->step)
		                       : reminder_add(&w->c, &w->step, &id);
	return rc == OK ? reminder_add(&w->c, &w->next, &id) : rc;
}

static enum status check_asking(struct session *s, const struct reach *r,
                                const struct referrer_answer *x, struct arena *a)
{
	const char *stopped = reach_stopped_text(r, a);

	if (text_empty(x->words))
		return session_fail(s, E_INVALID, _("What did they say? A few words will do."));
	if (!text_empty(stopped))
		return session_fail(s, E_CONFLICT, "%s", stopped);
	stopped = why_no_asking(r);
	return text_empty(stopped) ? OK : session_fail(s, E_CONFLICT, "%s", stopped);
}

enum status casework_asked_referrer(struct session *s, struct person_id person,
                                    const struct referrer_answer *x, struct arena *a,
                                    const char **said)
{
	struct asking w = { .s = s, .x = x };
	enum status rc = casework_may_about(s, OP_RECORD_CONTACT, person);

	if (rc == OK)
		rc = reach_get(s, person, a, &w.r);
	if (rc == OK)
		rc = check_asking(s, &w.r, x, a);
	if (rc == OK)
		rc = find_step(&w, a);
	if (rc != OK)
		return rc;
	choose_next(&w, a);
	rc = act_begin(s, OP_RECORD_CONTACT, &w.c, person,
	               arena_printf(a, _("asked who referred %s for a safer way"),
	                            act_name(&w.r.person, a)));
	if (rc == OK)
		rc = asked_in(&w, a);
	rc = act_end(s, &w.c, rc);
	if (rc == OK)
		*said = x->safer ? _("Saved. The safer way is to be tried next.")
		                 : _("Saved. Next: check hospital, a move, death; then it closes.");
	return rc;
}
