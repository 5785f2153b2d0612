#include "signpost_outcome.h"

#include "act.h"
#include "chasing.h"
#include "went_on.h"

#include "base/words.h"
#include "model/action.h"
#include "model/reminder.h"
#include "store/actions.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

const struct signpost_outcome signpost_outcome_blank = {
	.on = DAY_NONE,
	.outcome = "",
	.reason = "",
	.check_again = DAY_NONE,
};

struct ending {
	struct session *s;
	struct change *c;
	struct arena *a;
	struct signpost_outcome o; /* its status said */
	struct signpost signpost;
	struct service service;
	day again; /* when it is asked about next; DAY_NONE: no more */
};

static day since(const struct ending *e)
{
	return day_valid(e->o.on) ? e->o.on : e->s->today;
}

/* Whether it helped is said of what has ended: opened again, it is still to come. */
static void end_or_open(const struct ending *e, struct signpost *x)
{
	if (signpost_open(x->status)) {
		x->helped = HELPED_NONE;
		x->outcome = "";
		x->outcome_on = DAY_NONE;
		return;
	}
	if (!text_empty(e->o.outcome))
		x->outcome = e->o.outcome;
	if (e->o.helped != HELPED_NONE)
		x->helped = e->o.helped;
	else if (x->status == SIGNPOST_NOT_FOUND_OUT)
		x->helped = HELPED_NOT_KNOWN;
	x->outcome_on = x->status_on;
}

static enum status change_signpost(struct ending *e)
{
	const struct signpost_outcome *o = &e->o;
	struct signpost *x = &e->signpost;
	struct signpost_step step = signpost_step_blank;

	step.on_day = since(e);
	step.asked = o->asked;
	step.answered = o->answered;
	step.reason = o->reason;
	step.words = o->outcome;
	if (step.asked != STEP_ASK_NONE && step.on_day == e->s->today)
		step.at_minute = e->s->minute;
	if (x->status != o->status) {
		x->status = o->status;
		x->status_on = step.on_day;
		x->reason = o->reason;
	}
	end_or_open(e, x);
	return signpost_went_on_in(e->c, x, &step);
}

static const char *came_of_it(const struct ending *e)
{
	const char *status = words_label(&signpost_statuses, (int)e->o.status);

	if (e->o.asked != STEP_ASK_NONE && e->o.answered == SAID_NO)
		return arena_printf(e->a, _("%s, no answer"),
		                    words_label(&step_asks, (int)e->o.asked));
	if (e->o.helped == HELPED_NONE)
		return status;
	return arena_printf(e->a, _("%s, helped: %s"), status,
	                    words_label(&helped_answers, (int)e->o.helped));
}

/* What asked about it has its answer. */
static enum status answer_reminders(struct ending *e)
{
	struct reminder_list list;
	enum status rc = reminders_of_signpost(e->c->st, e->signpost.id, e->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct reminder *r = &list.at[i];

		if (r->kind != REMINDER_CHECK_BACK || r->state != REMINDER_OPEN)
			continue;
		r->state = REMINDER_DONE;
		r->done_on = e->s->today;
		r->outcome = came_of_it(e);
		rc = reminder_update(e->c, r);
	}
	return rc;
}

/* Until it has come to an end it is asked about again: on their day, else by the ladder. */
static enum status ask_again(struct ending *e)
{
	struct chasing chasing;
	struct reminder again;
	struct reminder_id id;
	enum status rc = chasing_read(e->s, &e->signpost, e->a, &chasing);

	if (rc != OK || !chasing_reminder(e->s, &chasing, e->o.check_again, e->a, &again))
		return rc;
	e->again = again.due_on;
	return reminder_add(e->c, &again, &id);
}

static enum action_status done_as(enum signpost_status status)
{
	if (signpost_open(status))
		return ACTION_STARTED;
	return status == SIGNPOST_COMPLETED ? ACTION_COMPLETED : ACTION_NOT_APPLICABLE;
}

static enum status change_actions(struct ending *e)
{
	struct action_list list;
	enum status rc = actions_of_person(e->c->st, e->signpost.person, e->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct action *x = &list.at[i];

		if (x->signpost.n != e->signpost.id.n || x->status == done_as(e->o.status))
			continue;
		x->status = done_as(e->o.status);
		x->outcome = came_of_it(e);
		rc = action_update(e->c, x);
	}
	return rc;
}

