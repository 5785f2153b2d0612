#include "demo.h"

#include "model/contact_point.h"
#include "model/message.h"
#include "model/safe_contact.h"
#include "model/safety_note.h"
#include "model/workdays.h"
#include "store/contact_points.h"
#include "store/messages.h"
#include "store/safe_contacts.h"
#include "store/safety_notes.h"
#include "story.h"

/* The people whom the pictures of Today name: each stands there as pictured. */

void story_begin(struct demo *d, struct life *l, const struct cast *who)
{
	struct person *p = &l->person;

	p->sex = who->sex;
	invent_person(d, l);
	p->sex = who->sex;
	p->family_name = who->family;
	p->given_name = who->given;
	p->born_on = who->born;
	p->cancer_group = who->cancer;
	p->pronouns = who->sex == SEX_MALE ? "he/him" : "she/her";
	p->ethnicity = "";
	p->language = p->interpreter = p->access_needs = "";
	p->stage = who->stage;
	p->stage_since = l->received - 2;
	p->treatment = "";
	p->knows_cancer = KNOWS_YES;
	p->council = "E08000035";
	l->referral.source = who->source;
	l->referral.referrer = who->referrer;
	l->referral.return_to = who->referrer;
	l->referral.knows_referral = SAID_YES;
	l->referral.reason = draw_words(d, "reason");
	l->referral.state = REFERRAL_ACCEPTED;
	l->referral.accepted_on = l->referral.state_on = l->received;
}

void story_spoken(struct life *l, day first, day last)
{
	l->spoken = last;
	l->referral.state = REFERRAL_ACTIVE;
	l->referral.state_on = l->referral.first_contact_on = first;
}

void story_safe(struct demo *d, const struct life *l, const char *phone, const char *note,
                enum asked voicemail)
{
	struct contact_point x = contact_point_blank;
	struct safe_contact s = safe_contact_blank;
	struct contact_point_id id;

	x.person = s.person = l->person.id;
	x.kind = CONTACT_POINT_PHONE;
	x.value = phone;
	x.label = "mobile";
	x.whose = l->person.sex == SEX_MALE ? "his alone" : "hers alone";
	DO(d, contact_point_add(d->c, &x, &id));
	s.ring = s.other_may_answer = s.text = s.email = s.post = s.visit = SAID_YES;
	s.partner_told = SAID_YES;
	s.voicemail = voicemail;
	s.note = note;
	s.set_on = l->received;
	s.set_by = account_named(d, "priya");
	DO(d, safe_contact_put(d->c, &s));
}

static day first_talk(const struct life *l)
{
	return day_next_working(l->received + 5, NULL);
}

static void begin(struct demo *d, struct life *l, const struct cast *who)
{
	story_begin(d, l, who);
	if (who->spoken)
		story_spoken(l, first_talk(l), DEMO_DAY - who->spoken);
	if (who->first_by)
		l->referral.first_contact_by = DEMO_DAY + who->first_by;
	put_person(d, l);
	put_referral(d, l);
	story_safe(d, l, who->phone, who->note, who->no_voicemail ? SAID_NO : SAID_YES);
	if (!who->spoken)
		return;
	put_talk(d, l, first_talk(l), draw_words(d, "first"));
	put_talk(d, l, l->spoken, draw_words(d, "spoke"));
}

