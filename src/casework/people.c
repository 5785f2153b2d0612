#include "casework/people.h"

#include "act.h"
#include "duplicates.h"
#include "restricting.h"
#include "shifts.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/contact_points.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"

struct form_from session_form_from(const struct session *s)
{
	return (struct form_from){ s->today, &s->holidays, s->service.first_contact_days };
}

static bool takes_people(const struct account *x)
{
	return x->disabled_at == 0 && (x->roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) != 0;
}

enum status casework_workers(struct session *s, struct arena *a, struct account_list *ret)
{
	struct account_list all, list = { 0 };
	enum status rc = casework_may(s, OP_SEE_ACCOUNTS);

	if (rc != OK)
		return rc;
	rc = session_store(s, accounts_all(s->store, a, &all));
	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (takes_people(&all.at[i]))
			*ARENA_PUSH(a, &list) = all.at[i];
	if (rc == OK)
		*ret = list;
	return rc;
}

/* ---- receiving ---- */

static enum status find_worker(struct session *s, const char *login, struct arena *a,
                               struct account *ret)
{
	enum status rc;

	*ret = (struct account){ .name = "" };
	if (text_empty(login))
		return OK;
	rc = account_by_login(s->store, login, a, ret);
	if (rc == E_NOT_FOUND || (rc == OK && !takes_people(ret)))
		return session_fail(s, E_INVALID, _("%s takes nobody on here. Nothing was saved."),
		                    login);
	return session_store(s, rc);
}

static enum status check_new(struct session *s, const struct new_referral *in)
{
	if (text_empty(in->referral.source))
		return session_fail(s, E_INVALID, "%s",
		                    _("Who is ringing is needed. Nothing was saved."));
	if (in->person.n == 0 && text_empty(in->about.person.family_name))
		return session_fail(s, E_INVALID, "%s",
		                    _("A family name is needed. Nothing was saved."));
	return OK;
}

/*
 * Somebody who is with us already has no second time with us beside it. Looked at in the change: two
 * colleagues may be taking the same call.
 */
static enum status check_again_in(struct session *s, struct person_id id, struct arena *a)
{
	struct referral now;
	struct person p;
	enum status rc = person_get(s->store, id, a, &p);

	if (rc != OK)
		return session_store(s, rc);
	if (person_died(&p))
		return session_fail(s, E_CONFLICT, _("%s died. Nothing was saved."),
		                    act_name_seen(s, &p, a));
	rc = referral_current(s->store, id, a, &now);
	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK && referral_open(now.state))
		return session_fail(s, E_CONFLICT,
		                    _("%s is with us, referred on %s. Nothing was saved: write it "
		                      "down as a contact."),
		                    act_name_seen(s, &p, a),
		                    day_short(now.received_on, s->today, a));
	return session_store(s, rc);
}

static bool asked_anything(const struct safe_contact *x)
{
	const enum asked answers[] = { x->ring,      x->other_may_answer,
		                       x->voicemail, x->text,
		                       x->email,     x->post,
		                       x->visit,     x->partner_told };

	for (size_t i = 0; i < COUNT_OF(answers); i++)
		if (answers[i] != NOT_ASKED)
			return true;
	return x->danger || x->text_first || x->withhold_number || x->visit_in_two ||
	       !text_empty(x->say) || !text_empty(x->note) || !text_empty(x->hours);
}

/* The row is there from the beginning; set on a day only when something was asked. */
static enum status add_safe_in(struct change *c, const struct session *s,
                               const struct person_details *d, struct person_id id)
{
	struct safe_contact safe = d->safe;

	safe.person = id;
	safe.ver = 0;
	if (asked_anything(&safe)) {
		safe.set_on = s->today;
		safe.set_by = s->account.id;
	}
	return safe_contact_put(c, &safe);
}

static enum status add_point_in(struct change *c, const struct contact_point *point,
                                struct person_id id)
{
	struct contact_point x = *point;
	struct contact_point_id made;

	if (text_empty(x.value))
		return OK;
	x.person = id;
	return contact_point_add(c, &x, &made);
}

static enum status add_person_in(struct change *c, const struct session *s,
                                 const struct person_details *d, struct person_id *ret)
{
	struct person p = d->person;
	enum status rc;

	p.created_on = s->today;
	rc = person_add(c, &p, ret);
	if (rc == OK)
		rc = add_safe_in(c, s, d, *ret);
	for (size_t i = 0; rc == OK && i < DETAILS_PHONES; i++)
		rc = add_point_in(c, &d->phones[i], *ret);
	if (rc == OK)
		rc = add_point_in(c, &d->email, *ret);
	return rc;
}

