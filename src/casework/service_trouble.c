#include "trouble_in.h"

#include "act.h"
#include "signpost_outcome.h"

#include "base/words.h"
#include "model/listing.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/signpost.h"
#include "store/accounts.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signpost_steps.h"
#include "store/signposts.h"

/* One entry in trouble, and the change it is put right in. */
struct trouble {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct service_trouble *t;
	struct service *service;
	bool proposed; /* staff are asked to agree */
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
	struct service *x = w->service;

	x->edited_on = w->s->today;
	switch (w->t->kind) {
	case TROUBLE_CLOSED:
		x->status = SERVICE_CLOSED;
		x->next_check = DAY_NONE;
		break;
	case TROUBLE_CLOSED_UNTIL:
		x->status = SERVICE_CLOSED_UNTIL;
		x->closed_until = x->next_check = w->t->until;
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
	case TROUBLE_OVER:
		x->status = SERVICE_ACTIVE;
		x->closed_until = x->next_check = DAY_NONE;
		x->do_not_list = false;
		x->alert = "";
		break;
	}
}

/* "LS6 Money Buddies closed. Choose again?" */
static const char *question(const struct trouble *w)
{
	const char *name = w->service->name;

	if (w->t->kind == TROUBLE_CLOSED)
		return arena_printf(w->a,
		                    w->proposed ? _("%s closed, it is said. Choose again?")
		                                : _("%s closed. Choose again?"),
		                    name);
	if (w->t->kind == TROUBLE_FULL)
		return arena_printf(w->a, _("%s takes nobody now. Choose again?"), name);
	return arena_printf(w->a, _("%s is %s. Choose again?"), name,
	                    listing_closed(w->service, w->s->today, w->a));
}

/* Who still works here; else whoever is on duty. */
static enum status at_work(struct trouble *w, struct account_id id, struct account_id *ret)
{
	struct account by;
	enum status rc = id.n == 0 ? OK : account_get(w->c->st, id, w->a, &by);

	if (rc == OK)
		*ret = id.n != 0 && by.disabled_at == 0 ? id : (struct account_id){ 0 };
	return rc;
}

/* Their worker; of somebody who has none whoever is on duty; when their time here is over who gave it. */
static enum status worker_of(struct trouble *w, const struct signpost *x, struct account_id *ret)
{
	struct referral referral;
	enum status rc = referral_current(w->c->st, x->person, w->a, &referral);

	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	if (rc == OK && referral_open(referral.state))
		return at_work(w, referral.worker, ret);
	return at_work(w, x->by_account, ret);
}

/* What asks about that person and this service already; id 0: nothing does. */
static enum status asked_already(struct trouble *w, struct person_id person, struct reminder *ret)
{
	struct reminder_list list;
	enum status rc = reminders_open_of_service(w->c->st, w->service->id, REMINDER_FOLLOW_UP,
	                                           RULE_SERVICE_GONE, w->a, &list);

	*ret = reminder_blank;
	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].person.n == person.n)
			*ret = list.at[i];
	return rc;
}

static enum status remind(struct trouble *w, const struct signpost *x)
{
	struct reminder r;
	struct reminder_id id;
	enum status rc = asked_already(w, x->person, &r);

	if (rc == OK)
		rc = worker_of(w, x, &r.worker);
	if (rc != OK)
		return rc;
	r.what = question(w);
	r.why = arena_printf(w->a, _("%s was given on %s and has not come to an end."),
	                     w->service->name, day_short(x->given_on, w->s->today, w->a));
	if (r.id.n != 0)
		return reminder_update(w->c, &r);
	r.person = x->person;
	r.kind = REMINDER_FOLLOW_UP;
	r.due_on = r.first_due_on = session_due(w->s, DUE_AT_ONCE, w->s->today);
	r.signpost = x->id;
	r.service = w->service->id;
	r.rule = RULE_SERVICE_GONE;
	r.state = REMINDER_OPEN;
	r.made_on = w->s->today;
	r.by_account = w->s->account.id;
	return reminder_add(w->c, &r, &id);
}

static enum status end_signpost(struct trouble *w, const struct signpost *x)
{
	struct signpost_outcome o = signpost_outcome_blank;
	day again;

	o.id = x->id;
	o.status = SIGNPOST_SERVICE_GONE;
	o.reason = _("the service closed");
	return signpost_outcome_in(w->s, w->c, &o, &again);
}

