#include "casework/money.h"

#include "act.h"
#include "plan_says.h"
#include "planned.h"
#include "standing.h"

#include "base/words.h"
#include "casework/caseload.h"
#include "store/actions.h"
#include "store/money.h"
#include "store/people.h"
#include "store/reminders.h"

#include <stdlib.h>

day money_year_begins(day today)
{
	struct date date = day_to_date(today);
	day first = today;

	if (date.month < 4)
		date.year--;
	date.month = 4;
	date.mday = 1;
	return day_from_date(date, &first) ? first : today;
}

static int by_id(const void *x, const void *y)
{
	const struct person_id *a = x, *b = y;

	return (a->n > b->n) - (a->n < b->n);
}

/* Somebody with two times with us is counted once. */
static enum status gained_by_list(struct session *s, const struct list_query *query,
                                  struct arena *a, int64_t *ret)
{
	struct person_ids ids;
	int64_t sum = 0;
	enum status rc = casework_case_ids(s, query, a, &ids);

	if (rc == OK && ids.n > 1)
		qsort(ids.at, ids.n, sizeof(*ids.at), by_id);
	for (size_t i = 0; rc == OK && i < ids.n; i++) {
		int64_t gained = 0;

		if (i > 0 && ids.at[i].n == ids.at[i - 1].n)
			continue;
		rc = session_store(s, money_gained_by_person(s->store, ids.at[i],
		                                             money_year_begins(s->today), &gained));
		if (gained > 0 && !standing_hidden(s, ids.at[i]))
			sum += gained;
	}
	if (rc == OK)
		*ret = sum;
	return rc;
}

static bool all_open_cases(const struct list_query *q)
{
	return (q->view == CASES_MINE || q->view == CASES_EVERYONE) && !q->filter &&
	       q->only_n == 0 && text_empty(q->find);
}

enum status casework_money_gained(struct session *s, const struct list_query *query, int64_t *ret)
{
	struct arena a = { 0 };
	struct money_of of = { .worker = query->worker,
		               .restricted = query->worker.n == s->account.id.n,
		               .from = money_year_begins(s->today) };
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	if (rc != OK)
		return rc;
	if (all_open_cases(query))
		return session_store(s, money_gained_by_cases(s->store, &of, ret));
	rc = gained_by_list(s, query, &a, ret);
	arena_reset(&a);
	return rc;
}

/* "Personal Independence Payment (PIP)", "Direct payment: six hours of help a week". */
static const char *action_what(const struct money *m, struct arena *a)
{
	const char *name = money_name(m, a);

	if (m->kind == MONEY_BENEFIT || m->kind == MONEY_GRANT)
		return name;
	return arena_printf(a, "%s: %s", words_label(&money_kinds, (int)m->kind),
	                    money_for_care(m->kind) && !text_empty(m->pays_for) ? m->pays_for
	                                                                        : name);
}

static enum action_status status_of(enum money_state state)
{
	switch (state) {
	case MONEY_AWARDED:
	case MONEY_ENDED:
		return ACTION_COMPLETED;
	case MONEY_APPLIED:
	case MONEY_ASKED_AGAIN:
	case MONEY_REFUSED:
		return ACTION_STARTED;
	case MONEY_SOUGHT:
	case MONEY_STATE_NONE:
		break;
	}
	return ACTION_NOT_STARTED;
}

/* How far the money has come, said of its action; the day to ask moves when something came. */
static void follow(struct session *s, struct action *x, const struct money *m, bool moved,
                   struct arena *a)
{
	enum action_status status = status_of(m->state);

	if (x->status != status)
		x->status_on = s->today;
	x->status = status;
	x->review_on = m->review_on;
	if (status == ACTION_COMPLETED)
		x->outcome = money_text(m, s->today, a);
	else if (m->state == MONEY_REFUSED)
		x->outcome = _("Refused. It can be asked again: there is a time limit.");
	if (moved && status != ACTION_COMPLETED)
		x->due_on = session_due(s, DUE_MONEY_CHASE, s->today);
}

/* A new one: an action of its own in the plan that may be changed. */
static enum status new_action_in(struct session *s, struct change *c, const struct money_entry *e,
                                 struct arena *a, struct action_id *ret)
{
	struct action x = action_blank;
	enum status rc;

	x.concern = e->concern ? e->concern : "";
	x.kind = ACTION_BENEFIT_OR_GRANT;
	x.what = action_what(&e->money, a);
	x.owner = OWNER_WORKER;
	x.worker = s->account.id;
	follow(s, &x, &e->money, true, a);
	rc = plan_says_in(s, c, e->money.person, &x, ret);
	if (rc != OK || ret->n == 0)
		return rc;
	rc = action_get(s->store, *ret, a, &x);
	return rc == OK ? action_reminder_in(s, c, &x, a) : rc;
}

/* Nobody was assessed, so no action has the day to look again. */
static enum status remind_alone(struct session *s, struct change *c, const struct money *m,
                                struct arena *a)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	if (m->review_on == DAY_NONE)
		return OK;
	r.person = m->person;
	r.worker = s->account.id;
	r.kind = REMINDER_FOLLOW_UP;
	r.what = arena_printf(a, _("Look again: %s"), action_what(m, a));
	r.due_on = r.first_due_on = m->review_on;
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return reminder_add(c, &r, &id);
}

static enum status add_in(struct session *s, struct change *c, const struct money_entry *e,
                          struct arena *a, struct money_id *ret)
{
	struct money m = e->money;
	enum status rc = new_action_in(s, c, e, a, &m.action);

	m.noted_on = s->today;
	m.by_account = s->account.id;
	m.worth = money_worth(&m);
	if (rc == OK)
		rc = money_add(c, &m, ret);
	return rc == OK && m.action.n == 0 ? remind_alone(s, c, &m, a) : rc;
}

static enum status change_in(struct session *s, struct change *c, const struct money *x,
                             struct arena *a)
{
	struct money m = *x, was;
	struct action action;
	enum status rc = money_get(s->store, x->id, a, &was);

	if (rc != OK)
		return rc;
	if (was.person.n != x->person.n)
		return session_fail(s, E_INVALID, _("That is somebody else's."));
	/* Its action may have gone on to a newer version since: that is nobody's change of it. */
	m.action = was.action;
	m.noted_on = was.noted_on;
	m.by_account = was.by_account;
	m.worth = money_worth(&m);
	rc = money_update(c, &m);
	if (rc != OK || m.action.n == 0)
		return rc;
	rc = action_get(s->store, m.action, a, &action);
	if (rc != OK)
		return rc;
	action.what = action_what(&m, a);
	follow(s, &action, &m, was.state != m.state, a);
	rc = action_update(c, &action);
	return rc == OK ? action_reminder_in(s, c, &action, a) : rc;
}

enum status casework_put_money(struct session *s, const struct money_entry *x, struct arena *a,
                               struct money *ret)
{
	struct change c = { 0 };
	struct money_id id = x->money.id;
	enum status rc = casework_may_about(s, OP_PLAN, x->money.person);

	if (rc == OK && (text_empty(x->money.what) || x->money.kind == MONEY_KIND_NONE))
		return session_fail(s, E_INVALID, _("Say what it is. Nothing was changed."));
	if (rc == OK)
		rc = plan_begin(s, &c, x->money.person,
		                arena_printf(a, _("%s of"), action_what(&x->money, a)), a);
	if (rc == OK)
		rc = id.n != 0 ? change_in(s, &c, &x->money, a) : add_in(s, &c, x, a, &id);
	if (rc == OK)
		rc = money_get(s->store, id, a, ret);
	return act_end(s, &c, rc);
}
