#include "casework/times.h"

#include "act.h"
#include "restricting.h"
#include "times_read.h"
#include "went_on.h"

#include "base/words.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

#include <string.h>

/* What it will be: rows as they will stand, and the list that says so. */
struct stepping {
	struct session *s;
	struct arena *a;
	const struct new_step *in;
	struct times times;
	const struct time_row *row; /* as it is */
	struct referral referral;   /* as it will be */
	struct account worker;      /* accepting: who takes them on */
	struct reminder_list reminders;
	struct signpost_list signposts;
	struct reminder_list make;
	struct step_preview preview;
};

static void say(struct stepping *x, enum effect_kind kind, const char *text)
{
	*ARENA_PUSH(x->a, &x->preview.effects) = (struct effect){ kind, text };
}

static enum status find_row(struct stepping *x)
{
	struct session *s = x->s;
	enum status rc = times_read(s, x->in->person, x->a, &x->times);
	const char *off;

	for (size_t i = 0; rc == OK && i < x->times.n; i++)
		if (x->times.at[i].referral.id.n == x->in->referral.n)
			x->row = &x->times.at[i];
	if (rc != OK)
		return rc;
	if (!x->row)
		return session_fail(s, E_NOT_FOUND, _("That referral is not there any more."));
	off = times_step_off(&x->times, x->row, x->in->step);
	if (off)
		return session_fail(s, E_CONFLICT, _("%s: %s. Nothing was changed."),
		                    words_label(&time_steps, (int)x->in->step), off);
	x->referral = x->row->referral;
	x->preview.row = *x->row;
	return OK;
}

/* What ends a sentence that ends in somebody's words. */
static const char *stop(const char *words)
{
	size_t n = strlen(words);

	return n > 0 && strchr("?.!", words[n - 1]) ? "" : ".";
}

/* "Stops 2 reminders: ring about the rent; check the form." */
static void say_reminders(struct stepping *x)
{
	const char *text = "";

	if (x->reminders.n == 0)
		return;
	for (size_t i = 0; i < x->reminders.n; i++)
		text = arena_printf(x->a, "%s%s%s", text, i ? "; " : "", x->reminders.at[i].what);
	say(x, EFFECT_CHANGE,
	    arena_printf(x->a,
	                 x->reminders.n == 1 ? _("Stops %zu reminder: %s%s")
	                                     : _("Stops %zu reminders: %s%s"),
	                 x->reminders.n, text, stop(text)));
}

/* Is the reminder about that time with us, and not about another that is open too? */
static bool is_of(const struct stepping *x, const struct reminder *m)
{
	return m->kind != REMINDER_SERVICE_CHECK &&
	       (m->referral.n == 0 || m->referral.n == x->referral.id.n);
}

static bool is_first(const struct reminder *m)
{
	return m->kind == REMINDER_FIRST_CONTACT || m->kind == REMINDER_TRY_AGAIN;
}

/* Nobody is rung for the first time any more; all else stays, as whoever set it meant it. */
static enum status stop_first(struct stepping *x)
{
	struct reminder_list open = { 0 };
	enum status rc = session_store(
		x->s, reminders_open_of_person(x->s->store, x->in->person, x->a, &open));

	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (is_of(x, &open.at[i]) && is_first(&open.at[i]))
			*ARENA_PUSH(x->a, &x->reminders) = open.at[i];
	say_reminders(x);
	return rc;
}

static enum status end_reminders(struct stepping *x)
{
	struct reminder_list open = { 0 };
	size_t stay = 0;
	enum status rc = session_store(
		x->s, reminders_open_of_person(x->s->store, x->in->person, x->a, &open));

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		const struct reminder *m = &open.at[i];
		bool waits = m->signpost.n != 0 && x->in->signposts == OPEN_STAYS;

		if (!is_of(x, m))
			continue;
		x->preview.open.reminders++;
		if (x->in->reminders == OPEN_STAYS || waits)
			stay++;
		else
			*ARENA_PUSH(x->a, &x->reminders) = *m;
	}
	if (x->in->reminders == OPEN_ANSWER_NONE)
		x->reminders.n = 0;
	else
		say_reminders(x);
	if (stay > 0)
		say(x, EFFECT_LOOK,
		    arena_printf(x->a,
		                 stay == 1 ? _("%zu reminder stays, and comes up as before.")
		                           : _("%zu reminders stay, and come up as before."),
		                 stay));
	return rc;
}

static enum status service_text(struct stepping *x, struct service_id id, const char **ret)
{
	struct service service;
	enum status rc = session_store(x->s, service_get(x->s->store, id, x->a, &service));

	if (rc == OK)
		*ret = text_empty(service.phone) ? service.name
		                                 : arena_printf(x->a, "%s, %s", service.name,
		                                                phone_shown(service.phone, x->a));
	return rc;
}