static bool seen_before(const struct signpost_list *list, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (list->at[i].person.n == list->at[at].person.n)
			return true;
	return false;
}

/* Nobody rings about somebody who died, or who asked us to stop. */
static bool may_ask(const struct person *p)
{
	return !person_died(p) && p->no_more_contact_on == DAY_NONE;
}

/* Each person once, however often they were told. */
static enum status tell_waiting(struct trouble *w, size_t *told)
{
	struct signpost_list list;
	enum status rc = signposts_open_of_service(w->c->st, w->service->id, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct person p;

		rc = person_get(w->c->st, list.at[i].person, w->a, &p);
		if (rc == OK && !seen_before(&list, i) && may_ask(&p)) {
			rc = remind(w, &list.at[i]);
			++*told;
		}
		if (rc == OK && w->t->kind == TROUBLE_CLOSED && !w->proposed)
			rc = end_signpost(w, &list.at[i]);
		if (rc == OK)
			rc = derive_person(w->c, p.id);
	}
	return rc;
}

/* ---- it is over ---- */

/* What it was before the service went; where nothing says so, as it was given. */
static enum status state_before(struct trouble *w, const struct signpost *x,
                                enum signpost_status *ret)
{
	struct signpost_step_list steps;
	enum status rc = signpost_steps_of(w->c->st, x->id, w->a, &steps);

	*ret = x->kind == SIGNPOST_REFERRED ? SIGNPOST_SENT : SIGNPOST_GIVEN;
	for (size_t i = 0; rc == OK && i < steps.n; i++) {
		if (!signpost_open(steps.at[i].status))
			continue;
		*ret = steps.at[i].status;
		break;
	}
	return rc;
}

static enum status take_up_again(struct trouble *w, const struct signpost *x)
{
	struct signpost_outcome o = signpost_outcome_blank;
	day again;
	enum status rc = state_before(w, x, &o.status);

	o.id = x->id;
	o.reason = _("the service is open again");
	return rc == OK ? signpost_outcome_in(w->s, w->c, &o, &again) : rc;
}

/* Whoever has not chosen again waits on it as before. */
static enum status put_back(struct trouble *w, struct reminder *r)
{
	struct signpost_list list;
	enum status rc = signposts_of_person(w->c->st, r->person, w->a, &list);

	r->state = REMINDER_DROPPED;
	r->done_on = w->s->today;
	r->outcome = _("the service is open again");
	if (rc == OK)
		rc = reminder_update(w->c, r);
	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].service.n == w->service->id.n &&
		    list.at[i].status == SIGNPOST_SERVICE_GONE)
			rc = take_up_again(w, &list.at[i]);
	return rc == OK ? derive_person(w->c, r->person) : rc;
}

static enum status put_all_back(struct trouble *w, size_t *told)
{
	struct reminder_list list;
	enum status rc = reminders_open_of_service(w->c->st, w->service->id, REMINDER_FOLLOW_UP,
	                                           RULE_SERVICE_GONE, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		rc = put_back(w, &list.at[i]);
		++*told;
	}
	return rc;
}

/* ---- the whole of it ---- */

static enum status whoever_waits(struct trouble *w, size_t *told)
{
	switch (w->t->kind) {
	case TROUBLE_CLOSED:
	case TROUBLE_CLOSED_UNTIL:
	case TROUBLE_FULL:
		return tell_waiting(w, told);
	case TROUBLE_OVER:
		return put_all_back(w, told);
	case TROUBLE_NUMBER:
	case TROUBLE_OTHER:
		break;
	}
	return OK;
}

static enum status put(struct trouble *w, size_t *told)
{
	size_t n = 0;
	enum status rc = service_update(w->c, w->service);

	if (rc == OK)
		rc = whoever_waits(w, &n);
	if (rc == OK)
		rc = derive_service(w->c, w->service->id);
	if (rc == OK)
		*told = n;
	return rc;
}

enum status service_trouble_in(struct session *s, struct change *c, struct service *x,
                               const struct service_trouble *t, size_t *told)
{
	struct arena a = { 0 };
	struct trouble w = { .s = s, .c = c, .a = &a, .t = t, .service = x };
	size_t n = 0;
	enum status rc;

	w.proposed = t->kind != TROUBLE_OVER && trouble_only_proposes(s);
	apply(&w);
	rc = put(&w, &n);
	if (rc == OK && w.proposed)
		rc = trouble_propose_in(s, c, x, t, &a);
	if (rc == OK)
		*told = n;
	arena_reset(&a);
	return rc;
}

