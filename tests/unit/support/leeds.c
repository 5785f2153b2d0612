#include "leeds.h"

#include "test.h"

#include "model/assessment.h"
#include "model/concern.h"
#include "model/none.h"
#include "model/person.h"
#include "model/plan.h"
#include "model/referral.h"
#include "model/safe_contact.h"
#include "model/signpost.h"
#include "store/assessments.h"
#include "store/change.h"
#include "store/concerns.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/safe_contacts.h"
#include "store/services.h"
#include "store/signposts.h"

#define LEEDS    "E08000035"
#define BRADFORD "E08000032"
#define ENGLAND  "E92000001"
#define UK       "K02000001"

static void begin(struct workplace *w, struct change *c)
{
	struct session *s = w->session;

	assert_int_equal(change_begin(c, s->store, s->account.id, s->now, "made for a test"), OK);
}

static struct service_id add(struct change *c, const struct service *x, const char *concern,
                             const char *area)
{
	struct service_id id;
	const char *concerns[] = { concern }, *areas[] = { area };

	assert_int_equal(service_add(c, x, &id), OK);
	assert_int_equal(service_concerns_put(c, id, &(struct code_list){ 1, concerns }), OK);
	assert_int_equal(service_areas_put(c, id, &(struct code_list){ area ? 1 : 0, areas }), OK);
	assert_int_equal(derive_service(c, id), OK);
	return id;
}

static void checked(struct service *x, day today, int days)
{
	if (days < 0)
		return;
	x->last_checked = today - days;
	x->checked_how = CHECKED_PHONED;
	x->checked_by.n = 1;
}

struct service_id leeds_service(struct workplace *w, const struct service *x, const char *concern,
                                const char *area, int days)
{
	struct service service = *x;
	struct service_id id;
	struct change c;

	checked(&service, w->session->today, days);
	begin(w, &c);
	id = add(&c, &service, concern, area);
	assert_int_equal(change_end(&c, OK), OK);
	return id;
}

/* used times with John, whom it helped so many times. */
static void use(struct change *c, struct person_id john, struct service_id service, int known,
                int helped, day today)
{
	for (int i = 0; i < known; i++) {
		struct signpost x = signpost_blank;
		struct signpost_id id;

		x.person = john;
		x.service = service;
		x.concern = "practical.money";
		x.kind = SIGNPOST_TOLD;
		x.given_on = today - 100;
		x.status = SIGNPOST_COMPLETED;
		x.status_on = x.outcome_on = today - 60;
		x.helped = i < helped ? HELPED_YES : HELPED_NO;
		x.by_account.n = 1;
		assert_int_equal(signpost_add(c, &x, &id), OK);
	}
	assert_int_equal(derive_service(c, service), OK);
}

// clang-format off
static const struct {
	const char *name, *description, *attendance, *access, *cost, *area, *phone, *postcode;
	int wait, days, known, helped;
} fitting[] = {
	{ "Citizens Advice Leeds", "debt, benefits and housing advice", "venue;phone", "drop-in", "free",
	  LEEDS, "01134960100", "LS1 3AD", 2, 3, 19, 14 },
	{ "Macmillan Support Line", "money and work advice by phone", "phone", "self-referral", "free",
	  UK, "08088080000", "", 0, 21, 33, 31 },
	{ "Leeds Welfare Rights", "help with benefit claims and appeals", "venue", "appointment", "free",
	  LEEDS, "01134960101", "LS2 8BB", 3, 35, 11, 9 },
	{ "Shelter", "housing, rent and eviction", "phone;online", "self-referral", "free",
	  ENGLAND, "01134960102", "", 0, 122, 4, 2 },
	{ "Turn2us grants", "charitable grants", "online;post", "self-referral", "free",
	  UK, "", "", 6, 213, 8, 3 },
	{ "LS6 Money Buddies", "a volunteer goes through the post with you", "venue", "drop-in", "free",
	  LEEDS, "01134960103", "LS6 2AB", NUMBER_NONE, 430, 0, 0 },
};
// clang-format on

static void add_fitting(struct workplace *w, struct change *c, struct leeds *l)
{
	day today = w->session->today;

	for (size_t i = 0; i < COUNT_OF(fitting); i++) {
		struct service x = service_blank;
		struct service_id id;

		x.name = fitting[i].name;
		x.description = fitting[i].description;
		x.attendance = fitting[i].attendance;
		x.access = fitting[i].access;
		x.cost = fitting[i].cost;
		x.phone = fitting[i].phone;
		x.postcode = fitting[i].postcode;
		x.wait_weeks = fitting[i].wait;
		checked(&x, today, fitting[i].days);
		id = add(c, &x, "practical.money", fitting[i].area);
		use(c, l->john, id, fitting[i].known, fitting[i].helped, today);
		if (i == 0)
			l->advice = id;
		l->buddies = id;
	}
}

static void add_one(struct change *c, const char *name, const char *area, struct service x)
{
	x.name = name;
	add(c, &x, "practical.money", area);
}

