#include "fuller.h"
#include "story.h"

#include "model/action.h"
#include "model/concern.h"
#include "model/contact_point.h"
#include "model/none.h"
#include "model/relation.h"
#include "model/safe_contact.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/consents.h"
#include "store/contact_points.h"
#include "store/goals.h"
#include "store/plans.h"
#include "store/relations.h"
#include "store/safe_contacts.h"
#include "store/signpost_steps.h"
#include "store/signposts.h"

/* Jane Carter, as the pictures of her record, assessment, plan, contact and picker have her. */

#define BEFORE (DEMO_DAY - 51) /* 3 October: what is safe, and the first assessment */
#define LATEST (DEMO_DAY - 5)  /* Wednesday 18 November */
#define MONEY  "practical.money"
#define CARE   "practical.care"
#define WORK   "practical.work"
#define TRAVEL "practical.travel"

static void put_her(struct demo *d, struct life *l)
{
	static const struct cast jane = { .family = "Carter",
		                          .given = "Jane",
		                          .sex = SEX_FEMALE,
		                          .born = 4088,
		                          .cancer = "breast",
		                          .stage = STAGE_IN_TREATMENT,
		                          .source = "specialist_nurse",
		                          .referrer = "Breast nurse",
		                          .note = "" };
	struct person *p = &l->person;

	story_begin(d, l, &jane);
	p->known_as = "Janie";
	p->pronouns = "she/her";
	p->care_number = "9994004123";
	p->care_number_kind = NUMBER_NHS;
	p->ethnicity = "white_british";
	p->address = "14 Lantern Row";
	p->postcode = "LS6 4ZZ";
	p->deprivation = 3;
	p->gp_practice = "Lantern Row Surgery";
	p->gp_code = "B99999";
	p->gp_name = "Dr Amara Okonkwo";
	p->religion = "none";
	p->lives_alone = SAID_YES;
	p->work = "runs her own interior design business";
	p->diagnosed_on = l->received - 20;
	p->urgent_referral_on = l->received - 44;
	p->stage_since = DEMO_DAY - 41;
	p->stage_ends_on = DEMO_DAY + 1;
	p->treatment = "radiotherapy";
	p->matters = "I want to keep my studio open and not lose the flat.";
	p->about_me = "I draw everything before I decide it. Tell me straight, and twice.";
	p->about_by = "Rosa Diaz";
	p->about_on = BEFORE;
	p->cancer_site = "C50";
	p->treatment_began_on = DEMO_DAY - 41;
	p->clinical_contact = "Breast nurse";
	p->clinical_phone = "0113 496 0170";
	p->paper_seen = SAID_NO;
	story_spoken(l, l->received + 2, LATEST);
	l->referral.reason = "Just diagnosed, lives alone, own business, worried about rent.";
	put_person(d, l);
	put_referral(d, l);
}

static void put_number(struct demo *d, const struct life *l, const char *value, const char *label,
                       bool never)
{
	struct contact_point x = contact_point_blank;
	struct contact_point_id id;

	x.person = l->person.id;
	x.kind = CONTACT_POINT_PHONE;
	x.value = value;
	x.label = label;
	x.whose = never ? "" : "hers alone";
	x.never_use = never;
	DO(d, contact_point_add(d->c, &x, &id));
}

static void put_what_is_safe(struct demo *d, const struct life *l)
{
	struct safe_contact s = safe_contact_blank;

	put_number(d, l, "07700 900123", "mobile", false);
	put_number(d, l, "0113 496 0123", "home", true);
	s.person = l->person.id;
	s.ring = s.other_may_answer = s.text = s.email = s.visit = SAID_YES;
	s.voicemail = s.post = s.partner_told = SAID_NO;
	s.text_first = true;
	s.say = "Priya, from the Leeds office.";
	s.set_on = BEFORE;
	s.set_by = account_named(d, "priya");
	DO(d, safe_contact_put(d->c, &s));
}

static void put_round_her(struct demo *d, const struct life *l)
{
	struct relation x = relation_blank;
	struct relation_id id;

	x.person = l->person.id;
	x.kind = RELATION_CARER_OF;
	x.name = "Margaret Carter, mother";
	DO(d, relation_add(d->c, &x, &id));
	x.kind = RELATION_FRIEND;
	x.name = "Rosa Diaz";
	x.phone = "07700 900124";
	x.knows_illness = x.knows_service = SAID_YES;
	x.speaks_about = "appointments only";
	x.crisis = 1;
	x.at_night = SAID_YES;
	DO(d, relation_add(d->c, &x, &id));
}