enum status service_state_in(struct session *s, struct change *c, struct service *x, size_t *told)
{
	static const enum service_trouble_kind kinds[] = {
		[SERVICE_STATUS_NONE] = TROUBLE_OTHER,
		[SERVICE_ACTIVE] = TROUBLE_OVER,
		[SERVICE_CLOSED] = TROUBLE_CLOSED,
		[SERVICE_CLOSED_UNTIL] = TROUBLE_CLOSED_UNTIL,
		[SERVICE_FULL] = TROUBLE_FULL,
	};
	const struct service_trouble t = {
		.service = x->id, .kind = kinds[x->status], .until = DAY_NONE, .words = ""
	};
	struct arena a = { 0 };
	struct trouble w = { .s = s, .c = c, .a = &a, .t = &t, .service = x };
	enum status rc;

	x->closed_until = DAY_NONE;
	if (x->status == SERVICE_CLOSED)
		x->next_check = DAY_NONE;
	rc = put(&w, told);
	arena_reset(&a);
	return rc;
}

enum status casework_service_trouble(struct session *s, const struct service_trouble *t,
                                     size_t *told)
{
	struct arena a = { 0 };
	struct change c;
	struct service x;
	size_t n = 0;
	enum status rc = session_store(s, service_get(s->store, t->service, &a, &x));

	if (rc == OK && t->kind == TROUBLE_OVER && trouble_only_proposes(s))
		rc = session_fail(s, E_DENIED,
		                  _("That it is open again is for the staff to say: 7 proposes it. "
		                    "Nothing was changed."));
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_CHANGE_SERVICE, &c, (struct person_id){ 0 },
	               arena_printf(&a,
	                            t->kind == TROUBLE_OVER ? _("%s is open again")
	                                                    : _("what is wrong with %s"),
	                            x.name));
	if (rc == OK)
		rc = service_trouble_in(s, &c, &x, t, &n);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*told = n;
done:
	arena_reset(&a);
	return rc;
}

/* ---- chosen again ---- */

/* Has something been given for that concern since? */
static bool given_since(const struct signpost_list *list, const struct signpost *x)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].id.n > x->id.n && text_equal(list->at[i].concern, x->concern))
			return true;
	return false;
}

/* They waited there for another concern too: then the same reminder asks about that one next. */
static const struct signpost *another(const struct signpost_list *list, const struct signpost *x)
{
	const struct signpost *next = NULL;

	for (size_t i = 0; i < list->n; i++) {
		const struct signpost *y = &list->at[i];

		if (y->service.n == x->service.n && y->id.n > x->id.n &&
		    !text_equal(y->concern, x->concern) &&
		    (signpost_open(y->status) || y->status == SIGNPOST_SERVICE_GONE) &&
		    !given_since(list, y) && (!next || y->id.n < next->id.n))
			next = y;
	}
	return next;
}

static enum status answer(struct trouble *w, struct reminder *r, const char *concern,
                          const char *words)
{
	struct signpost_list list = { 0 };
	const struct signpost *next;
	struct signpost x;
	enum status rc = signpost_get(w->c->st, r->signpost, w->a, &x);

	if (rc != OK || !text_equal(x.concern, concern))
		return rc;
	rc = signposts_of_person(w->c->st, x.person, w->a, &list);
	next = rc == OK ? another(&list, &x) : NULL;
	if (next) {
		r->signpost = next->id;
	} else {
		r->state = REMINDER_DONE;
		r->done_on = w->s->today;
		r->outcome = words;
	}
	if (rc == OK)
		rc = reminder_update(w->c, r);
	return rc == OK && signpost_open(x.status) ? end_signpost(w, &x) : rc;
}

enum status service_gone_answered_in(struct session *s, struct change *c, struct person_id person,
                                     const char *concern, const char *words)
{
	struct arena a = { 0 };
	struct trouble w = { .s = s, .c = c, .a = &a };
	struct reminder_list list;
	enum status rc = reminders_open_of_person(c->st, person, &a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].signpost.n != 0 && text_equal(list.at[i].rule, RULE_SERVICE_GONE))
			rc = answer(&w, &list.at[i], concern, words);
	arena_reset(&a);
	return rc;
}