static enum status end_in(struct ending *e)
{
	enum status rc = change_signpost(e);

	e->again = DAY_NONE;
	if (rc == OK)
		rc = answer_reminders(e);
	if (rc == OK)
		rc = ask_again(e);
	if (rc == OK)
		rc = change_actions(e);
	return rc == OK ? derive_service(e->c, e->signpost.service) : rc;
}

/* Is the day one on which it can have been so? */
static enum status check_day(const struct ending *e)
{
	const struct signpost *x = &e->signpost;
	day first = x->status == e->o.status ? x->given_on : x->status_on;

	if (since(e) > e->s->today)
		return session_fail(e->s, E_INVALID, _("That day is ahead. Nothing was changed."));
	if (since(e) >= first)
		return OK;
	return session_fail(e->s, E_INVALID,
	                    _("It was “%s” on %s: since when, after that? Nothing was changed."),
	                    words_label(&signpost_statuses, (int)x->status),
	                    day_short(first, e->s->today, e->a));
}

static enum status check_words(const struct ending *e)
{
	const struct signpost_outcome *o = &e->o;
	bool ended = !signpost_open(e->signpost.status), ends = !signpost_open(o->status);

	if (ended && !ends && text_empty(o->reason))
		return session_fail(e->s, E_INVALID, _("Why is it opened again? In a few words."));
	if (!ends && o->helped != HELPED_NONE)
		return session_fail(e->s, E_INVALID,
		                    _("Whether it helped is said when it has ended."));
	if (o->status == SIGNPOST_COMPLETED && o->helped == HELPED_NONE)
		return session_fail(e->s, E_INVALID, _("Did it help? Not known is an answer."));
	if (!ended && o->status == SIGNPOST_REJECTED && text_empty(o->reason))
		return session_fail(e->s, E_INVALID, _("Why was it turned down? In a few words."));
	return OK;
}

/* Nothing new: it stands where it stood. */
static void as_it_was(struct ending *e)
{
	if (e->o.status == SIGNPOST_STATUS_NONE)
		e->o.status = e->signpost.status;
}

/* Is the step one that there is, on a day that it can have been, with what it takes? */
static enum status may(struct ending *e)
{
	const struct signpost *x = &e->signpost;
	enum status rc;

	as_it_was(e);
	if (x->status != e->o.status && !signpost_may_become(x->kind, x->status, e->o.status))
		return session_fail(e->s, E_CONFLICT,
		                    _("It is “%s” and cannot become “%s”. Nothing was changed."),
		                    words_label(&signpost_statuses, (int)x->status),
		                    words_label(&signpost_statuses, (int)e->o.status));
	rc = check_words(e);
	return rc == OK ? check_day(e) : rc;
}

enum status signpost_outcome_in(struct session *s, struct change *c,
                                const struct signpost_outcome *o, day *again)
{
	struct arena a = { 0 };
	struct ending e = { .s = s, .c = c, .a = &a, .o = *o };
	enum status rc = signpost_get(c->st, o->id, &a, &e.signpost);

	if (rc == OK)
		rc = may(&e);
	if (rc == OK)
		rc = end_in(&e);
	if (rc == OK)
		*again = e.again;
	arena_reset(&a);
	return rc;
}

enum status casework_signpost_outcome(struct session *s, const struct signpost_outcome *o,
                                      day *again)
{
	struct arena a = { 0 };
	struct change c;
	struct ending e = { .s = s, .c = &c, .a = &a, .o = *o };
	struct person p = { 0 };
	enum status rc = signpost_get(s->store, o->id, &a, &e.signpost);

	if (rc == OK)
		rc = service_get(s->store, e.signpost.service, &a, &e.service);
	if (rc == OK)
		rc = person_get(s->store, e.signpost.person, &a, &p);
	rc = session_store(s, rc);
	if (rc == OK)
		rc = casework_may_about(s, OP_SIGNPOST, p.id);
	if (rc == OK)
		rc = may(&e);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_SIGNPOST, &c, p.id,
	               arena_printf(&a, _("what came of %s for %s: %s"), e.service.name,
	                            act_name(&p, &a), came_of_it(&e)));
	if (rc == OK)
		rc = end_in(&e);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*again = e.again;
done:
	arena_reset(&a);
	return rc;
}
