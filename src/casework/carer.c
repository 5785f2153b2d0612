#include "casework/relatives.h"

#include "act.h"
#include "duplicates.h"

#include "base/words.h"
#include "store/contact_points.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/safe_contacts.h"

#include <string.h>

/* Whoever looks after somebody becomes a person of their own. */
struct taking_in {
	struct session *s;
	struct arena *a;
	struct person person;     /* whom they look after, */
	struct relation relation; /* as is written there, */
	struct account_id worker; /* and who is there for both */
	struct received made;
};

/* "Diaz" and "Rosa" of "Rosa Diaz, friend". */
static void name_of(const char *written, struct arena *a, struct person *ret)
{
	struct str rest = str_of(written), name = { 0 };
	const char *text, *last;

	str_cut(&rest, ',', &name);
	text = arena_str(a, str_trim(name));
	last = strrchr(text, ' ');
	ret->family_name = last ? last + 1 : text;
	ret->given_name =
		last ? arena_str(a, str_trim((struct str){ text, (size_t)(last - text) })) : "";
}

static bool looks_after(const struct relation *x)
{
	return x->kind == RELATION_CARED_FOR_BY;
}

static enum status check(struct taking_in *t)
{
	const struct relation *x = &t->relation;

	if (!looks_after(x))
		return session_fail(t->s, E_CONFLICT,
		                    _("%s does not look after them. Nothing was saved."), x->name);
	if (x->other.n != 0)
		return session_fail(t->s, E_CONFLICT,
		                    _("They have a record already, %s. Nothing was saved."),
		                    person_ref(x->other, t->a));
	if (x->knows_illness != SAID_YES || x->knows_service != SAID_YES)
		return session_fail(t->s, E_CONFLICT,
		                    _("It is not known that %s knows of the illness and of us. Ask "
		                      "%s first. Nothing was saved."),
		                    x->name, person_them(&t->person, t->a));
	if (t->person.keep_apart || text_empty(x->name))
		return session_fail(t->s, E_CONFLICT, "%s",
		                    _("No link is made with somebody who is kept apart."));
	return OK;
}

static enum status read_them(struct taking_in *t, struct relation_id id)
{
	struct referral now;
	enum status rc = relation_get(t->s->store, id, t->a, &t->relation);

	if (rc == OK)
		rc = person_get(t->s->store, t->relation.person, t->a, &t->person);
	if (rc != OK)
		return rc;
	rc = referral_current(t->s->store, t->person.id, t->a, &now);
	if (rc == OK && referral_open(now.state))
		t->worker = now.worker;
	return rc == E_NOT_FOUND ? OK : rc;
}

static enum status add_reach_in(struct change *c, struct taking_in *t)
{
	struct safe_contact safe = safe_contact_blank;
	struct contact_point phone = contact_point_blank;
	struct contact_point_id id;
	enum status rc;

	safe.person = phone.person = t->made.person;
	rc = safe_contact_put(c, &safe);
	phone.kind = CONTACT_POINT_PHONE;
	phone.value = t->relation.phone;
	return rc == OK && !text_empty(phone.value) ? contact_point_add(c, &phone, &id) : rc;
}

static enum status add_time_in(struct change *c, struct taking_in *t)
{
	const struct form_from from = session_form_from(t->s);
	struct referral x = referral_blank;

	x.person = t->made.person;
	x.received_on = x.state_on = t->s->today;
	x.source = "family_or_friend";
	x.reason = arena_printf(t->a, _("Looks after %s"), person_ref(t->person.id, t->a));
	x.urgency = URGENCY_USUAL;
	x.worker = t->worker.n != 0 ? t->worker : t->s->account.id;
	x.state = REFERRAL_ACCEPTED;
	x.accepted_on = t->s->today;
	x.first_contact_by = first_contact_due(t->s->today, &from);
	t->made.first_contact_by = x.first_contact_by;
	return referral_add(c, &x, &t->made.referral);
}

/* They know of the illness: that is what the link stands on. Of the referral they are still asked. */
static enum status take_in(struct change *c, struct taking_in *t)
{
	struct person carer = person_blank;
	enum status rc;

	name_of(t->relation.name, t->a, &carer);
	carer.stage = STAGE_CARING;
	carer.stage_since = t->s->today;
	carer.knows_cancer = KNOWS_YES;
	carer.created_on = t->s->today;
	rc = person_add(c, &carer, &t->made.person);
	if (rc == OK)
		rc = add_reach_in(c, t);
	if (rc == OK)
		rc = add_time_in(c, t);
	t->relation.other = t->made.person;
	t->relation.name = "";
	if (rc == OK)
		rc = relation_update(c, &t->relation);
	if (rc == OK)
		rc = derive_person(c, t->made.person);
	carer.id = t->made.person;
	t->made.name = act_name(&carer, t->a);
	t->made.ref = person_ref(carer.id, t->a);
	t->made.worker = "";
	return rc;
}

enum status casework_carer_like(struct session *s, struct relation_id id, struct arena *a,
                                struct duplicate_list *ret)
{
	struct taking_in t = { .s = s, .a = a };
	struct person_details d = person_details_blank();
	struct duplicate_list hits = { 0 }, list = { 0 };
	enum status rc = session_store(s, read_them(&t, id));

	if (rc == OK)
		rc = casework_may_about(s, OP_CHANGE_PERSON, t.person.id);
	if (rc != OK)
		return rc;
	name_of(t.relation.name, a, &d.person);
	d.phones[0].value = t.relation.phone;
	if (!t.person.keep_apart)
		rc = duplicates_find(s, &d, a, &hits);
	for (size_t i = 0; rc == OK && i < hits.n; i++)
		if (hits.at[i].id.n != t.person.id.n)
			*ARENA_PUSH(a, &list) = hits.at[i];
	return rc == OK ? duplicates_told(s, d.person.family_name, &list, ret) : rc;
}

enum status casework_take_in_carer(struct session *s, struct relation_id id, struct arena *a,
                                   struct received *ret)
{
	struct taking_in t = { .s = s, .a = a };
	struct change c;
	enum status rc = session_store(s, read_them(&t, id));

	if (rc == OK)
		rc = casework_may_about(s, OP_CHANGE_PERSON, t.person.id);
	if (rc == OK)
		rc = check(&t);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_CHANGE_PERSON, &c, t.person.id,
	               arena_printf(a, _("a record for %s, who looks after %s"), t.relation.name,
	                            act_name(&t.person, a)));
	if (rc == OK)
		rc = take_in(&c, &t);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = t.made;
	return rc;
}
