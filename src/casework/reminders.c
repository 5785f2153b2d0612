#include "casework/reminders.h"

#include "act.h"
#include "looked.h"
#include "reminders_of.h"
#include "signpost_outcome.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/cover.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/caseload.h"
#include "store/people.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

#include <stdlib.h>
#include <string.h>

#define FAR_OFF (INT32_MAX / 2) /* behind every day */

/* Whom a change of it is about, in words: "Carter, Jane 1981"; for a service its name. */
static enum status about(struct session *s, const struct reminder *r, struct arena *a,
                         const char **ret)
{
	struct person p;
	struct service v;
	enum status rc = OK;

	*ret = "";
	if (r->person.n != 0) {
		rc = person_get(s->store, r->person, a, &p);
		if (rc == OK)
			*ret = act_name_seen(s, &p, a);
	} else if (r->service.n != 0) {
		rc = service_get(s->store, r->service, a, &v);
		if (rc == OK)
			*ret = v.name;
	}
	return session_store(s, rc);
}

static enum status remind_check(struct session *s, const struct reminder *r, struct arena *a)
{
	if (text_empty(r->what))
		return session_fail(s, E_INVALID, _("Say what is to be done, in a few words."));
	if (!day_valid(r->due_on))
		return session_fail(s, E_INVALID, _("Say on which day."));
	return reminder_reachable(s, r, a);
}

enum status casework_remind(struct session *s, const struct reminder *r, struct reminder_id *ret)
{
	struct arena a = { 0 };
	struct reminder new = *r;
	const char *name = "";
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_REMIND, r->person);

	if (rc == OK)
		rc = remind_check(s, r, &a);
	if (rc == OK)
		rc = about(s, r, &a, &name);
	if (rc != OK)
		goto done;
	new.first_due_on = r->due_on;
	new.made_on = s->today;
	new.by_account = s->account.id;
	new.state = REMINDER_OPEN;
	if (new.kind == REMINDER_KIND_NONE)
		new.kind = REMINDER_FOLLOW_UP;
	rc = act_begin(s, OP_REMIND, &c, r->person,
	               arena_printf(&a, _("reminder for %s: %s"), name, r->what));
	if (rc == OK)
		rc = reminder_add(&c, &new, ret);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

/* ---- done ---- */

static enum status open_one(struct session *s, struct reminder_id id, struct arena *a,
                            struct reminder *ret)
{
	enum status rc = reminder_get(s->store, id, a, ret);

	if (rc == E_NOT_FOUND)
		return session_fail(s, rc, _("That reminder is no longer there."));
	if (rc == OK && ret->state != REMINDER_OPEN)
		return session_fail(s, E_CONFLICT, _("That was %s already, on %s."),
		                    ret->state == REMINDER_DONE ? _("done") : _("dropped"),
		                    day_short(ret->done_on, s->today, a));
	return session_store(s, rc);
}

/* What is known now, of the person; what is not is asked about again by the ladder. */
static enum status signpost_in(struct session *s, struct change *c, const struct reminder *r,
                               const struct reminder_outcome *how, day *again)
{
	struct arena a = { 0 };
	struct signpost_outcome outcome = signpost_outcome_blank;
	struct signpost sp;
	bool known = how->helped != HELPED_NOT_KNOWN;
	enum status rc;

	if (r->kind != REMINDER_CHECK_BACK || r->signpost.n == 0 || how->helped == HELPED_NONE)
		return OK;
	rc = signpost_get(c->st, r->signpost, &a, &sp);
	if (rc == OK && sp.person.n == r->person.n && (known || signpost_open(sp.status))) {
		outcome.id = sp.id;
		outcome.status = known && signpost_open(sp.status) ? SIGNPOST_COMPLETED : sp.status;
		outcome.asked = ASKED_PERSON;
		outcome.answered = known ? SAID_YES : SAID_NO;
		outcome.helped = known ? how->helped : HELPED_NONE;
		outcome.outcome = how->words;
		rc = signpost_outcome_in(s, c, &outcome, again);
	}
	arena_reset(&a);
	return rc;
}

/* What was agreed is done with the reminder of it: the plan says so too. */
static enum status action_in(struct change *c, const struct reminder *r, const char *words)
{
	struct arena a = { 0 };
	struct action x;
	enum status rc = OK;

	if (r->kind == REMINDER_ACTION_DUE && r->action.n != 0) {
		rc = action_get(c->st, r->action, &a, &x);
		if (rc == OK && x.person.n == r->person.n && action_open(x.status)) {
			x.status = ACTION_COMPLETED;
			x.outcome = words;
			rc = action_update(c, &x);
		}
	}
	arena_reset(&a);
	return rc;
}

static enum status close_in(struct session *s, struct change *c, struct reminder *r,
                            enum reminder_state state, const char *words)
{
	r->state = state;
	r->done_on = s->today;
	r->outcome = words;
	return reminder_update(c, r);
}

