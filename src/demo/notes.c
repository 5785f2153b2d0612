#include "demo.h"

#include "model/message.h"
#include "store/messages.h"

/* What waits for those who have no people of their own. */

static void put_note(struct demo *d, const char *whom, const char *by, const char *words)
{
	struct message x = message_blank;
	struct message_id id;

	x.for_account = account_named(d, whom);
	x.kind = MESSAGE_TAKEN;
	x.words = words;
	x.taken_by = account_named(d, by);
	x.taken_on = DEMO_DAY - 3;
	x.taken_minute = 16 * 60 + 20;
	DO(d, message_add(d->c, &x, &id));
}

static void put_errand(struct demo *d, const char *whom, const char *what, day due)
{
	struct life nobody = { .person = person_blank, .referral = referral_blank };
	struct reminder r = reminder_due_on(REMINDER_FOLLOW_UP, what, due, DEMO_DAY - 6);

	nobody.worker = account_named(d, whom);
	put_reminder(d, &nobody, r);
}

void put_notes(struct demo *d)
{
	put_note(d, "mary", "priya", "The leaflets on parking are out of date: please bin them.");
	put_errand(d, "mary", "Ring the Loan Cupboard: have they walking frames?", DEMO_DAY);
	put_note(d, "ann", "ben", "The council would like the quarter's figures by Friday.");
	put_errand(d, "ann", "Go over the quarter's figures", DEMO_DAY + 3);
	put_errand(d, "ann", "Ask whoever is new for their vetting", DEMO_DAY);
}
