#include "carter.h"

#include "test.h"

#include "base/clock.h"
#include "casework/safety.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/change.h"
#include "store/contact_points.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/reminders.h"
#include "store/safe_contacts.h"
#include "store/services.h"
#include "store/signposts.h"

static day on(const char *iso)
{
	day d;

	assert_true(day_parse_iso(str_of(iso), &d));
	return d;
}

static struct person_id add_person(struct change *c)
{
	struct person p = person_blank;
	struct person_id id;

	p.family_name = "Carter";
	p.given_name = "Jane";
	p.known_as = "Janie";
	p.born_on = on("1981-03-12");
	p.postcode = "LS6 2AB";
	p.council = "E08000035";
	p.stage = STAGE_IN_TREATMENT;
	p.stage_since = on("2026-10-20");
	p.stage_ends_on = on("2026-11-24");
	p.treatment = "radiotherapy";
	p.clinical_contact = "Ward 5, St James";
	p.clinical_phone = "0113 496 0155";
	p.knows_cancer = KNOWS_YES;
	p.created_on = on("2026-10-03");
	assert_int_equal(person_add(c, &p, &id), OK);
	return id;
}

static void add_safe(struct change *c, struct person_id jane)
{
	struct safe_contact safe = safe_contact_blank;
	struct contact_point phone = contact_point_blank;
	struct contact_point_id id;

	safe.person = jane;
	safe.ring = safe.text = safe.email = safe.visit = safe.other_may_answer = SAID_YES;
	safe.voicemail = safe.post = safe.partner_told = SAID_NO;
	safe.text_first = true;
	safe.set_on = on("2026-10-03");
	safe.set_by.n = 1;
	assert_int_equal(safe_contact_put(c, &safe), OK);
	phone.person = jane;
	phone.kind = CONTACT_POINT_PHONE;
	phone.value = "07700 900123";
	phone.label = "mobile";
	phone.whose = "hers alone";
	assert_int_equal(contact_point_add(c, &phone, &id), OK);
}

static void add_relation(struct change *c, struct person_id jane, const char *name,
                         enum relation_kind kind, enum asked knows)
{
	struct relation r = relation_blank;
	struct relation_id id;

	r.person = jane;
	r.name = name;
	r.kind = kind;
	r.phone = "07700 900999";
	r.knows_illness = r.knows_service = knows;
	assert_int_equal(relation_add(c, &r, &id), OK);
}

static struct signpost_id add_signpost(struct change *c, struct person_id jane, const char *name,
                                       const char *area)
{
	struct service service = service_blank;
	struct signpost s = signpost_blank;
	struct service_id service_id;
	struct signpost_id id;
	struct code_list areas = { 1, &area };

	service.name = name;
	service.phone = "0113 496 0200";
	service.status = SERVICE_ACTIVE;
	assert_int_equal(service_add(c, &service, &service_id), OK);
	assert_int_equal(service_areas_put(c, service_id, &areas), OK);
	s.person = jane;
	s.service = service_id;
	s.kind = SIGNPOST_REFERRED;
	s.consent = "name, number and the rent";
	s.given_on = s.status_on = on("2026-11-02");
	s.status = SIGNPOST_WAITING;
	s.by_account.n = 1;
	assert_int_equal(signpost_add(c, &s, &id), OK);
	assert_int_equal(derive_service(c, service_id), OK);
	return id;
}

static void add_reminder(struct change *c, struct person_id jane, const char *what, const char *due,
                         struct signpost_id signpost)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = jane;
	r.worker.n = 1;
	r.kind = signpost.n ? REMINDER_CHECK_BACK : REMINDER_FOLLOW_UP;
	r.what = what;
	r.due_on = r.first_due_on = on(due);
	r.signpost = signpost;
	r.state = REMINDER_OPEN;
	r.made_on = on("2026-11-02");
	r.by_account.n = 1;
	assert_int_equal(reminder_add(c, &r, &id), OK);
}

