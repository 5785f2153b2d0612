#include "casework/directory.h"

#include "act.h"
#include "went_on.h"

#include "base/words.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/signpost.h"
#include "model/workdays.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

/* One entry in trouble, and the change it is put right in. */
struct trouble {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct service_trouble *t;
	struct service service;
};

static const char *alert_text(const struct trouble *w)
{
	const char *what = w->t->kind == TROUBLE_NUMBER ? _("Number or address wrong") : "";

	if (text_empty(w->t->words))
		return what;
	return *what ? arena_printf(w->a, "%s: %s", what, w->t->words) : w->t->words;
}

static void apply(struct trouble *w)
{
	struct service *x = &w->service;

	switch (w->t->kind) {
	case TROUBLE_CLOSED:
		x->status = SERVICE_CLOSED;
		break;
	case TROUBLE_CLOSED_UNTIL:
		x->status = SERVICE_CLOSED_UNTIL;
		x->closed_until = w->t->until;
		break;
	case TROUBLE_FULL:
		x->status = SERVICE_FULL;
		break;
	case TROUBLE_NUMBER:
		x->ring_first = true;
		x->alert = alert_text(w);
		break;
	case TROUBLE_OTHER:
		x->alert = alert_text(w);
		break;
	}
}

/* "LS6 Money Buddies closed. Choose again?" */
static const char *question(const struct trouble *w)
{
	const char *name = w->service.name;

	if (w->t->kind == TROUBLE_CLOSED)
		return arena_printf(w->a, _("%s closed. Choose again?"), name);
	if (w->t->kind == TROUBLE_FULL)
		return arena_printf(w->a, _("%s takes nobody now. Choose again?"), name);
	return arena_printf(w->a, _("%s is %s. Choose again?"), name,
	                    listing_closed(&w->service, w->s->today, w->a));
}

static enum status worker_of(struct trouble *w, const struct signpost *x, struct account_id *ret)
{
	struct referral referral;
	enum status rc = referral_current(w->c->st, x->person, w->a, &referral);

	if (rc == E_NOT_FOUND)
		rc = OK;
	else if (rc == OK && referral.worker.n != 0) {
		*ret = referral.worker;
		return OK;
	}
	*ret = x->by_account;
	return rc;
}

static enum status remind(struct trouble *w, const struct signpost *x)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;
	enum status rc = worker_of(w, x, &r.worker);

	if (rc != OK)
		return rc;
	r.person = x->person;
	r.kind = REMINDER_FOLLOW_UP;
	r.what = question(w);
	r.due_on = r.first_due_on = day_next_working(w->s->today, &w->s->holidays);
	r.signpost = x->id;
	r.service = w->service.id;
	r.rule = RULE_SERVICE_GONE;
	r.why = arena_printf(w->a, _("%s was given on %s and has not come to an end."),
	                     w->service.name, day_short(x->given_on, w->s->today, w->a));
	r.state = REMINDER_OPEN;
	r.made_on = w->s->today;
	r.by_account = w->s->account.id;
	return reminder_add(w->c, &r, &id);
}

/* Nothing is left to ask about: its own reminders go. */
static enum status drop_reminders(struct trouble *w, const struct signpost *x)
{
	struct reminder_list list;
	enum status rc = reminders_of_signpost(w->c->st, x->id, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct reminder *r = &list.at[i];

		if (r->state != REMINDER_OPEN || r->kind != REMINDER_CHECK_BACK)
			continue;
		r->state = REMINDER_DROPPED;
		r->done_on = w->s->today;
		r->outcome = _("the service closed");
		rc = reminder_update(w->c, r);
	}
	return rc;
}

static enum status end_signpost(struct trouble *w, struct signpost *x)
{
	enum status rc = drop_reminders(w, x);

	x->status = SIGNPOST_SERVICE_GONE;
	x->status_on = x->outcome_on = w->s->today;
	x->reason = _("the service closed");
	return rc == OK ? signpost_went_on_in(w->c, x, NULL) : rc;
}

static bool seen_before(const struct signpost_list *list, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (list->at[i].person.n == list->at[at].person.n)
			return true;
	return false;
}

/* Each person once, however often they were told; nobody who died. */
static enum status tell_waiting(struct trouble *w, size_t *told)
{
	struct signpost_list list;
	enum status rc = signposts_open_of_service(w->c->st, w->service.id, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct person p;

		rc = person_get(w->c->st, list.at[i].person, w->a, &p);
		if (rc == OK && !seen_before(&list, i) && !person_died(&p)) {
			rc = remind(w, &list.at[i]);
			++*told;
		}
		if (rc == OK && w->t->kind == TROUBLE_CLOSED)
			rc = end_signpost(w, &list.at[i]);
		if (rc == OK)
			rc = derive_person(w->c, p.id);
	}
	return rc;
}

static enum status trouble_in(struct trouble *w, size_t *told)
{
	bool shut = w->t->kind == TROUBLE_CLOSED || w->t->kind == TROUBLE_CLOSED_UNTIL ||
	            w->t->kind == TROUBLE_FULL;
	enum status rc;

	apply(w);
	rc = service_update(w->c, &w->service);
	if (rc == OK && shut)
		rc = tell_waiting(w, told);
	return rc == OK ? derive_service(w->c, w->service.id) : rc;
}

enum status casework_service_trouble(struct session *s, const struct service_trouble *t,
                                     size_t *told)
{
	struct arena a = { 0 };
	struct change c;
	struct trouble w = { .s = s, .c = &c, .a = &a, .t = t };
	size_t n = 0;
	enum status rc = session_store(s, service_get(s->store, t->service, &a, &w.service));

	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_CHANGE_SERVICE, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("what is wrong with %s"), w.service.name));
	if (rc == OK)
		rc = trouble_in(&w, &n);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*told = n;
done:
	arena_reset(&a);
	return rc;
}
