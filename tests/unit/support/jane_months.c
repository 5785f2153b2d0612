#include "jane_months.h"

#include "test.h"

#include "jane.h"

#include "base/attr.h"
#include "model/none.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/happenings.h"
#include "store/people.h"
#include "store/plans.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/reminders.h"
#include "store/safety_notes.h"
#include "store/services.h"
#include "store/signposts.h"
#include "store/unmet_needs.h"

struct score {
	const char *code;
	int now;
	int matters;
	const char *words;
};

struct months {
	struct workplace *w;
	struct change c;
	struct person_id id;
	struct account_id priya;
};

static day on(const char *iso)
{
	day d;

	assert_true(day_parse_iso(str_of(iso), &d));
	return d;
}

static void change_record(struct months *m)
{
	struct person p;
	struct referral r;

	assert_int_equal(person_get(m->w->session->store, m->id, &m->w->arena, &p), OK);
	p.stage = STAGE_IN_TREATMENT;
	p.stage_since = on("2026-11-02");
	p.stage_ends_on = on("2026-11-24");
	p.treatment = "radiotherapy";
	p.matters = "I want to keep my studio open and not lose the flat.";
	assert_int_equal(person_update(&m->c, &p), OK);
	assert_int_equal(referral_current(m->w->session->store, m->id, &m->w->arena, &r), OK);
	r.state = REFERRAL_ACTIVE;
	r.received_on = on("2026-09-28");
	r.first_contact_on = on("2026-10-03");
	assert_int_equal(referral_update(&m->c, &r), OK);
}

static struct assessment_id assess(struct months *m, const char *date, enum assessment_mode mode,
                                   const struct score *scores, size_t n)
{
	struct assessment x = assessment_blank;
	struct assessment_id id;

	x.person = m->id;
	x.list = "clew-1";
	x.status = ASSESSMENT_PLAN_AGREED;
	x.offered = OFFER_SAID_YES;
	x.on_day = x.done_on = on(date);
	x.mode = mode;
	x.overall = 6;
	x.by_account = m->priya;
	assert_int_equal(assessment_add(&m->c, &x, &id), OK);
	for (size_t i = 0; i < n; i++) {
		struct concern c = concern_blank;

		c.assessment = id;
		c.person = m->id;
		c.code = scores[i].code;
		c.answer = CONCERN_SCORED;
		c.score = scores[i].now;
		c.matters = scores[i].matters ? scores[i].matters : NUMBER_NONE;
		c.own_words = scores[i].words ? scores[i].words : "";
		assert_int_equal(concern_put(&m->c, &c), OK);
	}
	return id;
}

static struct service_id service(struct months *m, const char *name)
{
	struct service x = service_blank;
	struct service_id id;

	x.name = name;
	x.status = SERVICE_ACTIVE;
	assert_int_equal(service_add(&m->c, &x, &id), OK);
	return id;
}

static void signpost(struct months *m, const char *name, const char *concern,
                     enum signpost_status status)
{
	struct signpost x = signpost_blank;
	struct signpost_id id;

	x.person = m->id;
	x.service = service(m, name);
	x.concern = concern;
	x.kind = SIGNPOST_REFERRED;
	x.given_on = on("2026-11-02");
	x.status = status;
	x.status_on = x.given_on;
	x.consent = "her name and number";
	x.by_account = m->priya;
	if (status == SIGNPOST_COMPLETED) {
		x.helped = HELPED_YES;
		x.outcome_on = on("2026-11-16");
	}
	assert_int_equal(signpost_add(&m->c, &x, &id), OK);
}

static void plan(struct months *m, struct assessment_id assessment)
{
	struct plan x = plan_blank;
	struct action action = action_blank;
	struct plan_id id;
	struct action_id made;

	x.person = m->id;
	x.assessment = assessment;
	x.version = 1;
	x.status = PLAN_AGREED;
	x.made_on = x.agreed_on = on("2026-11-18");
	x.review_on = on("2027-01-04");
	x.by_account = m->priya;
	assert_int_equal(plan_add(&m->c, &x, &id), OK);
	action.person = m->id;
	action.plan = id;
	action.concern = "practical.work";
	action.kind = ACTION_PERSON_DOES;
	action.owner = OWNER_PERSON;
	action.status = ACTION_NOT_STARTED;
	action.what = "rings her accountant";
	action.due_on = on("2026-11-27");
	action.made_on = on("2026-11-18");
	action.on_paper = true;
	assert_int_equal(action_add(&m->c, &action, &made), OK);
}

static void relatives(struct months *m)
{
	struct relation x = relation_blank;
	struct relation_id id;

	x.person = m->id;
	x.kind = RELATION_CARER_OF;
	x.name = "Margaret Carter, mother";
	assert_int_equal(relation_add(&m->c, &x, &id), OK);
	x.kind = RELATION_FRIEND;
	x.name = "Rosa Diaz";
	x.speaks_about = "appointments only";
	assert_int_equal(relation_add(&m->c, &x, &id), OK);
}

