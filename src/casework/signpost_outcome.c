#include "signpost_outcome.h"

#include "act.h"

#include "base/words.h"
#include "model/action.h"
#include "model/reminder.h"
#include "store/actions.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

struct ending {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct signpost_outcome *o;
	struct signpost signpost;
	struct service service;
};

static enum status change_signpost(struct ending *e)
{
	struct signpost *x = &e->signpost;

	if (x->status != e->o->status)
		x->status_on = e->s->today;
	x->status = e->o->status;
	if (!text_empty(e->o->reason))
		x->reason = e->o->reason;
	if (!text_empty(e->o->outcome))
		x->outcome = e->o->outcome;
	if (e->o->helped != HELPED_NONE)
		x->helped = e->o->helped;
	x->outcome_on = signpost_open(x->status) ? DAY_NONE : e->s->today;
	return signpost_update(e->c, x);
}

static const char *came_of_it(const struct ending *e)
{
	const char *status = words_label(&signpost_statuses, (int)e->o->status);

	if (e->o->helped == HELPED_NONE)
		return status;
	return arena_printf(e->a, _("%s, helped: %s"), status,
	                    words_label(&helped_answers, (int)e->o->helped));
}

/* What asked about it has its answer; the newest says when to ask again. */
static enum status answer_reminders(struct ending *e)
{
	struct reminder_list list;
	struct reminder again = reminder_blank;
	struct reminder_id id;
	enum status rc = reminders_of_signpost(e->c->st, e->signpost.id, e->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct reminder *r = &list.at[i];

		if (r->kind == REMINDER_CHECK_BACK && again.what[0] == '\0')
			again = *r;
		if (r->kind != REMINDER_CHECK_BACK || r->state != REMINDER_OPEN)
			continue;
		r->state = REMINDER_DONE;
		r->done_on = e->s->today;
		r->outcome = came_of_it(e);
		rc = reminder_update(e->c, r);
	}
	if (rc != OK || e->o->check_again == DAY_NONE || !signpost_open(e->signpost.status) ||
	    again.what[0] == '\0')
		return rc;
	again.state = REMINDER_OPEN;
	again.outcome = again.moved_reason = "";
	again.done_on = DAY_NONE;
	again.moved = 0;
	again.due_on = again.first_due_on = e->o->check_again;
	again.made_on = e->s->today;
	again.by_account = e->s->account.id;
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

		if (x->signpost.n != e->signpost.id.n || x->status == done_as(e->o->status))
			continue;
		x->status = done_as(e->o->status);
		x->outcome = came_of_it(e);
		rc = action_update(e->c, x);
	}
	return rc;
}

static enum status end_in(struct ending *e)
{
	enum status rc = change_signpost(e);

	if (rc == OK)
		rc = answer_reminders(e);
	if (rc == OK)
		rc = change_actions(e);
	return rc == OK ? derive_service(e->c, e->signpost.service) : rc;
}

/* Is the step one that there is? A reopening says why. */
static enum status may(struct ending *e)
{
	const struct signpost *x = &e->signpost;

	if (x->status != e->o->status && !signpost_may_become(x->kind, x->status, e->o->status))
		return session_fail(e->s, E_CONFLICT,
		                    _("It is “%s” and cannot become “%s”. Nothing was changed."),
		                    words_label(&signpost_statuses, (int)x->status),
		                    words_label(&signpost_statuses, (int)e->o->status));
	if (!signpost_open(x->status) && signpost_open(e->o->status) && text_empty(e->o->reason))
		return session_fail(e->s, E_INVALID, _("Why is it opened again? In a few words."));
	return OK;
}

enum status signpost_outcome_in(struct session *s, struct change *c,
                                const struct signpost_outcome *o)
{
	struct arena a = { 0 };
	struct ending e = { .s = s, .c = c, .a = &a, .o = o };
	enum status rc = signpost_get(c->st, o->id, &a, &e.signpost);

	if (rc == OK)
		rc = may(&e);
	if (rc == OK)
		rc = end_in(&e);
	arena_reset(&a);
	return rc;
}

enum status casework_signpost_outcome(struct session *s, const struct signpost_outcome *o)
{
	struct arena a = { 0 };
	struct change c;
	struct ending e = { .s = s, .c = &c, .a = &a, .o = o };
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
done:
	arena_reset(&a);
	return rc;
}
