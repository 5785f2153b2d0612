#include "casework/times.h"

#include "act.h"
#include "times_read.h"

#include "base/words.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/referrals.h"

static const char *from_text(const struct referral *r, struct arena *a)
{
	const char *source = choice_label("sources", r->source, a);

	return text_empty(r->referrer) ? source : arena_printf(a, "%s, %s", source, r->referrer);
}

/* Whom to answer: who asked for it, else who referred them; nobody where they came by themselves. */
static const char *tell_text(const struct referral *r, struct arena *a)
{
	const char *who = text_empty(r->return_to) ? r->referrer : r->return_to;

	if (text_equal(r->source, "self"))
		return "";
	if (text_empty(who) && text_empty(r->return_phone))
		return "";
	if (text_empty(who))
		who = choice_label("sources", r->source, a);
	if (text_empty(r->return_phone))
		return who;
	return arena_printf(a, "%s, %s", who, phone_shown(r->return_phone, a));
}

const char *times_state(const struct referral *r, day today, struct arena *a)
{
	const char *state = words_label(&referral_states, (int)r->state);
	const char *on = day_plain(r->state_on, today, a);

	if (r->state == REFERRAL_ON_HOLD && r->hold_until != DAY_NONE)
		return arena_printf(a, _("on hold until %s"), day_short(r->hold_until, today, a));
	if (r->state == REFERRAL_CLOSED && !text_empty(r->outcome) && r->state_on == today)
		return arena_printf(a, _("closed: %s"),
		                    choice_label("close-reasons", r->outcome, a));
	if (r->state == REFERRAL_CLOSED && !text_empty(r->outcome))
		return arena_printf(a, _("closed %s: %s"), on,
		                    choice_label("close-reasons", r->outcome, a));
	if (r->state == REFERRAL_RECEIVED || r->state_on == today)
		return state;
	return arena_printf(a, referral_open(r->state) ? _("%s since %s") : _("%s, %s"), state, on);
}

static enum status show(struct session *s, const struct referral *r, struct arena *a,
                        struct time_row *ret)
{
	struct account worker = { .name = "" };
	enum status rc =
		r->worker.n ? session_store(s, account_get(s->store, r->worker, a, &worker)) : OK;

	if (rc == OK) {
		*ret = (struct time_row){ .referral = *r,
			                  .open = referral_open(r->state),
			                  .worker = worker.name,
			                  .worker_gone = worker.disabled_at != 0,
			                  .state = times_state(r, s->today, a),
			                  .from = from_text(r, a),
			                  .tell = tell_text(r, a) };
	}
	return rc;
}

static const char *stopped_text(const struct person *p, day today, struct arena *a)
{
	if (person_died(p))
		return p->died_sure == SURE_REPORTED ? _("they are reported to have died")
		                                     : _("they have died");
	if (day_valid(p->no_more_contact_on))
		return arena_printf(a, _("they asked us to stop on %s"),
		                    day_plain(p->no_more_contact_on, today, a));
	return "";
}

enum status times_read(struct session *s, struct person_id id, struct arena *a, struct times *ret)
{
	struct times t = { .stopped = "" };
	struct referral_list all = { 0 };
	struct person p;
	enum status rc = casework_strip(s, id, a, &t.strip);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, id, a, &p));
	if (rc == OK)
		rc = session_store(s, referrals_of_person(s->store, id, a, &all));
	if (rc != OK)
		return rc;
	t.stopped = stopped_text(&p, s->today, a);
	for (int open = 1; rc == OK && open >= 0; open--)
		for (size_t i = 0; rc == OK && i < all.n; i++)
			if (referral_open(all.at[i].state) == (open == 1))
				rc = show(s, &all.at[i], a, ARENA_PUSH(a, &t));
	if (rc == OK)
		*ret = t;
	return rc;
}

enum status casework_times(struct session *s, struct person_id id, struct arena *a,
                           struct times *ret)
{
	enum status rc = act_read(s, OP_OPEN_PERSON, id);

	return rc == OK ? times_read(s, id, a, ret) : rc;
}

static bool begins(enum time_step step)
{
	return step == STEP_ACCEPT || step == STEP_GO_ON || step == STEP_REOPEN ||
	       step == STEP_AGAIN;
}

const char *times_step_off(const struct times *t, const struct time_row *row, enum time_step step)
{
	bool open = t->n > 0 && t->at[0].open;

	if (*t->stopped && begins(step))
		return t->stopped;
	if (step == STEP_AGAIN)
		return open ? time_step_off(step, t->at[0].referral.state) : NULL;
	if (!row)
		return _("nobody has referred them yet");
	if (step == STEP_REOPEN && open && !row->open)
		return _("another time with us is open");
	return time_step_off(step, row->referral.state);
}