static void spoken(struct months *m, const char *date, int minutes, const char *note)
{
	struct contact x = contact_blank;
	struct contact_id id;

	x.person = m->id;
	x.on_day = on(date);
	x.at_minute = 10 * 60 + 5;
	x.outcome = CONTACT_SPOKE;
	x.direction = CONTACT_OUT;
	x.mode = CONTACT_BY_PHONE;
	x.reached = REACHED_YES;
	x.minutes = minutes;
	x.note = note;
	x.by_account = m->priya;
	assert_int_equal(contact_add(&m->c, &x, &id), OK);
}

static void remind(struct months *m)
{
	struct reminder x = reminder_blank;
	struct reminder_id id;

	x.person = m->id;
	x.worker = m->priya;
	x.kind = REMINDER_CHECK_BACK;
	x.what = "Did Citizens Advice call about the rent?";
	x.due_on = x.first_due_on = on("2026-11-21");
	x.made_on = on("2026-11-02");
	x.by_account = m->priya;
	assert_int_equal(reminder_add(&m->c, &x, &id), OK);
}

static void happened(struct months *m)
{
	struct happening x = happening_blank;
	struct happening_id id;
	struct safety_note note = safety_note_blank;
	struct safety_note_id note_id;
	struct unmet_need unmet = unmet_need_blank;
	struct unmet_need_id unmet_id;

	x.person = m->id;
	x.kind = HAPPENED_TREATMENT_BEGAN;
	x.on_day = x.recorded_on = on("2026-11-02");
	x.by_account = m->priya;
	assert_int_equal(happening_add(&m->c, &x, &id), OK);
	note.person = m->id;
	note.about = SAFETY_SOMETHING_ELSE;
	note.words = "She sleeps in the car.";
	note.raised_by = m->priya;
	note.raised_on = on("2026-11-10");
	note.raised_minute = 15 * 60;
	assert_int_equal(safety_note_add(&m->c, &note, &note_id), OK);
	unmet.person = m->id;
	unmet.concern = "practical.household";
	unmet.level = NEED_MODERATE;
	unmet.reason = UNMET_FULL_OR_LONG_WAIT;
	unmet.noted_on = on("2026-11-18");
	unmet.by_account = m->priya;
	assert_int_equal(unmet_need_add(&m->c, &unmet, &unmet_id), OK);
}

struct person_id jane_after_months(struct workplace *w)
{
	static const struct score before[] = {
		{ "practical.money", 9, 0, NULL },
		{ "practical.care", 5, 0, NULL },
		{ "practical.travel", 7, 0, NULL },
		{ "emotional.low", 2, 0, NULL },
	};
	static const struct score now[] = {
		{ "practical.money", 9, 1, "I can’t pay the rent while I’m not earning." },
		{ "practical.care", 8, 2, NULL },
		{ "practical.work", 6, 3, NULL },
		{ "practical.travel", 5, 0, NULL },
		{ "emotional.low", 5, 0, NULL },
		{ "practical.household", 4, 0, NULL },
		{ "physical.sleep", 4, 0, NULL },
		{ "physical.pain", 4, 0, NULL },
		{ "physical.tired", 3, 0, NULL },
		{ "physical.eating", 3, 0, NULL },
		{ "emotional.worry", 3, 0, NULL },
		{ "family.partner", 2, 0, NULL },
		{ "practical.forms", 1, 0, NULL },
	};
	struct months m = { .w = w, .id = jane_received(w), .priya = w->session->account.id };

	assert_int_equal(change_begin(&m.c, w->session->store, m.priya, w->session->now, "months"),
	                 OK);
	change_record(&m);
	assess(&m, "2026-10-03", ASSESSMENT_IN_PERSON, before, COUNT_OF(before));
	plan(&m, assess(&m, "2026-11-18", ASSESSMENT_BY_PHONE, now, COUNT_OF(now)));
	signpost(&m, "Citizens Advice Leeds", "practical.money", SIGNPOST_WAITING);
	signpost(&m, "Leeds Cancer Lifts", "practical.travel", SIGNPOST_COMPLETED);
	relatives(&m);
	spoken(&m, "2026-10-03", 40, "First talk. She is frightened for the studio.");
	spoken(&m, "2026-11-18", 25,
	       "Rent due on the 1st; post unopened since October.\nAsked her to bring it.");
	remind(&m);
	happened(&m);
	assert_int_equal(derive_person(&m.c, m.id), OK);
	assert_int_equal(change_end(&m.c, OK), OK);
	return m.id;
}