enum status casework_complete_reminder(struct session *s, struct reminder_id id,
                                       const struct reminder_outcome *how, day *again)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name = "";
	struct reminder r;
	day next = DAY_NONE;
	enum status rc = casework_may(s, OP_REMIND);

	if (rc == OK)
		rc = open_one(s, id, &a, &r);
	if (rc == OK)
		rc = about(s, &r, &a, &name);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_REMIND, &c, r.person,
	               arena_printf(&a, _("done for %s: %s"), name, r.what));
	/* Done first, so that its own words stay: the signpost answers only what is still open. */
	if (rc == OK)
		rc = close_in(s, &c, &r, REMINDER_DONE, how->words);
	if (rc == OK)
		rc = signpost_in(s, &c, &r, how, &next);
	if (rc == OK)
		rc = action_in(&c, &r, how->words);
	if (rc == OK)
		rc = repeat_in(s, &c, &r, &next);
	rc = act_end(s, &c, rc);
	if (rc == OK && again)
		*again = next;
done:
	arena_reset(&a);
	return rc;
}

enum status casework_drop_reminder(struct session *s, struct reminder_id id, const char *reason)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name = "";
	struct reminder r;
	enum status rc = casework_may(s, OP_REMIND);

	if (rc == OK && text_empty(reason))
		rc = session_fail(s, E_INVALID, _("Say why it need not be done."));
	if (rc == OK)
		rc = open_one(s, id, &a, &r);
	if (rc == OK)
		rc = about(s, &r, &a, &name);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_REMIND, &c, r.person,
	               arena_printf(&a, _("reminder dropped for %s: %s"), name, r.what));
	if (rc == OK)
		rc = close_in(s, &c, &r, REMINDER_DROPPED, reason);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

/* ---- another day ---- */

static enum status move_check(struct session *s, const struct reminder *r,
                              const struct reminder_move *to, struct arena *a)
{
	if (r->ver != to->ver)
		return session_fail(
			s, E_CONFLICT,
			_("It was changed since you saw it, and is set for %s. That was "
		          "kept."),
			day_short(r->due_on, s->today, a));
	if (!day_valid(to->on) || to->on < s->today)
		return session_fail(s, E_INVALID, _("Another day is today or later."));
	if (r->moved > 0 && text_empty(to->reason))
		return session_fail(s, E_INVALID,
		                    _("It was put off before. Say why, in a few words."));
	return OK;
}

enum status casework_move_reminder(struct session *s, struct reminder_id id,
                                   const struct reminder_move *to)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name = "";
	struct reminder r;
	enum status rc = casework_may(s, OP_REMIND);

	if (rc == OK)
		rc = open_one(s, id, &a, &r);
	if (rc == OK)
		rc = move_check(s, &r, to, &a);
	if (rc == OK)
		rc = about(s, &r, &a, &name);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_REMIND, &c, r.person,
	               arena_printf(&a, _("another day for %s: %s, now %s"), name, r.what,
	                            day_short(to->on, s->today, &a)));
	if (rc == OK) {
		r.due_on = to->on;
		r.due_minute = to->minute;
		r.moved++;
		r.moved_reason = to->reason;
		rc = reminder_update(&c, &r);
	}
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

enum status casework_agree_quiet(struct session *s, struct person_id id, day until,
                                 const char *whose)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, id);

	if (rc == OK && (!day_valid(until) || until < s->today))
		rc = session_fail(s, E_INVALID, _("Quiet until a day to come."));
	if (rc == OK)
		rc = session_store(s, person_get(s->store, id, &a, &p));
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_CHANGE_PERSON, &c, id,
	               arena_printf(&a, _("quiet agreed with %s until %s%s%s"), act_name(&p, &a),
	                            day_short(until, s->today, &a), text_empty(whose) ? "" : ", ",
	                            text_empty(whose) ? "" : whose));
	if (rc == OK) {
		p.quiet_until = until;
		rc = person_update(&c, &p);
	}
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

/* ---- reading ---- */

/* In a list the year stands only where somebody else could be meant. */
static enum status listed_name(struct session *s, struct person_id id, struct arena *a,
                               struct agenda_row *row)
{
	struct case_row c = { .person = id };
	struct person p;
	bool namesake = true;
	enum status rc = person_get(s->store, id, a, &p);

	if (rc != OK)
		return session_store(s, rc);
	c.family_name = p.family_name;
	c.given_name = p.given_name;
	rc = session_store(s, caseload_namesake(s->store, &c, &namesake));
	row->hidden = standing_hides(s, id, p.restricted, p.keep_apart);
	row->called = row->hidden ? act_name_hidden(s, id, a) : act_name(&p, a);
	row->name = row->hidden || namesake ? row->called : person_name(&p, a);
	return rc;
}

enum status agenda_row(struct session *s, const struct reminder *r, struct arena *a,
                       struct agenda_row *ret)
{
	struct agenda_row row = { .reminder = *r, .worker = "" };
	struct account by;
	enum status rc =
		r->person.n != 0 ? listed_name(s, r->person, a, &row) : about(s, r, a, &row.name);