static struct contact_id put_call(struct demo *d, const struct life *l, day on, int minute,
                                  const char *note)
{
	struct contact x = contact_blank;

	x.on_day = on;
	x.at_minute = minute;
	x.direction = CONTACT_OUT;
	x.mode = CONTACT_BY_PHONE;
	x.outcome = *note ? CONTACT_SPOKE : CONTACT_NO_ANSWER;
	x.reached = *note ? REACHED_YES : REACHED_NO;
	x.minutes = *note ? 25 : 1;
	x.note = note;
	return put_contact(d, l, x);
}

/* What troubled her: then, and on 18 November. */
static const struct {
	const char *code;
	int now, was, matters;
	enum need_level level; /* as it was judged in November */
	const char *words;
} troubles[] = {
	{ MONEY, 9, 9, 1, NEED_SUBSTANTIAL, "I can’t pay the rent while I’m not earning." },
	{ CARE, 8, 5, 2, NEED_SUBSTANTIAL, "Mum can’t be left, and I can’t lift her." },
	{ WORK, 6, NUMBER_NONE, 3, NEED_MODERATE,
	  "Three clients waiting, and I can’t climb a ladder." },
	{ TRAVEL, 5, 7, NUMBER_NONE, NEED_LOW, "" },
	{ "emotional.low", 5, 2, NUMBER_NONE, NEED_MODERATE, "" },
	{ "physical.sleep", 4, 3, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "physical.pain", 4, 6, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "physical.tired", 4, 4, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "practical.household", 3, 3, NUMBER_NONE, NEED_LOW, "" },
	{ "emotional.worry", 3, 6, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "physical.look", 2, NUMBER_NONE, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "family.partner", 2, 2, NUMBER_NONE, NEED_LEVEL_NONE, "" },
	{ "practical.talking", NUMBER_NONE, NUMBER_NONE, NUMBER_NONE, NEED_LEVEL_NONE,
	  "" }, /* to talk about */
	{ "practical.pets", 0, NUMBER_NONE, NUMBER_NONE, NEED_LEVEL_NONE, "" },
};

static void put_trouble(struct demo *d, const struct assessment *x, size_t i, bool now)
{
	struct concern c = concern_blank;

	c.assessment = x->id;
	c.person = x->person;
	c.code = troubles[i].code;
	c.score = now ? troubles[i].now : troubles[i].was;
	c.answer = c.score == NUMBER_NONE ? CONCERN_TALK : CONCERN_SCORED;
	c.matters = now ? troubles[i].matters : NUMBER_NONE;
	c.own_words = now ? troubles[i].words : "";
	c.level = now ? troubles[i].level : NEED_LEVEL_NONE;
	c.previous_score = now ? troubles[i].was : NUMBER_NONE;
	if (now || c.answer == CONCERN_SCORED)
		DO(d, concern_put(d->c, &c));
}

static struct assessment_id put_assessment(struct demo *d, const struct life *l, bool now,
                                           struct assessment_id previous, struct contact_id call)
{
	struct assessment x = assessment_blank;
	struct concern rather = concern_blank;

	x.person = l->person.id;
	x.referral = l->referral.id;
	x.list = CONCERNS_NEWEST;
	x.status = now ? ASSESSMENT_DONE : ASSESSMENT_PLAN_AGREED;
	x.offered = OFFER_SAID_YES;
	x.on_day = x.done_on = now ? LATEST : BEFORE;
	x.at_minute = 11 * 60;
	x.pathway_point = now ? PATHWAY_IN_TREATMENT : PATHWAY_DIAGNOSIS;
	x.mode = ASSESSMENT_BY_PHONE;
	x.assisted = x.agreed_keep = x.agreed_share = SAID_YES;
	x.overall = now ? 7 : 6;
	x.previous = previous;
	x.contact = call;
	x.by_account = l->worker;
	DO(d, assessment_add(d->c, &x, &x.id));
	for (size_t i = 0; i < COUNT_OF(troubles); i++)
		put_trouble(d, &x, i, now);
	rather.assessment = x.id;
	rather.person = x.person;
	rather.code = "practical.forms";
	rather.answer = CONCERN_RATHER_NOT;
	if (now)
		DO(d, concern_put(d->c, &rather));
	return x.id;
}

