#include "fuller.h"
#include "story.h"

#include "base/clock.h"
#include "model/draft.h"
#include "store/draft.h"

/* John Doe: an assessment begun on Friday, nine raised, and not ended. */
static const char *const half_done[] = {
	"overall=8",
	"practical.money=9",
	"practical.money.words=No work, no pay. I lay bricks.",
	"practical.work=9",
	"practical.travel=7",
	"practical.household=4",
	"practical.pets=0",
	"physical.pain=5",
	"physical.tired=8",
	"physical.bowels=6",
	"emotional.worry=7",
	"emotional.anger=talk",
};

static void put_draft(struct demo *d, const struct life *l)
{
	struct draft x = { .form = "assessment", .person = l->person.id };
	const char *body = "view=all\nat=emotional.low\n";

	for (size_t i = 0; i < COUNT_OF(half_done); i++)
		body = arena_printf(d->a, "%s%s\n", body, half_done[i]);
	x.about = person_ref(l->person.id, d->a);
	x.title = "Assessment begun, 9 raised, not ended";
	x.body = body;
	x.kept_at = ((DEMO_DAY - 3) * INT64_C(1440) + 14 * INT64_C(60) + 10) * 60;
	DO(d, draft_keep(d->st, l->worker, &x));
}

void story_john(struct demo *d, struct life *l)
{
	static const struct cast john = { .family = "Doe",
		                          .given = "John",
		                          .sex = SEX_MALE,
		                          .born = 3780,
		                          .cancer = "bowel",
		                          .stage = STAGE_AWAITING_TREATMENT,
		                          .source = "specialist_nurse",
		                          .referrer = "Bowel nurse specialist",
		                          .note = "" };

	story_begin(d, l, &john);
	l->person.work = "self-employed builder";
	l->person.lives_alone = SAID_NO;
	l->person.matters = "To be back on site by the summer.";
	story_spoken(l, l->received + 6, DEMO_DAY - 3);
	put_person(d, l);
	put_referral(d, l);
	story_safe(d, l, "07700 900146", "", SAID_YES);
	put_talk(d, l, l->received + 6, "First talk. Operation in December, no sick pay.");
	put_talk(d, l, DEMO_DAY - 3, "Began the assessment; his mother came to the door.");
	put_draft(d, l);
	john_more(d, l);
	put_reminder(d, l,
	             reminder_due_on(REMINDER_FOLLOW_UP, "Ring before the operation", DEMO_DAY + 9,
	                             DEMO_DAY - 3));
	put_derived(d, l);
}
