#include "casework/shift.h"

#include "act.h"
#include "asking.h"
#include "shifts.h"
#include "speaking.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/phone.h"
#include "model/places.h"
#include "store/accounts.h"
#include "store/contact_points.h"
#include "store/find.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"

/* ---- who is here ---- */

/* What is said when there is nobody, and when there is somebody who is nobody's to know of. */
#define NO_MATCH _("No match. Offer to take a message.")

static bool is_them(const struct visitor *v, const struct found_person *p, struct arena *a)
{
	const char *given = text_fold(str_trim(str_of(v->given_name)), a);

	return p->born_on == v->born_on && !p->died &&
	       text_equal(text_fold(str_of(p->family_name), a),
	                  text_fold(str_trim(str_of(v->family_name)), a)) &&
	       (text_equal(text_fold(str_of(p->given_name), a), given) ||
	        text_equal(text_fold(str_of(p->known_as), a), given));
}

#define MOST_SEEN 50 /* of one name */

/* The one person of that name and birth date; id 0: none, or several. */
static enum status find_them(struct session *s, const struct visitor *v, struct arena *a,
                             struct person *ret)
{
	const struct find_people how = { .text = arena_printf(a, "%s %s", v->family_name,
		                                              v->given_name),
		                         .limit = MOST_SEEN,
		                         .for_volunteer = true };
	struct found_people found = { 0 };
	struct person_id them = { 0 };
	size_t n = 0;
	enum status rc = people_find(s->store, &how, a, &found);

	*ret = person_blank;
	for (size_t i = 0; rc == OK && i < found.n; i++)
		if (is_them(v, &found.at[i], a) && n++ == 0)
			them = found.at[i].id;
	if (rc == OK && n == 1)
		rc = person_get(s->store, them, a, ret);
	return session_store(s, rc);
}

static enum status tell_worker_in(struct change *c, struct session *s, struct person_id person,
                                  const char *words, struct arena *a)
{
	struct message m = message_blank;
	struct message_id id;
	enum status rc = shift_worker(s, person, a, &m.for_account);

	m.person = person;
	m.kind = MESSAGE_TAKEN;
	m.words = words;
	m.taken_by = s->account.id;
	m.taken_on = s->today;
	m.taken_minute = s->minute;
	return rc == OK ? message_add(c, &m, &id) : rc;
}

/* The list for today comes first: only then is it an act about them that this account may do. */
static enum status let_in(struct session *s, const struct person *p, struct arena *a)
{
	struct access leave = access_blank;
	struct change c = { 0 };
	enum status rc = act_begin(s, OP_MEET_VISITOR, &c, p->id,
	                           arena_printf(a, _("%s is here"), act_name(p, a)));

	c.kind = "access";
	leave.person = p->id;
	leave.account = s->account.id;
	leave.kind = ACCESS_SHIFT;
	leave.reason = ACCESS_HERE;
	if (rc == OK)
		rc = shift_add_in(&c, s, leave, s->today);
	if (rc == OK)
		rc = tell_worker_in(&c, s, p->id,
		                    arena_printf(a, _("Is here, with %s, %s"), s->account.name,
		                                 minute_text(s->minute, a)),
		                    a);
	return act_end(s, &c, rc);
}

/* Not the name that was asked for: whoever is not here has no business in the file. */
static enum status note_no_match(struct session *s)
{
	const struct note_event asked = { .kind = "look",
		                          .who = s->account.id,
		                          .at = s->now,
		                          .what = _("asked for a visitor: no match") };

	return session_store(s, change_note(s->store, &asked));
}

enum status casework_meet_visitor(struct session *s, const struct visitor *v, struct arena *a,
                                  struct met *ret)
{
	struct account_id worker = { 0 };
	struct account to = { .name = "" };
	struct person p;
	enum status rc = casework_may(s, OP_MEET_VISITOR);

