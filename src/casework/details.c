#include "casework/people.h"

#include "act.h"
#include "answering.h"
#include "asking.h"
#include "stage_rules.h"

#include "base/words.h"
#include "model/phone.h"
#include "store/contact_points.h"
#include "store/people.h"
#include "store/safe_contacts.h"

#include <string.h>

static void take_point(struct person_details *d, const struct contact_point *p, size_t *phones)
{
	if (p->struck_on != DAY_NONE)
		return;
	if (p->kind == CONTACT_POINT_PHONE && *phones < DETAILS_PHONES)
		d->phones[(*phones)++] = *p;
	else if (p->kind == CONTACT_POINT_EMAIL && d->email.id.n == 0)
		d->email = *p;
}

/* What the form shows of the record, as it is stored now. */
static enum status read_details(struct session *s, struct person_id id, struct arena *a,
                                struct person_details *ret)
{
	struct person_details d = person_details_blank();
	struct contact_point_list points;
	enum status rc = person_get(s->store, id, a, &d.person);
	size_t phones = 0;

	if (rc == OK)
		rc = safe_contact_get(s->store, id, a, &d.safe);
	if (rc == OK)
		rc = contact_points_of_person(s->store, id, a, &points);
	if (rc != OK)
		return session_store(s, rc);
	d.safe.person = id;
	for (size_t i = 0; i < points.n; i++)
		take_point(&d, &points.at[i], &phones);
	*ret = d;
	return OK;
}

enum status casework_details(struct session *s, struct person_id id, struct arena *a,
                             struct person_details *ret)
{
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, id);

	return rc == OK ? read_details(s, id, a, ret) : rc;
}

static enum status change_point_in(struct change *c, struct session *s,
                                   const struct contact_point *was, const struct contact_point *now,
                                   struct person_id person)
{
	struct contact_point x = *now;
	struct contact_point_id made;

	x.person = person;
	if (now->id.n == 0)
		return text_empty(now->value) ? OK : contact_point_add(c, &x, &made);
	if (now->id.n != was->id.n) /* it is not theirs, or was struck out meanwhile */
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed these numbers meanwhile."));
	if (text_equal(was->value, now->value) && text_equal(was->whose, now->whose) &&
	    was->never_use == now->never_use)
		return OK;
	if (text_empty(now->value)) {
		x.value = was->value;
		x.struck_on = s->today;
	}
	return contact_point_update(c, &x);
}

static enum status set_safe_in(struct change *c, struct session *s, const struct safe_contact *safe,
                               struct person_id person)
{
	struct safe_contact x = *safe;
	enum status rc;

	x.person = person;
	x.ask_because = "";
	x.set_on = s->today;
	x.set_by = s->account.id;
	rc = safe_contact_put(c, &x);
	return rc == OK ? answer_in(s, c, person, DEED_ASKED_SAFE, _("Asked")) : rc;
}

/*
 * Do two records say the same? By the words a form shows for them, which is what somebody changed
 * or did not.
 */
static bool same_values(const struct person_details *x, const struct person_details *y,
                        struct arena *a)
{
	struct values of_x = person_values(x, a), of_y = person_values(y, a);

	for (size_t i = 0; i < of_x.n; i++)
		if (!text_equal(of_x.at[i].text, values_get(&of_y, of_x.at[i].name)))
			return false;
	return true;
}

/* The whole of x but one part, which is was's: to ask whether that part alone differs. */
static bool person_differs(const struct person_details *was, const struct person_details *now,
                           struct arena *a)
{
	struct person_details x = *was;

	x.person = now->person;
	return !same_values(was, &x, a) || was->person.restricted != now->person.restricted;
}

static bool safe_differs(const struct person_details *was, const struct person_details *now,
                         struct arena *a)
{
	struct person_details x = *was;

	x.safe = now->safe;
	return !same_values(was, &x, a);
}

static bool number_changed(const struct person_details *was, const struct person_details *now)
{
	for (size_t i = 0; i < DETAILS_PHONES; i++)
		if (!text_equal(was->phones[i].value, now->phones[i].value))
			return true;
	return !text_equal(was->email.value, now->email.value);
}

static bool moved(const struct person_details *was, const struct person_details *now)
{
	return !text_equal(was->person.address, now->person.address) ||
	       !text_equal(was->person.postcode, now->person.postcode);
}

/* What was asked just now is asked; else what changed is to be asked about. */
static enum status change_safe_in(struct change *c, struct session *s,
                                  const struct person_details *was, const struct person_details *d,
                                  struct arena *a)
{
	enum status rc = OK;

	if (safe_differs(was, d, a))
		return set_safe_in(c, s, &d->safe, d->person.id);
	if (number_changed(was, d))
		rc = ask_safe_again_in(c, s, d->person.id, ASK_NUMBER);
	if (rc == OK && moved(was, d))
		rc = ask_safe_again_in(c, s, d->person.id, ASK_ADDRESS);
	return rc;
}

static enum status change_in(struct change *c, struct session *s, const struct person_details *was,
                             const struct person_details *d, struct arena *a)
{
	enum status rc = OK;

	if (person_differs(was, d, a))
		rc = person_update(c, &d->person);
	if (rc == OK && d->person.stage != was->person.stage)
		rc = stage_rules_in(s, c, &d->person);
	if (rc == OK)
		rc = change_safe_in(c, s, was, d, a);
	for (size_t i = 0; rc == OK && i < DETAILS_PHONES; i++)
		rc = change_point_in(c, s, &was->phones[i], &d->phones[i], d->person.id);
	if (rc == OK)
		rc = change_point_in(c, s, &was->email, &d->email, d->person.id);
	return rc;
}

/* A number that only looks different, for its blanks, stays as it was written. */
static void keep_as_written(const struct person_details *was, struct person_details *now,
                            struct arena *a)
{
	for (size_t i = 0; i < DETAILS_PHONES; i++)
		if (now->phones[i].id.n != 0 && text_equal(phone_shown(was->phones[i].value, a),
		                                           phone_shown(now->phones[i].value, a)))
			now->phones[i].value = was->phones[i].value;
}

enum status casework_change_details(struct session *s, const struct person_details *d)
{
	struct arena a = { 0 };
	struct person_details was, now = *d;
	struct change c;
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, d->person.id);

	if (rc == OK)
		rc = read_details(s, d->person.id, &a, &was);
	if (rc == OK) {
		now.person.restricted = was.person.restricted; /* restricted.h alone changes it */
		keep_as_written(&was, &now, &a);
	}
	if (rc == OK && text_empty(d->person.family_name))
		rc = session_fail(s, E_INVALID, "%s",
		                  _("A family name is needed. Nothing was saved."));
	if (rc == OK && !same_values(&was, &now, &a)) {
		rc = act_begin(s, OP_CHANGE_PERSON, &c, d->person.id,
		               arena_printf(&a, _("details of %s"), act_name(&d->person, &a)));
		if (rc == OK)
			rc = change_in(&c, s, &was, &now, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_set_safe_contact(struct session *s, const struct safe_contact *safe)
{
	struct arena a = { 0 };
	struct person p;
	struct change c;
	enum status rc = session_store(s, person_get(s->store, safe->person, &a, &p));

	if (rc == OK) {
		rc = act_begin(s, OP_CHANGE_PERSON, &c, safe->person,
		               arena_printf(&a, _("what is safe for %s"), act_name(&p, &a)));
		if (rc == OK)
			rc = set_safe_in(&c, s, safe, safe->person);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