	if (rc == OK && r->person.n == 0)
		row.called = row.name;
	if (row.hidden)
		row.reminder.what = row.reminder.why = row.reminder.moved_reason = "";
	if (rc == OK && r->worker.n != 0) {
		rc = session_store(s, account_get(s->store, r->worker, a, &by));
		if (rc == OK)
			row.worker = by.login;
	}
	if (rc == OK)
		*ret = row;
	return rc;
}

static enum status agenda_of(struct session *s, struct account_id worker, struct arena *a,
                             struct agenda *ret)
{
	struct reminder_list list;
	enum status rc = session_store(s, reminders_due(s->store, worker, FAR_OFF, a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct agenda_row row;

		if (!session_may(s, OP_OPEN_PERSON) &&
		    !session_may_about(s, OP_REMIND, list.at[i].person))
			continue; /* of no concern to a volunteer */
		rc = agenda_row(s, &list.at[i], a, &row);
		if (rc == OK)
			*ARENA_PUSH(a, ret) = row;
	}
	return rc;
}

static int by_due(const void *x, const void *y)
{
	const struct reminder *a = &((const struct agenda_row *)x)->reminder;
	const struct reminder *b = &((const struct agenda_row *)y)->reminder;
	int am = a->due_minute == MINUTE_NONE ? 1440 : a->due_minute;
	int bm = b->due_minute == MINUTE_NONE ? 1440 : b->due_minute;

	if (a->due_on != b->due_on)
		return a->due_on < b->due_on ? -1 : 1;
	if (am != bm)
		return am < bm ? -1 : 1;
	return (a->id.n > b->id.n) - (a->id.n < b->id.n);
}

static enum status agenda_everyones(struct session *s, struct arena *a, struct agenda *ret)
{
	struct account_list accounts = { 0 };
	enum status rc = session_store(s, accounts_all(s->store, a, &accounts));

	for (size_t i = 0; rc == OK && i < accounts.n; i++)
		rc = agenda_of(s, accounts.at[i].id, a, ret);
	return rc;
}

/* Of colleagues who are away, what this account sees to. */
static enum status agenda_covered(struct session *s, struct arena *a, struct agenda *ret)
{
	struct covering_list covering = { 0 };
	enum status rc = casework_covering(s, a, &covering);

	for (size_t i = 0; rc == OK && i < covering.n; i++) {
		const struct covering *c = &covering.at[i];
		size_t n = ret->n;

		rc = agenda_of(s, c->away.id, a, ret);
		for (size_t j = n; rc == OK && j < ret->n; j++)
			if (covering_has(s, c, ret->at[j].reminder.person))
				ret->at[n++] = ret->at[j];
		ret->n = n;
	}
	return rc;
}

static const char *look_at(const struct session *s, struct account_id worker)
{
	if (worker.n == 0)
		return _("looked at everybody's reminders");
	return worker.n == s->account.id.n ? _("looked at reminders")
	                                   : _("looked at a colleague's reminders");
}

enum status casework_agenda_covered(struct session *s, struct arena *a, struct agenda *ret)
{
	struct agenda agenda = { 0 };
	enum status rc = casework_may(s, OP_SEE_REMINDERS);

	if (rc == OK)
		rc = looked_at_list(s, _("looked at a colleague's reminders"));
	if (rc == OK)
		rc = agenda_covered(s, a, &agenda);
	if (rc != OK)
		return rc;
	if (agenda.n > 0)
		qsort(agenda.at, agenda.n, sizeof(*agenda.at), by_due);
	*ret = agenda;
	return OK;
}

enum status casework_agenda(struct session *s, struct account_id worker, struct arena *a,
                            struct agenda *ret)
{
	struct agenda agenda = { 0 };
	enum status rc = casework_may(s, OP_SEE_REMINDERS);

	if (rc == OK)
		rc = looked_at_list(s, look_at(s, worker));
	if (rc == OK)
		rc = agenda_of(s, (struct account_id){ 0 }, a, &agenda);
	if (rc == OK)
		rc = worker.n == 0 ? agenda_everyones(s, a, &agenda)
		                   : agenda_of(s, worker, a, &agenda);
	if (rc == OK && worker.n == s->account.id.n)
		rc = agenda_covered(s, a, &agenda);
	if (rc != OK)
		return rc;
	if (agenda.n > 0)
		qsort(agenda.at, agenda.n, sizeof(*agenda.at), by_due);
	*ret = agenda;
	return OK;
}

/* One reminder is read to be seen to: its words are the record's. */
static enum status may_see(struct session *s, struct person_id person)
{
	return casework_may_about(s, OP_REMIND, person);
}

enum status casework_reminder(struct session *s, struct reminder_id id, struct arena *a,
                              struct agenda_row *ret)
{
	struct reminder r;
	enum status rc = casework_may(s, OP_SEE_REMINDERS);

	if (rc == OK)
		rc = session_store(s, reminder_get(s->store, id, a, &r));
	if (rc == OK)
		rc = may_see(s, r.person);
	return rc == OK ? agenda_row(s, &r, a, ret) : rc;
}