/* They were rung about it once, and nobody answered. */
static void put_no_answer(struct demo *d, const struct signpost *x, struct signpost_id id)
{
	struct signpost_step step = signpost_step_blank;

	step.person = x->person;
	step.signpost = id;
	step.status = x->status;
	step.on_day = DEMO_DAY - 5;
	step.at_minute = 11 * 60 + 20;
	step.asked = ASKED_PHONE;
	step.answered = SAID_NO;
	step.by_account = x->by_account;
	DO(d, signpost_step_add(d->c, &step, &step.id));
}

static struct signpost_id put_sent(struct demo *d, const struct life *l, const char *service,
                                   const char *concern, bool over)
{
	struct signpost x = signpost_blank;
	struct signpost_id id = { 0 };

	x.person = l->person.id;
	x.service = service_named(d, service);
	x.concern = concern;
	x.kind = SIGNPOST_REFERRED;
	x.consent = "Agreed by phone: name, mobile, need, and “text first, no voicemail”.";
	x.what_sent = "name, mobile, need, how to reach her";
	x.given_on = over ? BEFORE + 2 : DEMO_DAY - 21;
	x.status = over ? SIGNPOST_COMPLETED : SIGNPOST_WAITING;
	x.status_on = over ? BEFORE + 20 : DEMO_DAY - 19;
	x.council = l->person.council;
	x.by_account = l->worker;
	if (over) {
		x.helped = HELPED_YES;
		x.outcome = "Goes every day with the same driver.";
		x.outcome_on = x.status_on;
	}
	DO(d, signpost_add(d->c, &x, &id));
	put_steps(d, &x, id);
	if (!over)
		put_no_answer(d, &x, id);
	put_left(d, &x, id, service, "name, number, how to reach them, what it is about");
	return id;
}

/* What she was told of her rights, and what she said to being shown by name. */
static void put_rights(struct demo *d, const struct life *l)
{
	struct notice notice = notice_blank;
	struct consent no = consent_blank;

	notice.person = no.person = l->person.id;
	notice.version = "1";
	notice.how = NOTICE_READ_OUT;
	notice.on_day = no.on_day = BEFORE;
	notice.by_account = no.by_account = l->worker;
	no.purpose = PURPOSE_FUNDER;
	no.answer = CONSENT_NO;
	no.how = CONSENT_BY_PHONE;
	DO(d, notice_add(d->c, &notice, &notice.id));
	DO(d, consent_add(d->c, &no, &no.id));
}

static void put_action(struct demo *d, const struct life *l, struct plan_id plan, struct action x)
{
	struct action_id id;

	x.person = l->person.id;
	x.plan = plan;
	x.made_on = LATEST;
	if (x.status == ACTION_STATUS_NONE)
		x.status = ACTION_NOT_STARTED;
	DO(d, action_add(d->c, &x, &id));
}

static struct action action_of(const char *concern, enum action_kind kind, enum action_owner owner,
                               const char *what)
{
	struct action x = action_blank;

	x.concern = concern;
	x.kind = kind;
	x.owner = owner;
	x.what = what;
	return x;
}

static void put_old_plan(struct demo *d, const struct life *l, struct assessment_id assessment)
{
	struct plan plan = plan_blank;
	struct goal goal = goal_blank;
	struct goal_id id;

	plan.person = goal.person = l->person.id;
	plan.assessment = assessment;
	plan.version = 1;
	plan.status = PLAN_SUPERSEDED;
	plan.agreed_by = AGREED_BY_PERSON;
	plan.made_on = plan.agreed_on = plan.given_on = BEFORE + 2;
	plan.agreed_how = "Read out and agreed by phone.";
	plan.review_on = DEMO_DAY + 7;
	plan.by_account = l->worker;
	DO(d, plan_add(d->c, &plan, &plan.id));
	goal.plan = plan.id;
	goal.words = "Keep the studio open till spring.";
	goal.status = GOAL_SET;
	DO(d, goal_add(d->c, &goal, &id));
}

static void put_hopes(struct demo *d, const struct plan *plan)
{
	struct goal goal = goal_blank;

	goal.person = plan->person;
	goal.plan = plan->id;
	goal.words = "Keep the studio open till spring.";
	goal.by_day = DEMO_DAY + 98;
	DO(d, goal_add(d->c, &goal, &goal.id));
	goal.words = "One evening a week that is not about cancer.";
	goal.by_day = DAY_NONE;
	DO(d, goal_add(d->c, &goal, &goal.id));
}