/* Wai-Ling Ng: a note of safety, seen, and not done. */
static void tell_ng(struct demo *d, struct life *l)
{
	static const struct cast ng = { .family = "Ng",
		                        .given = "Wai-Ling",
		                        .sex = SEX_FEMALE,
		                        .born = -6100,
		                        .cancer = "stomach",
		                        .stage = STAGE_IN_TREATMENT,
		                        .source = "gp",
		                        .referrer = "Dr Haigh, Lantern Row Surgery",
		                        .phone = "07700 900187",
		                        .note = "",
		                        .spoken = 3 };
	struct safety_note x = safety_note_blank;
	struct safety_note_id id;
	struct reminder r = reminder_due_on(REMINDER_CHASE, "Has her GP rung her, by 10?", DEMO_DAY,
	                                    DEMO_DAY - 3);

	begin(d, l, &ng);
	put_assessments(d, l, first_talk(l));
	x.person = l->person.id;
	x.about = SAFETY_ENDING_LIFE;
	x.words = "“Some nights I think they'd all be better off.” No plan, nothing taken.";
	x.did = "Stayed on the line. Asked. Rang her surgery with her.";
	x.told_when = "Fri 15:50";
	x.told_said = "Her GP rings her by 10 on Monday. Crisis line number given.";
	x.raised_by = account_named(d, "priya");
	x.raised_on = x.seen_on = DEMO_DAY - 3;
	x.raised_minute = 15 * 60 + 45;
	x.seen_by = account_named(d, "ann");
	DO(d, safety_note_add(d->c, &x, &id));
	r.promised_by = "Lantern Row Surgery";
	r.promised_phone = "0113 496 0144";
	r.why = "Promised on Friday, when you were worried about her safety.";
	put_reminder(d, l, r);
	put_derived(d, l);
}

static void tell_pritchard(struct demo *d, struct life *l)
{
	static const struct cast pritchard = { .family = "Pritchard",
		                               .given = "Dylan",
		                               .sex = SEX_MALE,
		                               .born = -400,
		                               .cancer = "testis",
		                               .stage = STAGE_FOLLOW_UP,
		                               .source = "self",
		                               .referrer = "",
		                               .phone = "07700 900456",
		                               .note = "",
		                               .spoken = 13 };
	struct reminder r =
		reminder_due_on(REMINDER_REVIEW_DUE, "Review by phone", DEMO_DAY, DEMO_DAY - 13);

	begin(d, l, &pritchard);
	put_assessments(d, l, first_talk(l));
	put_waiting(d, l, "LS6 Money Buddies", "practical.money", DEMO_DAY - 20);
	put_waiting(d, l, "Safe Journeys insurance list", "practical.insurance", DEMO_DAY - 13);
	r.due_minute = 9 * 60 + 30;
	r.to_person = true;
	r.why = "Six weeks since the plan; he asked for half past nine.";
	put_reminder(d, l, r);
	put_taken_back(d, l);
	put_derived(d, l);
}

static void tell_brannigan(struct demo *d, struct life *l)
{
	static const struct cast brannigan = { .family = "Brannigan",
		                               .given = "Roisin",
		                               .sex = SEX_FEMALE,
		                               .born = -3300,
		                               .cancer = "ovary",
		                               .stage = STAGE_DIAGNOSED,
		                               .source = "specialist_nurse",
		                               .referrer = "Oncology nurse, ward 5",
		                               .phone = "07700 900171",
		                               .note = "",
		                               .no_voicemail = true,
		                               .first_by = 2 };
	struct reminder r =
		reminder_due_on(REMINDER_TRY_AGAIN, "Third try, after 11", DEMO_DAY, DEMO_DAY - 3);

	begin(d, l, &brannigan);
	put_try(d, l, DEMO_DAY - 5, 9 * 60 + 20);
	put_try(d, l, DEMO_DAY - 3, 16 * 60 + 5);
	r.due_minute = 11 * 60 + 30;
	r.rule = "ladder.try";
	r.why = "No answer on Wednesday morning and Friday afternoon.";
	put_reminder(d, l, r);
	put_derived(d, l);
}