	if (rc != OK)
		return rc;
	if (text_empty(v->family_name) || text_empty(v->given_name) || v->born_on == DAY_NONE)
		return session_fail(s, E_INVALID, "%s",
		                    _("Both names and the birth date, as they say them."));
	rc = find_them(s, v, a, &p);
	if (rc == OK && p.id.n == 0) {
		rc = note_no_match(s);
		if (rc == OK)
			*ret = (struct met){ .said = NO_MATCH };
		return rc;
	}
	if (rc == OK)
		rc = let_in(s, &p, a);
	if (rc == OK)
		rc = shift_worker(s, p.id, a, &worker);
	if (rc == OK && worker.n != 0)
		rc = session_store(s, account_get(s->store, worker, a, &to));
	if (rc != OK)
		return rc;
	ret->person = p.id;
	ret->said = text_empty(to.name)
	                    ? _("On your list for today. Whoever is on duty is told.")
	                    : arena_printf(a, _("On your list for today. %s is told."), to.name);
	return OK;
}

/* ---- what is seen of them ---- */

static const char *phones_text(const struct contact_point_list *points, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < points->n; i++) {
		const struct contact_point *x = &points->at[i];
		const char *label = text_empty(x->whose) ? x->label : x->whose;

		if (x->kind == CONTACT_POINT_PHONE && contact_point_usable(x))
			text = arena_printf(a, "%s%s%s%s%s", text, *text ? "; " : "",
			                    phone_shown(x->value, a), *label ? " " : "", label);
	}
	return text;
}

static const char *with_whom(struct session *s, struct account_id id, struct arena *a)
{
	struct account x;

	if (id.n == 0 || account_get(s->store, id, a, &x) != OK)
		return _("whoever is on duty");
	return x.name;
}

/* When, and with whom: what for is their worker's to say. */
static enum status plan_text(struct session *s, struct person_id person, struct arena *a,
                             const char **ret)
{
	struct reminder_list list = { 0 };
	const char *text = "";
	bool other = false;
	enum status rc = reminders_open_of_person(s->store, person, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];

		if (r->due_on != s->today)
			continue;
		if (r->due_minute == MINUTE_NONE) {
			other = true;
			continue;
		}
		text = arena_printf(a, _("%s%s%s with %s"), text, *text ? "; " : "",
		                    minute_text(r->due_minute, a), with_whom(s, r->worker, a));
	}
	if (rc == OK && *text == '\0')
		text = other ? _("something is due today: ask their worker")
		             : _("nothing is arranged for today");
	if (rc == OK)
		*ret = text;
	return rc;
}

static enum status fill_view(struct session *s, struct person_id person, struct arena *a,
                             struct visit_view *v)
{
	struct contact_point_list points = { 0 };
	struct safe_contact safe = safe_contact_blank;
	struct account_id worker = { 0 };
	struct person p;
	enum status rc = person_get(s->store, person, a, &p);

	if (rc == OK)
		rc = safe_contact_get(s->store, person, a, &safe);
	if (rc == OK)
		rc = contact_points_of_person(s->store, person, a, &points);
	if (rc == OK)
		rc = plan_text(s, person, a, &v->plan);
	if (rc == OK)
		rc = speaks_for_text(s, person, &safe, a, &v->speaks_for);
	if (rc != OK)
		return session_store(s, rc);
	rc = shift_worker(s, person, a, &worker);
	v->worker = worker.n == 0 ? _("nobody yet") : with_whom(s, worker, a);
	v->say = safe.say;
	v->hours = safe.hours;
	v->address = p.address;
	v->postcode = p.postcode;
	v->phones = phones_text(&points, a);
	return rc;
}