/* Fourteen that help with money, but not Jane. */
static void add_others(struct workplace *w, struct change *c)
{
	day today = w->session->today;
	struct service plain = service_blank, x;

	plain.phone = "01134960110";
	checked(&plain, today, 20);
	add_one(c, "Airedale Debt Centre", BRADFORD, plain);
	add_one(c, "Bradford Benefits Line", BRADFORD, plain);
	add_one(c, "Bradford Foodbank", BRADFORD, plain);
	add_one(c, "Keighley Money Matters", BRADFORD, plain);
	add_one(c, "Shipley Advice", BRADFORD, plain);
	add_one(c, "Advice NI", "N92000002", plain);
	add_one(c, "Advicelink Cymru", "W92000004", plain);
	add_one(c, "Money Talk Scotland", "S92000003", plain);
	x = plain;
	x.min_age = 60;
	add_one(c, "Age Well Money Line", LEEDS, x);
	x = plain;
	x.max_age = 24;
	add_one(c, "Young Lives Grants", UK, x);
	x = plain;
	x.access = "membership";
	add_one(c, "Leeds Credit Union", LEEDS, x);
	x = plain;
	x.status = SERVICE_CLOSED;
	add_one(c, "Headingley Advice Shop", LEEDS, x);
	x.status = SERVICE_CLOSED_UNTIL;
	x.closed_until = today + 42;
	add_one(c, "Hyde Park Money Club", LEEDS, x);
	x.status = SERVICE_FULL;
	add_one(c, "Woodhouse Debt Clinic", LEEDS, x);
}

static struct person_id add_person(struct workplace *w, struct change *c, const char *family,
                                   const char *given, int year)
{
	struct person p = person_blank;
	struct referral r = referral_blank;
	struct person_id id;
	struct referral_id referral;
	day today = w->session->today;

	p.family_name = family;
	p.given_name = given;
	assert_true(day_from_date((struct date){ year, 3, 12 }, &p.born_on));
	p.postcode = "LS6 2AB";
	p.council = LEEDS;
	p.created_on = today - 40;
	p.knows_cancer = KNOWS_YES;
	assert_int_equal(person_add(c, &p, &id), OK);
	r.person = id;
	r.received_on = r.state_on = r.accepted_on = today - 40;
	r.first_contact_by = today - 33;
	r.source = "self";
	r.state = REFERRAL_ACTIVE;
	r.knows_referral = SAID_YES;
	r.worker = w->session->account.id;
	assert_int_equal(referral_add(c, &r, &referral), OK);
	return id;
}

static void add_safe(struct workplace *w, struct change *c, struct person_id jane)
{
	struct safe_contact safe = safe_contact_blank;

	safe.person = jane;
	safe.ring = safe.text = safe.email = safe.visit = SAID_YES;
	safe.other_may_answer = safe.voicemail = safe.post = safe.partner_told = SAID_NO;
	safe.text_first = true;
	safe.set_on = w->session->today - 51;
	safe.set_by = w->session->account.id;
	assert_int_equal(safe_contact_put(c, &safe), OK);
}

static void add_assessment(struct workplace *w, struct change *c, struct leeds *l)
{
	static const struct {
		const char *code;
		int score, matters;
	} raised[] = { { "family.carer", 8, 2 },
		       { "practical.money", 9, 1 },
		       { "practical.work", 6, NUMBER_NONE } };
	struct assessment x = assessment_blank;
	struct plan plan = plan_blank;

	x.person = l->jane;
	x.list = "clew-1";
	x.status = ASSESSMENT_DONE;
	x.on_day = x.done_on = w->session->today - 7;
	x.mode = ASSESSMENT_BY_PHONE;
	x.offered = OFFER_SAID_YES;
	x.staff_role = STAFF_SUPPORT_WORKER;
	x.by_account = w->session->account.id;
	assert_int_equal(assessment_add(c, &x, &l->assessment), OK);
	for (size_t i = 0; i < COUNT_OF(raised); i++) {
		struct concern concern = concern_blank;

		concern.assessment = l->assessment;
		concern.person = l->jane;
		concern.code = raised[i].code;
		concern.answer = CONCERN_SCORED;
		concern.score = raised[i].score;
		concern.matters = raised[i].matters;
		assert_int_equal(concern_put(c, &concern), OK);
	}
	plan.person = l->jane;
	plan.assessment = l->assessment;
	plan.version = 1;
	plan.status = PLAN_DRAFT;
	plan.made_on = x.on_day;
	plan.by_account = w->session->account.id;
	assert_int_equal(plan_add(c, &plan, &l->plan), OK);
}

struct leeds leeds_fill(struct workplace *w)
{
	struct leeds l = { 0 };
	struct change c;

	begin(w, &c);
	l.jane = add_person(w, &c, "Carter", "Jane", 1981);
	l.john = add_person(w, &c, "Doe", "John", 1980);
	add_safe(w, &c, l.jane);
	add_assessment(w, &c, &l);
	add_fitting(w, &c, &l);
	add_others(w, &c);
	assert_int_equal(derive_person(&c, l.jane), OK);
	assert_int_equal(derive_person(&c, l.john), OK);
	assert_int_equal(change_end(&c, OK), OK);
	return l;
}