static void add_referral(struct change *c, struct person_id jane)
{
	struct referral r = referral_blank;
	struct referral_id id;

	r.person = jane;
	r.received_on = r.accepted_on = r.state_on = on("2026-10-03");
	r.first_contact_by = on("2026-10-10");
	r.first_contact_on = on("2026-10-06");
	r.source = "specialist_nurse";
	r.knows_referral = SAID_YES;
	r.state = REFERRAL_ACTIVE;
	r.worker.n = 1;
	assert_int_equal(referral_add(c, &r, &id), OK);
}

static void add_plan(struct change *c, struct person_id jane)
{
	struct assessment as = assessment_blank;
	struct plan plan = plan_blank;
	struct action action = action_blank;
	struct assessment_id assessment;
	struct action_id id;

	as.person = plan.person = action.person = jane;
	as.list = "clew-1";
	as.status = ASSESSMENT_PLAN_AGREED;
	as.mode = ASSESSMENT_BY_PHONE;
	as.on_day = plan.made_on = plan.agreed_on = action.made_on = on("2026-10-12");
	as.by_account.n = plan.by_account.n = 1;
	assert_int_equal(assessment_add(c, &as, &assessment), OK);
	plan.assessment = assessment;
	plan.status = PLAN_AGREED;
	assert_int_equal(plan_add(c, &plan, &action.plan), OK);
	action.kind = ACTION_WORKER_DOES;
	action.owner = OWNER_WORKER;
	action.what = "Ring the landlord";
	action.status = ACTION_NOT_STARTED;
	assert_int_equal(action_add(c, &action, &id), OK);
	action.kind = ACTION_PERSON_DOES;
	action.owner = OWNER_PERSON;
	action.what = "Ring her accountant";
	assert_int_equal(action_add(c, &action, &id), OK);
}

struct person_id carter_add(struct workplace *w)
{
	struct session *s = w->session;
	struct change c;
	struct person_id jane;
	struct signpost_id advice, lifts, none = { 0 };

	assert_int_equal(change_begin(&c, s->store, s->account.id, s->now - 86400, "Jane"), OK);
	jane = add_person(&c);
	add_safe(&c, jane);
	add_referral(&c, jane);
	add_relation(&c, jane, "Rosa Diaz", RELATION_FRIEND, SAID_YES);
	add_relation(&c, jane, "Samir Haddad", RELATION_PARTNER, SAID_NO);
	advice = add_signpost(&c, jane, "Citizens Advice Leeds", "E08000035");
	lifts = add_signpost(&c, jane, "Leeds Cancer Lifts", "E08000035");
	add_reminder(&c, jane, "Did Citizens Advice call about the rent?", "2026-11-21", advice);
	add_reminder(&c, jane, "Did the lifts work out?", "2026-11-30", lifts);
	add_reminder(&c, jane, "See how she is", "2026-12-01", none);
	add_reminder(&c, jane, "Go over the plan again", "2027-01-12", none);
	add_plan(&c, jane);
	assert_int_equal(derive_person(&c, jane), OK);
	assert_int_equal(change_end(&c, OK), OK);
	return jane;
}

struct person_id haddad_add(struct workplace *w)
{
	struct session *s = w->session;
	struct person p = person_blank;
	struct person_id id;
	struct change c;

	p.family_name = "Haddad";
	p.given_name = "Samir";
	p.restricted = true;
	p.created_on = s->today;
	assert_int_equal(change_begin(&c, s->store, s->account.id, s->now - 86400, "Samir"), OK);
	assert_int_equal(person_add(&c, &p, &id), OK);
	assert_int_equal(derive_person(&c, id), OK);
	assert_int_equal(change_end(&c, OK), OK);
	return id;
}

struct safety_note_id safety_note_add_for(struct workplace *w, struct person_id person)
{
	struct account was = w->session->account;
	struct safety_note n = safety_note_blank;
	struct problems problems = { 0 };
	struct safety_note_id id = { 0 };

	workplace_as(w, "mary");
	n.person = person;
	n.who = "A man in the car park, red coat";
	n.about = SAFETY_ENDING_LIFE;
	n.words = "There is no point in any of it";
	n.did = "Sat with him, rang 111 together";
	n.told_when = "9:10";
	assert_int_equal(casework_worry_about_safety(w->session, &n, &w->arena, &problems, &id),
	                 OK);
	w->session->account = was;
	return id;
}
