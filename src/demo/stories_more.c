#include "demo.h"
#include "story.h"

#include "model/wishes.h"
#include "store/assessments.h"
#include "store/referrals.h"
#include "store/wishes.h"

/* People whom no picture names, and who show what a day can bring. */

/* Declan Fallon: three tries, and nobody answered. A letter comes next. */
void story_fallon(struct demo *d, struct life *l)
{
	static const struct cast fallon = { .family = "Fallon",
		                            .given = "Declan",
		                            .sex = SEX_MALE,
		                            .born = -5400,
		                            .cancer = "lung",
		                            .stage = STAGE_DIAGNOSED,
		                            .source = "gp",
		                            .referrer = "Dr Haigh, Lantern Row Surgery",
		                            .phone = "07700 900177",
		                            .note = "" };
	struct reminder r = reminder_due_on(REMINDER_TRY_AGAIN, "Letter: we could not reach you",
	                                    DEMO_DAY + 1, DEMO_DAY - 3);

	l->worker = account_named(d, "ben");
	story_begin(d, l, &fallon);
	put_person(d, l);
	put_referral(d, l);
	story_safe(d, l, fallon.phone, "", SAID_YES);
	put_try(d, l, DEMO_DAY - 10, 9 * 60 + 40);
	put_try(d, l, DEMO_DAY - 6, 13 * 60 + 15);
	put_try(d, l, DEMO_DAY - 3, 17 * 60 + 20);
	r.rule = "ladder.letter";
	r.why = "No answer on three days, at three hours.";
	put_reminder(d, l, r);
	put_derived(d, l);
}

static void put_wishes(struct demo *d, const struct life *l)
{
	struct wishes x = wishes_blank;

	x.person = l->person.id;
	x.place = "At home, with the window open";
	x.place_not = "The ward where her mother was";
	x.plan_made = SAID_YES;
	x.plan_where = "In the blue folder on the dresser; her surgery has a copy";
	x.resuscitation = "Talked over with Dr Nwosu in October; the form is in the folder";
	x.spirit = "Her choir. No priest, but hymns.";
	x.set_on = DEMO_DAY - 4;
	x.set_by = l->worker;
	DO(d, wishes_put(d->c, &x));
}

/* Pauline Moss: her time with us was over in spring; it came back, and so did she. */
void story_moss(struct demo *d, struct life *l)
{
	static const struct cast moss = { .family = "Moss",
		                          .given = "Pauline",
		                          .sex = SEX_FEMALE,
		                          .born = -6900,
		                          .cancer = "ovary",
		                          .stage = STAGE_END_OF_LIFE,
		                          .source = "self",
		                          .referrer = "",
		                          .note = "" };
	struct referral first = referral_blank;
	struct referral_id id;
	day first_on = l->received - 300;

	l->worker = account_named(d, "ben");
	story_begin(d, l, &moss);
	l->person.matters = "To be at home, with the window open.";
	story_spoken(l, l->received + 1, DEMO_DAY - 4);
	put_person(d, l);
	first.person = l->person.id;
	first.received_on = first_on;
	first.source = "specialist_nurse";
	first.referrer = "Oncology nurse, ward 5";
	first.reason = "Newly diagnosed, would like somebody to talk to.";
	first.urgency = URGENCY_USUAL;
	first.knows_referral = SAID_YES;
	first.state = REFERRAL_CLOSED;
	first.state_on = first.closed_on = first_on + 170;
	first.accepted_on = first.first_contact_by = first_on + 3;
	first.first_contact_on = first_on + 3;
	first.outcome = "plan_done";
	first.worker = l->worker;
	DO(d, referral_add(d->c, &first, &id));
	l->referral.reason = "It has come back. She asked for us herself.";
	put_referral(d, l);
	story_safe(d, l, "07700 900158", "", SAID_YES);
	put_talk(d, l, l->received + 1, "It has come back. Wants no more treatment than she must.");
	put_assessments(d, l, l->received + 1);
	put_talk(d, l, DEMO_DAY - 4, "Tired, in good heart. Her sister stays until Sunday.");
	put_wishes(d, l);
	put_reminder(d, l,
	             reminder_due_on(REMINDER_FOLLOW_UP, "See how they are, and who is with them",
	                             DEMO_DAY + 3, DEMO_DAY - 4));
	put_derived(d, l);
}

/* Maureen Whitlock was referred twice: by her nurse, and by her surgery under a name spelt wrong. */
static void whitlock(struct demo *d, struct life *l, const char *family, const char *given,
                     const char *referrer)
{
	const struct cast cast = { .family = family,
		                   .given = given,
		                   .sex = SEX_FEMALE,
		                   .born = -4210,
		                   .cancer = "bowel",
		                   .stage = STAGE_AWAITING_TREATMENT,
		                   .source = "gp",
		                   .referrer = referrer,
		                   .note = "" };

	l->worker = account_named(d, "ben");
	story_begin(d, l, &cast);
	l->person.postcode = "LS6 4ZZ";
	l->person.address = "3 Lantern Row";
	put_person(d, l);
	put_referral(d, l);
	story_safe(d, l, "07700 900139", "", SAID_YES);
	put_derived(d, l);
}

void story_whitlock(struct demo *d, struct life *l)
{
	whitlock(d, l, "Whitlock", "Maureen", "Bowel nurse specialist");
}

void story_whitlock_again(struct demo *d, struct life *l)
{
	whitlock(d, l, "Whitlok", "Maureen", "Dr Haigh, Lantern Row Surgery");
}

void put_closed_assessment(struct demo *d, const struct life *l, day on)
{
	struct assessment x;

	DO(d, assessment_latest(d->st, l->person.id, ASSESSMENT_DONE, (struct assessment_id){ 0 },
	                        d->a, &x));
	if (d->rc != OK)
		return;
	x.status = ASSESSMENT_LOCKED;
	x.locked_on = on;
	DO(d, assessment_update(d->c, &x));
}