enum status casework_visit(struct session *s, struct person_id person, struct arena *a,
                           struct visit_view *ret)
{
	struct visit_view v = { 0 };
	enum status rc = act_read(s, OP_OPEN_CONTACT_DETAILS, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = fill_view(s, person, a, &v);
	if (rc == OK)
		*ret = v;
	return rc;
}

/* ---- mending ---- */

/* What is different, in words; "" when nothing is. */
static const char *mended(const struct mend *m, const struct person *p, bool phone, struct arena *a)
{
	const char *text = "";

	if (!text_empty(m->address) && !text_equal(m->address, p->address))
		text = arena_printf(a, _("address, was “%s”"),
		                    text_empty(p->address) ? _("none") : p->address);
	if (!text_empty(m->postcode) && !text_equal(m->postcode, p->postcode))
		text = arena_printf(a, _("%s%spostcode, was %s"), text, *text ? "; " : "",
		                    text_empty(p->postcode) ? _("none") : p->postcode);
	if (phone)
		text = arena_printf(a, _("%s%sa new number, %s: does the old one go?"), text,
		                    *text ? "; " : "", phone_shown(m->phone, a));
	return text;
}

static bool has_phone(const struct contact_point_list *points, const char *phone, struct arena *a)
{
	const char *digits = phone_digits(phone, a);

	for (size_t i = 0; i < points->n; i++)
		if (contact_point_usable(&points->at[i]) &&
		    text_equal(digits, phone_digits(points->at[i].value, a)))
			return true;
	return false;
}

static enum status check_mend(struct session *s, struct mend *m, struct arena *a)
{
	const char *postcode = text_empty(m->postcode) ? "" : postcode_normalise(m->postcode, a);

	if (!postcode)
		return session_fail(s, E_INVALID, _("%s is no whole postcode. Nothing was saved."),
		                    m->postcode);
	if (!text_empty(m->phone) && !phone_plausible(m->phone))
		return session_fail(s, E_INVALID,
		                    _("%s is no number that can be rung. Nothing was saved."),
		                    m->phone);
	m->postcode = postcode;
	return OK;
}

static enum status mend_in(struct change *c, struct session *s, const struct mend *m,
                           struct person *p, bool phone)
{
	struct contact_point point = contact_point_blank;
	struct contact_point_id id;
	bool address = !text_empty(m->address) || !text_empty(m->postcode);
	enum status rc = OK;

	point.person = m->person;
	point.kind = CONTACT_POINT_PHONE;
	point.value = m->phone;
	if (phone) {
		rc = contact_point_add(c, &point, &id);
		if (rc == OK)
			rc = ask_safe_again_in(c, s, m->person, ASK_NUMBER);
	}
	if (!text_empty(m->address))
		p->address = m->address;
	if (!text_empty(m->postcode))
		p->postcode = m->postcode;
	if (rc == OK && address)
		rc = person_update(c, p);
	if (rc == OK && address)
		rc = ask_safe_again_in(c, s, m->person, ASK_ADDRESS);
	return rc;
}

enum status casework_mend(struct session *s, const struct mend *in, struct arena *a,
                          const char **said)
{
	struct mend m = *in;
	struct contact_point_list points = { 0 };
	struct change c = { 0 };
	struct person p;
	const char *what;
	bool phone;
	enum status rc = act_begin(s, OP_MEND_REACH, &c, m.person, _("address or number mended"));

	if (rc == OK)
		rc = check_mend(s, &m, a);
	if (rc == OK)
		rc = session_store(s, person_get(s->store, m.person, a, &p));
	if (rc == OK)
		rc = session_store(s, contact_points_of_person(s->store, m.person, a, &points));
	if (rc != OK)
		return act_end(s, &c, rc);
	phone = !text_empty(m.phone) && !has_phone(&points, m.phone, a);
	what = mended(&m, &p, phone, a);
	if (text_empty(what))
		rc = session_fail(s, E_INVALID, "%s",
		                  _("That is as it stands already. Nothing was saved."));
	if (rc == OK)
		rc = mend_in(&c, s, &m, &p, phone);
	if (rc == OK)
		rc = tell_worker_in(&c, s, m.person,
		                    arena_printf(a, _("Mended, to be looked at: %s"), what), a);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(a, _("Saved. Their worker is told: %s."), what);
	return rc;
}