/* They may be waited for, or their details are there: whoever was asked has to be told. */
static enum status end_signposts(struct stepping *x)
{
	struct signpost_list all = { 0 };
	enum status rc =
		session_store(x->s, signposts_of_person(x->s->store, x->in->person, x->a, &all));

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		const char *who = "";

		if (!signpost_open(all.at[i].status))
			continue;
		x->preview.open.signposts++;
		rc = service_text(x, all.at[i].service, &who);
		if (rc != OK || x->in->signposts == OPEN_ANSWER_NONE)
			continue;
		if (x->in->signposts == OPEN_STAYS) {
			say(x, EFFECT_LOOK, arena_printf(x->a, _("Goes on without us: %s."), who));
			continue;
		}
		*ARENA_PUSH(x->a, &x->signposts) = all.at[i];
		say(x, EFFECT_TELL, arena_printf(x->a, _("Tell %s: cancelled."), who));
	}
	return rc;
}

static void remind(struct stepping *x, const char *what, day on, const char *why)
{
	struct reminder *m = ARENA_PUSH(x->a, &x->make);

	*m = reminder_blank;
	m->person = x->in->person;
	m->referral = x->referral.id;
	m->worker = x->referral.worker.n ? x->referral.worker : x->s->account.id;
	m->kind = REMINDER_FOLLOW_UP;
	m->what = what;
	m->due_on = on;
	m->first_due_on = on;
	m->why = why;
	m->state = REMINDER_OPEN;
	m->made_on = x->s->today;
	m->by_account = x->s->account.id;
	say(x, EFFECT_CHANGE,
	    arena_printf(x->a, _("A reminder for %s: %s%s"), day_short(on, x->s->today, x->a), what,
	                 stop(what)));
}

static void answer_referrer(struct stepping *x)
{
	const char *what = words_label(&referral_states, (int)x->referral.state);

	if (!*x->row->tell || x->in->tell_on == DAY_NONE)
		return;
	remind(x, arena_printf(x->a, _("Tell %s: %s"), x->row->tell, what), x->in->tell_on,
	       _("Whoever referred them is to be answered."));
}

static enum status find_taker(struct stepping *x)
{
	const char *login = text_empty(x->in->worker) ? x->s->account.login : x->in->worker;
	enum status rc = account_by_login(x->s->store, login, x->a, &x->worker);

	if (rc == E_NOT_FOUND ||
	    (rc == OK && (x->worker.disabled_at != 0 ||
	                  !(x->worker.roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)))))
		return session_fail(x->s, E_INVALID, _("%s takes nobody on here."), login);
	return session_store(x->s, rc);
}

static enum status accept(struct stepping *x)
{
	enum status rc = find_taker(x);

	if (rc != OK)
		return rc;
	x->referral.accepted_on = x->s->today;
	x->referral.worker = x->worker.id;
	say(x, EFFECT_CHANGE,
	    arena_printf(x->a, _("%s takes them on. First contact by %s."), x->worker.name,
	                 day_short(x->referral.first_contact_by, x->s->today, x->a)));
	return OK;
}

static void hold(struct stepping *x)
{
	x->referral.hold_until = x->in->until;
	say(x, EFFECT_CHANGE, _("Not counted as quiet meanwhile. Open reminders stay."));
	if (x->in->until > x->s->today)
		remind(x, _("On hold until today: how are they now?"), x->in->until,
		       _("The time with us was put on hold until this day."));
}

static void reopen(struct stepping *x)
{
	x->referral.closed_on = DAY_NONE;
	x->referral.outcome = "";
	if (x->referral.worker.n == 0 || x->row->worker_gone)
		x->referral.worker = x->s->account.id;
	say(x, EFFECT_CHANGE,
	    arena_printf(x->a, _("It goes on with %s."),
	                 x->referral.worker.n == x->s->account.id.n ? x->s->account.name
	                                                            : x->row->worker));
	say(x, EFFECT_LOOK, _("Reminders that stopped when it closed stay stopped: set new ones."));
}

static enum status close_it(struct stepping *x)
{
	enum status rc = end_reminders(x);

	x->referral.closed_on = x->s->today;
	x->referral.outcome = x->in->outcome;
	x->referral.hold_until = DAY_NONE;
	return rc == OK ? end_signposts(x) : rc;
}

static enum status by_step(struct stepping *x)
{
	enum status rc = OK;

