#include "jane_assessed.h"

#include "test.h"

#include "fixture.h"

#include "base/attr.h"

#include <string.h>

#include "casework/assess.h"
#include "model/none.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/safe_contact.h"
#include "store/change.h"
#include "store/contact_points.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"

static void begin(struct workplace *w, struct change *c)
{
	assert_int_equal(change_begin(c, w->session->store, w->session->account.id, w->session->now,
	                              "made for a test"),
	                 OK);
}

static void refer(struct workplace *w, struct change *c, struct person_id p)
{
	struct referral r = referral_blank;
	struct referral_id id;

	r.person = p;
	r.source = "nurse";
	r.received_on = w->session->today - 7;
	r.state = REFERRAL_ACCEPTED;
	r.state_on = r.received_on;
	r.accepted_on = r.received_on;
	r.first_contact_by = w->session->today;
	r.urgency = URGENCY_USUAL;
	r.knows_referral = SAID_YES;
	r.worker = w->session->account.id;
	assert_int_equal(referral_add(c, &r, &id), OK);
}

static void make_safe(struct workplace *w, struct change *c, struct person_id p)
{
	struct contact_point point = contact_point_blank;
	struct contact_point_id id;
	struct safe_contact safe;

	assert_int_equal(safe_contact_get(w->session->store, p, &w->arena, &safe), OK);
	safe.ring = SAID_YES;
	safe.other_may_answer = SAID_NO;
	safe.voicemail = SAID_NO;
	safe.text = SAID_YES;
	safe.email = SAID_YES;
	safe.post = SAID_NO;
	safe.visit = SAID_YES;
	safe.text_first = true;
	safe.partner_told = SAID_NO;
	safe.set_on = w->session->today - 51;
	safe.set_by = w->session->account.id;
	assert_int_equal(safe_contact_put(c, &safe), OK);
	point.person = p;
	point.kind = CONTACT_POINT_PHONE;
	point.value = "07700 900123";
	point.label = "mobile";
	point.whose = "hers alone";
	assert_int_equal(contact_point_add(c, &point, &id), OK);
}

struct person_id jane_add(struct workplace *w)
{
	struct change c;
	struct person p = person_blank;
	struct person_id id;

	begin(w, &c);
	p.family_name = "Carter";
	p.given_name = "Jane";
	p.known_as = "Janie";
	p.pronouns = "she/her";
	p.sex = SEX_FEMALE;
	p.cancer_group = "breast";
	p.stage = STAGE_IN_TREATMENT;
	p.stage_since = w->session->today - 30;
	p.knows_cancer = KNOWS_YES;
	p.matters = "I want to keep my studio open and not lose the flat.";
	p.alert_phone = "0113 496 0199";
	p.created_on = w->session->today - 7;
	assert_true(day_parse_iso(STR("1981-03-12"), &p.born_on));
	assert_int_equal(person_add(&c, &p, &id), OK);
	refer(w, &c, id);
	make_safe(w, &c, id);
	assert_int_equal(derive_person(&c, id), OK);
	assert_int_equal(change_end(&c, OK), OK);
	return id;
}

struct person_id somebody_add(struct workplace *w, const char *family_name)
{
	struct change c;
	struct person p = person_blank;
	struct person_id id;

	begin(w, &c);
	p.family_name = family_name;
	p.created_on = w->session->today;
	assert_int_equal(person_add(&c, &p, &id), OK);
	refer(w, &c, id);
	assert_int_equal(derive_person(&c, id), OK);
	assert_int_equal(change_end(&c, OK), OK);
	return id;
}

void jane_assessed_before(struct workplace *w, struct person_id jane)
{
	static const struct {
		const char *code;
		int score, matters;
		const char *words;
	} was[] = {
		{ "practical.money", 9, 1, "The rent is due on the 1st." },
		{ "practical.care", 5, 2, "" },
		{ "practical.travel", 7, 3, "" },
		{ "practical.household", 3, NUMBER_NONE, "" },
		{ "emotional.low", 2, NUMBER_NONE, "" },
	};
	struct new_assessment n = { .minutes = 35, .note = "" };
	struct assessment_start start;
	struct assessment_id id;

	workplace_days_later(w, -51);
	assert_int_equal(casework_begin_assessment(w->session, jane, &w->arena, &start), OK);
	n.header = start.header;
	n.header.overall = 6;
	n.header.agreed_keep = SAID_YES;
	n.header.agreed_share = SAID_YES;
	for (size_t i = 0; i < COUNT_OF(was); i++) {
		struct concern *c = ARENA_PUSH(&w->arena, &n.concerns);

		*c = concern_blank;
		c->code = was[i].code;
		c->answer = CONCERN_SCORED;
		c->score = was[i].score;
		c->matters = was[i].matters;
		c->own_words = was[i].words;
	}
	if (casework_complete_assessment(w->session, &n, &id) != OK)
		fail_msg("%s", session_fault(w->session));
	workplace_days_later(w, 51);
}