static enum status add_referral_in(struct change *c, const struct session *s,
                                   const struct new_referral *in, struct received *r,
                                   struct account_id worker)
{
	const struct form_from from = session_form_from(s);
	struct referral x = in->referral;

	x.person = r->person;
	if (x.received_on == DAY_NONE)
		x.received_on = s->today;
	if (x.first_contact_by == DAY_NONE)
		x.first_contact_by = first_contact_due(x.received_on, &from);
	x.worker = worker;
	x.state = worker.n != 0 ? REFERRAL_ACCEPTED : REFERRAL_RECEIVED;
	x.state_on = s->today;
	x.accepted_on = worker.n != 0 ? s->today : DAY_NONE;
	r->first_contact_by = x.first_contact_by;
	return referral_add(c, &x, &r->referral);
}

/* "CL-000412, CL-000500" */
static const char *refs_text(const struct duplicate_list *hits, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < hits->n; i++)
		text = arena_printf(a, "%s%s%s", text, i ? ", " : "", hits->at[i].ref);
	return text;
}

/* What a volunteer may not be told of by name, the coordinators are. */
static enum status tell_coordinators_in(struct change *c, const struct session *s,
                                        const struct duplicate_list *hits, const struct received *r,
                                        struct arena *a)
{
	struct message x = message_blank;
	struct message_id id;

	x.person = r->person;
	x.kind = MESSAGE_TAKEN;
	x.from_whom = s->account.name;
	x.words =
		arena_printf(a, _("%s (%s) may be here already, as %s. Look whether they are one"),
	                     r->name, r->ref, refs_text(hits, a));
	x.taken_by = s->account.id;
	x.taken_on = s->today;
	x.taken_minute = s->minute;
	return message_add(c, &x, &id);
}

/* Whoever takes somebody in can mend what they wrote until the shift ends (care 37). */
static enum status keep_access_in(struct change *c, struct session *s, struct person_id person)
{
	struct access leave = access_blank;

	leave.person = person;
	leave.account = s->account.id;
	leave.kind = ACCESS_INTAKE;
	leave.reason = ACCESS_TAKEN_IN;
	return shift_add_in(c, s, leave, s->today);
}

static enum status receive_in(struct change *c, struct session *s, const struct new_referral *in,
                              struct received *r, struct account_id worker, struct arena *a)
{
	bool named = false;
	enum status rc;

	r->person = in->person;
	if (r->person.n == 0)
		rc = add_person_in(c, s, &in->about, &r->person);
	else
		rc = check_again_in(s, r->person, a);
	c->person = r->person;
	if (rc == OK && in->person.n != 0 && worker.n != 0)
		rc = name_taker_in(s, c, r->person, worker, &named);
	if (rc == OK)
		rc = add_referral_in(c, s, in, r, worker);
	if (rc == OK && !session_knows_people(s))
		rc = keep_access_in(c, s, r->person);
	return rc;
}

static enum status name_of(struct session *s, const struct new_referral *in, struct arena *a,
                           const char **ret)
{
	struct person p;
	enum status rc;

	if (in->person.n == 0) {
		*ret = act_name(&in->about.person, a);
		return OK;
	}
	rc = session_store(s, person_get(s->store, in->person, a, &p));
	if (rc == OK)
		*ret = act_name_seen(s, &p, a);
	return rc;
}

enum status casework_receive_referral(struct session *s, const struct new_referral *in,
                                      struct arena *a, struct received *ret)
{
	struct duplicate_list hits = { 0 };
	struct received r = { .name = "" };
	struct account worker;
	struct change c;
	enum status rc = casework_may_about(s, OP_RECEIVE_REFERRAL, in->person);

	if (rc == OK)
		rc = check_new(s, in);
	if (rc == OK)
		rc = name_of(s, in, a, &r.name);
	if (rc == OK)
		rc = find_worker(s, in->worker, a, &worker);
	if (rc == OK && in->person.n == 0)
		rc = duplicates_find(s, &in->about, a, &hits);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_RECEIVE_REFERRAL, &c, in->person,
	               arena_printf(a, _("referral of %s"), r.name));
	if (rc == OK)
		rc = receive_in(&c, s, in, &r, worker.id, a);
	r.ref = person_ref(r.person, a);
	r.worker = worker.name;
	if (rc == OK && hits.n > 0 && !session_knows_people(s))
		rc = tell_coordinators_in(&c, s, &hits, &r, a);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = r;
	return rc;
}
