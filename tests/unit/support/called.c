#include "called.h"

#include "test.h"

#include "fixture.h"

#include "model/none.h"
#include "store/change.h"
#include "store/contact_points.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"

static void begin(struct workplace *w, struct change *c)
{
	assert_int_equal(change_begin(c, w->session->store, w->session->account.id, w->session->now,
	                              "set the scene"),
	                 OK);
}

static void end(struct change *c, struct person_id p)
{
	assert_int_equal(derive_person(c, p), OK);
	assert_int_equal(change_end(c, OK), OK);
}

static void add_point(struct change *c, struct person_id p, struct contact_point x)
{
	struct contact_point_id id;

	x.person = p;
	x.struck_on = DAY_NONE;
	x.place = NUMBER_NONE;
	assert_int_equal(contact_point_add(c, &x, &id), OK);
}

static struct person_id add_person(struct workplace *w, struct change *c, const struct person *who)
{
	struct referral ref = referral_blank;
	struct referral_id referral;
	struct person_id p;

	assert_int_equal(person_add(c, who, &p), OK);
	ref.person = p;
	ref.source = "cns";
	ref.referrer = "Breast nurse";
	ref.received_on = w->session->today - 7;
	ref.state = REFERRAL_ACCEPTED;
	ref.state_on = ref.accepted_on = w->session->today - 7;
	ref.first_contact_by = w->session->today;
	ref.knows_referral = SAID_YES;
	ref.worker = w->session->account.id;
	assert_int_equal(referral_add(c, &ref, &referral), OK);
	return p;
}

static struct safe_contact janes(struct workplace *w, struct person_id p)
{
	struct safe_contact safe = safe_contact_blank;

	safe.person = p;
	safe.ring = safe.text = SAID_YES;
	safe.voicemail = safe.post = SAID_NO;
	safe.other_may_answer = safe.email = safe.visit = SAID_YES;
	safe.partner_told = SAID_NO;
	safe.text_first = true;
	safe.say = "Priya, from the Leeds office.";
	assert_true(day_parse_iso(STR("2026-10-03"), &safe.set_on));
	safe.set_by = w->session->account.id;
	return safe;
}

struct person_id called_jane(struct workplace *w)
{
	struct person jane = person_blank;
	struct safe_contact safe;
	struct change c;
	struct person_id p;

	jane.family_name = "Carter";
	jane.given_name = "Jane";
	jane.known_as = "Janie";
	jane.pronouns = "she/her";
	jane.knows_cancer = KNOWS_YES;
	jane.created_on = w->session->today - 7;
	assert_true(day_parse_iso(STR("1981-03-12"), &jane.born_on));
	begin(w, &c);
	p = add_person(w, &c, &jane);
	add_point(&c, p,
	          (struct contact_point){ .kind = CONTACT_POINT_PHONE,
	                                  .value = "07700900123",
	                                  .label = "mobile",
	                                  .whose = "hers alone" });
	add_point(&c, p,
	          (struct contact_point){ .kind = CONTACT_POINT_PHONE,
	                                  .value = "01134960123",
	                                  .label = "home",
	                                  .never_use = true });
	safe = janes(w, p);
	assert_int_equal(safe_contact_put(&c, &safe), OK);
	end(&c, p);
	return p;
}

struct person_id called_nobody_asked(struct workplace *w, const char *family)
{
	struct person who = person_blank;
	struct change c;
	struct person_id p;

	who.family_name = family;
	who.given_name = "Samir";
	who.created_on = w->session->today;
	begin(w, &c);
	p = add_person(w, &c, &who);
	add_point(&c, p,
	          (struct contact_point){ .kind = CONTACT_POINT_PHONE, .value = "01134960456" });
	end(&c, p);
	return p;
}

void called_set_safe(struct workplace *w, struct person_id p, const struct safe_contact *safe)
{
	struct safe_contact was, now = *safe;
	struct change c;

	assert_int_equal(safe_contact_get(w->session->store, p, &w->arena, &was), OK);
	now.person = p;
	now.ver = was.ver;
	begin(w, &c);
	assert_int_equal(safe_contact_put(&c, &now), OK);
	end(&c, p);
}

static void add_try(struct workplace *w, struct change *c, struct person_id p, const char *on,
                    int minute)
{
	struct contact x = contact_blank;
	struct contact_id id;

	x.person = p;
	assert_true(day_parse_iso(str_of(on), &x.on_day));
	x.at_minute = minute;
	x.outcome = CONTACT_NO_ANSWER;
	x.direction = CONTACT_OUT;
	x.mode = CONTACT_BY_PHONE;
	x.reached = REACHED_NO;
	x.by_account = w->session->account.id;
	assert_int_equal(contact_add(c, &x, &id), OK);
}

void called_tried_twice(struct workplace *w, struct person_id p)
{
	struct change c;

	begin(w, &c);
	add_try(w, &c, p, "2026-11-17", 9 * 60 + 40);
	add_try(w, &c, p, "2026-11-19", 14 * 60 + 10);
	end(&c, p);
}