/* Amina Rahman came in on Saturday: Mary took it down. */
static void tell_rahman(struct demo *d, struct life *l)
{
	static const struct cast rahman = { .family = "Rahman",
		                            .given = "Amina",
		                            .sex = SEX_FEMALE,
		                            .born = -2100,
		                            .cancer = "breast",
		                            .stage = STAGE_SUSPECTED,
		                            .source = "gp",
		                            .referrer = "Dr Nwosu, Foundry Medical Practice",
		                            .phone = "07700 900162",
		                            .note = "ask before contact",
		                            .first_by = 2 };
	struct message x = message_blank;
	struct message_id id;

	begin(d, l, &rahman);
	x.person = l->person.id;
	x.for_account = l->worker;
	x.kind = MESSAGE_TAKEN;
	x.from_whom = "Amina Rahman";
	x.phone = "07700 900162";
	x.hours = "after 15:00";
	x.words = "Came in";
	x.taken_by = account_named(d, "mary");
	x.taken_on = DEMO_DAY - 2;
	x.taken_minute = 11 * 60 + 20;
	DO(d, message_add(d->c, &x, &id));
	put_derived(d, l);
}

static void tell_lindqvist(struct demo *d, struct life *l)
{
	static const struct cast lindqvist = { .family = "Lindqvist",
		                               .given = "Ruth",
		                               .sex = SEX_FEMALE,
		                               .born = -5200,
		                               .cancer = "breast",
		                               .stage = STAGE_DIAGNOSED,
		                               .source = "specialist_nurse",
		                               .referrer = "Breast nurse",
		                               .phone = "07700 900174",
		                               .note = "",
		                               .first_by = -1 };

	begin(d, l, &lindqvist);
	put_derived(d, l);
}

/* Of the same family name and first letter as Jane: lists give the year. */
static void tell_other_carter(struct demo *d, struct life *l)
{
	static const struct cast carter = { .family = "Carter",
		                            .given = "Jean",
		                            .sex = SEX_FEMALE,
		                            .born = -11500,
		                            .cancer = "bowel",
		                            .stage = STAGE_FOLLOW_UP,
		                            .source = "gp",
		                            .referrer = "Dr Nwosu, Foundry Medical Practice",
		                            .phone = "07700 900166",
		                            .note = "",
		                            .spoken = 10 };

	l->worker = account_named(d, "ben");
	begin(d, l, &carter);
	put_assessments(d, l, first_talk(l));
	put_reminder(d, l,
	             reminder_due_on(REMINDER_FOLLOW_UP, "Ring after clinic", DEMO_DAY + 11,
	                             DEMO_DAY - 10));
	put_derived(d, l);
}

static void tell_okafor(struct demo *d, struct life *l)
{
	static const struct cast okafor = { .family = "Okafor",
		                            .given = "Samuel",
		                            .sex = SEX_MALE,
		                            .born = -6700,
		                            .cancer = "prostate",
		                            .stage = STAGE_FOLLOW_UP,
		                            .source = "gp",
		                            .referrer = "Dr Haigh, Lantern Row Surgery",
		                            .phone = "07700 900155",
		                            .note = "",
		                            .spoken = 6 };
	struct reminder r = reminder_due_on(REMINDER_CHASE, "Chase ward 5 for scan result",
	                                    DEMO_DAY - 1, DEMO_DAY - 6);

	begin(d, l, &okafor);
	put_assessments(d, l, first_talk(l));
	put_closed_assessment(d, l, DEMO_DAY - 20);
	put_waiting(d, l, "Turn2us grants", "practical.money", DEMO_DAY - 34);
	r.promised_by = "Ward 5";
	r.promised_phone = "0113 496 0155";
	r.why = "Ward 5 said “by the weekend” last Tuesday.";
	put_reminder(d, l, r);
	put_derived(d, l);
}

const struct story stories[] = {
	{ story_jane, 82 },          { story_john, 41 },         { tell_ng, 70 },
	{ tell_pritchard, 61 },      { tell_brannigan, 7 },      { tell_rahman, 3 },
	{ tell_lindqvist, 7 },       { tell_other_carter, 118 }, { tell_okafor, 160 },
	{ story_fallon, 14 },        { story_moss, 20 },         { story_whitlock, 9 },
	{ story_whitlock_again, 6 },
};
const size_t stories_n = COUNT_OF(stories);