static struct plan_id put_new_plan(struct demo *d, const struct life *l,
                                   struct assessment_id assessment, struct signpost_id advice,
                                   struct signpost_id lifts)
{
	struct plan plan = plan_blank;
	struct action x;

	plan.person = l->person.id;
	plan.assessment = assessment;
	plan.version = 2;
	plan.status = PLAN_DRAFT;
	plan.strengths =
		"Her clients wait for her\nRosa comes on Sundays\nShe asks when she does not know";
	plan.review_by = "Priya Shah";
	plan.made_on = LATEST;
	plan.by_account = l->worker;
	DO(d, plan_add(d->c, &plan, &plan.id));
	x = action_of(MONEY, ACTION_REFER, OWNER_SERVICE, "Citizens Advice Leeds");
	x.signpost = advice;
	x.status = ACTION_STARTED;
	x.due_on = DEMO_DAY + 7;
	put_action(d, l, plan.id, x);
	x = action_of(WORK, ACTION_PERSON_DOES, OWNER_PERSON, "ring her accountant");
	x.due_on = DEMO_DAY + 4;
	put_action(d, l, plan.id, x);
	put_action(d, l, plan.id,
	           action_of("emotional.low", ACTION_NOTHING_WANTED, OWNER_NOBODY,
	                     "Talked about, nothing wanted now"));
	x = action_of(TRAVEL, ACTION_REFER, OWNER_SERVICE, "Leeds Cancer Lifts");
	x.signpost = lifts;
	x.status = ACTION_COMPLETED;
	put_action(d, l, plan.id, x);
	put_action(d, l, plan.id,
	           action_of("emotional.worry", ACTION_LATER, OWNER_NOBODY,
	                     "Talked about, ask at review"));
	put_action(d, l, plan.id,
	           action_of("family.partner", ACTION_LATER, OWNER_NOBODY,
	                     "Talked about, ask at review"));
	put_action(d, l, plan.id,
	           action_of("physical.look", ACTION_LATER, OWNER_NOBODY,
	                     "Talked about, ask at review"));
	put_hopes(d, &plan);
	return plan.id;
}

static void put_due(struct demo *d, const struct life *l, struct signpost_id advice)
{
	struct reminder r;

	r = reminder_due_on(REMINDER_CHECK_BACK, "Did Citizens Advice call about the rent?",
	                    DEMO_DAY - 2, DEMO_DAY - 21);
	r.to_person = true;
	r.signpost = advice;
	r.promised_by = "Citizens Advice Leeds";
	r.promised_phone = "0113 496 0301";
	r.rule = "service.touch";
	r.why = "Citizens Advice, referred 2 Nov, no reply, 15 working days.";
	put_reminder(d, l, r);
	r = reminder_due_on(REMINDER_FOLLOW_UP, "Home visit, two of you", DEMO_DAY, LATEST);
	r.due_minute = 14 * 60;
	r.to_person = true;
	r.why = "Promised on Wednesday: to go through the post together.";
	put_reminder(d, l, r);
}

void story_jane(struct demo *d, struct life *l)
{
	struct janes x;
	struct signpost_id advice, lifts;
	struct contact_id call;

	put_her(d, l);
	put_what_is_safe(d, l);
	put_round_her(d, l);
	put_call(d, l, l->received + 2, 10 * 60 + 15,
	         "First talk. Rings about rent, her mother, and who will drive her.");
	call = put_call(d, l, BEFORE, 11 * 60, "Assessment by phone. Partner is not to know.");
	x.before = put_assessment(d, l, false, (struct assessment_id){ 0 }, call);
	put_old_plan(d, l, x.before);
	lifts = put_sent(d, l, "Leeds Cancer Lifts", TRAVEL, true);
	advice = put_sent(d, l, "Citizens Advice Leeds", MONEY, false);
	put_rights(d, l);
	put_call(d, l, DEMO_DAY - 21, 15 * 60,
	         "Half-way through radiotherapy. Referred about the rent.");
	put_call(d, l, DEMO_DAY - 6, 9 * 60 + 40, "");
	call = put_call(d, l, LATEST, 11 * 60,
	                "Rent due on the 1st; post unopened since the summer.");
	x.now = put_assessment(d, l, true, x.before, call);
	x.plan = put_new_plan(d, l, x.now, advice, lifts);
	put_call(d, l, DEMO_DAY - 4, 14 * 60 + 10, "");
	put_due(d, l, advice);
	jane_more(d, l, &x);
	put_derived(d, l);
}