	x->referral.state = time_step_to(x->in->step);
	x->referral.state_on = x->s->today;
	x->referral.state_reason = x->in->reason;
	switch (x->in->step) {
	case STEP_ACCEPT:
		rc = accept(x);
		break;
	case STEP_DECLINE:
	case STEP_NOT_ELIGIBLE:
		x->referral.closed_on = x->s->today;
		rc = stop_first(x);
		break;
	case STEP_HOLD:
		hold(x);
		break;
	case STEP_GO_ON:
		x->referral.hold_until = DAY_NONE;
		say(x, EFFECT_CHANGE, _("Counted as before: quiet, when nobody speaks to them."));
		break;
	case STEP_CLOSE:
		rc = close_it(x);
		break;
	case STEP_REOPEN:
		reopen(x);
		break;
	case TIME_STEP_NONE:
	case STEP_UNREACHED:
	case STEP_AGAIN:
		return session_fail(x->s, E_INVALID, _("That step has a page of its own."));
	}
	if (rc == OK)
		answer_referrer(x);
	return rc;
}

static enum status find_step(struct stepping *x)
{
	enum status rc = find_row(x);

	return rc == OK ? by_step(x) : rc;
}

enum status casework_step_preview(struct session *s, const struct new_step *in, struct arena *a,
                                  struct step_preview *ret)
{
	struct stepping x = { .s = s, .a = a, .in = in };
	enum status rc = casework_may_about(s, OP_CHANGE_TIME, in->person);

	if (rc == OK)
		rc = find_step(&x);
	if (rc == OK)
		*ret = x.preview;
	return rc;
}

/* ---- doing it ---- */

static enum status check(struct stepping *x)
{
	struct problems problems = { 0 };

	new_step_problems(x->in, &x->preview.open, x->s->today, x->a, &problems);
	if (problems_stop(&problems))
		return session_fail(x->s, E_INVALID, "%s", problems.at[0].text);
	return OK;
}

static enum status write_ends(struct stepping *x, struct change *c)
{
	const char *why = words_label(&referral_states, (int)x->referral.state);
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < x->reminders.n; i++) {
		struct reminder m = x->reminders.at[i];

		m.state = REMINDER_DROPPED;
		m.done_on = x->s->today;
		m.outcome = why;
		rc = reminder_update(c, &m);
	}
	for (size_t i = 0; rc == OK && i < x->signposts.n; i++) {
		struct signpost g = x->signposts.at[i];

		g.status = SIGNPOST_CANCELLED;
		g.status_on = g.outcome_on = x->s->today;
		g.reason = _("The time with us ended.");
		rc = signpost_went_on_in(c, &g, NULL);
		if (rc == OK)
			rc = derive_service(c, g.service);
	}
	return rc;
}

static enum status write_step(struct stepping *x, struct change *c)
{
	struct reminder_id id;
	bool named = false;
	enum status rc = OK;

	if (x->in->step == STEP_ACCEPT)
		rc = name_taker_in(x->s, c, x->in->person, x->worker.id, &named);
	if (rc == OK)
		rc = session_store(x->s, referral_update(c, &x->referral));
	if (rc == OK)
		rc = session_store(x->s, write_ends(x, c));
	for (size_t i = 0; rc == OK && i < x->make.n; i++)
		rc = session_store(x->s, reminder_add(c, &x->make.at[i], &id));
	return rc;
}

/* "Carter, Jane 1981: on hold until Mon 7 Dec" */
static const char *what_of(struct stepping *x, const char *name)
{
	return arena_printf(x->a, "%s: %s", name, times_state(&x->referral, x->s->today, x->a));
}

static enum status name_of(struct session *s, struct person_id id, struct arena *a,
                           const char **ret)
{
	struct person p;
	enum status rc = session_store(s, person_get(s->store, id, a, &p));

	if (rc == OK)
		*ret = act_name(&p, a);
	return rc;
}

enum status casework_step(struct session *s, const struct new_step *in, struct arena *a,
                          const char **said)
{
	struct stepping x = { .s = s, .a = a, .in = in };
	struct change c = { 0 };
	const char *name = "", *what = "";
	enum status rc = casework_may_about(s, OP_CHANGE_TIME, in->person);

	if (rc == OK)
		rc = name_of(s, in->person, a, &name);
	if (rc == OK)
		rc = find_step(&x);
	if (rc == OK)
		rc = check(&x);
	if (rc != OK)
		return rc;
	what = what_of(&x, name);
	rc = act_begin(s, OP_CHANGE_TIME, &c, in->person, what);
	/* Looked at again within the change: what is written is what stands in the file by then. */
	if (rc == OK) {
		x = (struct stepping){ .s = s, .a = a, .in = in };
		rc = find_step(&x);
	}
	if (rc == OK)
		rc = write_step(&x, &c);
	rc = act_end(s, &c, rc);
	if (rc != OK)
		return rc;
	*said = x.make.n > 0 ? arena_printf(a, _("Saved. %s. %s: %s%s"), what,
	                                    day_short(x.make.at[0].due_on, s->today, a),
	                                    x.make.at[0].what, stop(x.make.at[0].what))
	                     : arena_printf(a, _("Saved. %s. u takes it back."), what);
	return OK;
}
