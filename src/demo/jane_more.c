#include "fuller.h"

#include "model/none.h"

/* What more there is of Jane Carter: how she is, her mother's care, money asked for, if things get worse. */

#define BEFORE (DEMO_DAY - 51)
#define LATEST (DEMO_DAY - 5)
#define CARING (DEMO_DAY - 33) /* 21 October: how caring for her mother is */

static void put_caring(struct demo *d, const struct life *l)
{
	static const struct trouble troubles[] = {
		{ "carer_caring.moving", 8, NUMBER_NONE, 1, NEED_SUBSTANTIAL,
		  "I can’t lift her with this arm." },
		{ "carer_them.alone", 7, NUMBER_NONE, 2, NEED_SUBSTANTIAL, "" },
		{ "carer_life.break", 6, NUMBER_NONE, 3, NEED_MODERATE, "" },
		{ "carer_self.tired", 5, NUMBER_NONE, NUMBER_NONE, NEED_MODERATE, "" },
	};
	static const struct managing managing[] = {
		{ "CC-OTHERS-01", MANAGES_WITH_DISTRESS }, { "CC-HOME-01", MANAGES_TOO_SLOW },
		{ "CC-NUTRITION-01", MANAGES_ABLE },       { "CC-WTEV-01", MANAGES_UNABLE },
		{ "CC-RECREATION-01", MANAGES_UNABLE },
	};
	const struct sheet_of sheet = { .list = "carer-1",
		                        .on = CARING,
		                        .overall = 7,
		                        .n = COUNT_OF(troubles),
		                        .at = troubles };
	struct statutory_screen x = statutory_screen_blank;
	struct reminder r = reminder_due_on(REMINDER_ASK_AGAIN,
	                                    "Offer an assessment by Leeds City Council again",
	                                    DEMO_DAY + 14, LATEST);

	put_sheet(d, l, &sheet);
	x.kind = STATUTORY_CARER;
	x.on_day = LATEST;
	x.arises = x.wellbeing = x.health = SAID_YES;
	x.indicated = true;
	x.offer = COUNCIL_NOT_NOW;
	x.offer_why = "When the radiotherapy is over.";
	x.again_on = DEMO_DAY + 14;
	put_council(d, l, x, managing, COUNT_OF(managing));
	r.rule = "council-again";
	r.why = "Offered on 18 November: not now, ask again.";
	put_reminder(d, l, r);
}

/* In October it did not look like it; she was told that she may ask all the same. */
static void put_managing(struct demo *d, const struct life *l)
{
	static const struct managing managing[] = {
		{ "CA-NUTRITION-01", MANAGES_ABLE },
		{ "CA-HYGIENE-01", MANAGES_ABLE },
		{ "CA-CLOTHING-01", MANAGES_ABLE },
		{ "CA-HABITABLEHOME-01", MANAGES_TOO_SLOW },
		{ "CA-CARINGOTHERS-01", MANAGES_NOT_SAID },
	};
	struct statutory_screen x = statutory_screen_blank;

	x.kind = STATUTORY_CARE_ACT;
	x.on_day = BEFORE;
	x.arises = SAID_YES;
	put_council(d, l, x, managing, COUNT_OF(managing));
}

static void put_if_worse(struct demo *d, const struct life *l, struct plan_id plan)
{
	struct contingency x = contingency_blank;

	x.name = "Mum falls, or cannot be left";
	x.signs = "she does not answer the phone by ten";
	x.what = "Rosa goes round with the key";
	x.who = "Rosa Diaz 07700 900124, then Priya";
	x.ready = "a key with Rosa";
	put_if(d, l, plan, x);
	x = contingency_blank;
	x.name = CONTINGENCY_PLAIN;
	x.what = "Ring the number on the alert card, at night too";
	put_if(d, l, plan, x);
}

static void put_asked_for(struct demo *d, const struct life *l)
{
	struct money x = money_blank;

	x.kind = MONEY_BENEFIT;
	x.what = "uc_health";
	x.state = MONEY_APPLIED;
	x.applied_on = DEMO_DAY - 21;
	x.per = PER_MONTH;
	x.noted_on = DEMO_DAY - 21;
	put_money(d, l, x);
	x.kind = MONEY_COST;
	x.what = "parking at the hospital";
	x.state = MONEY_AWARDED;
	x.applied_on = DAY_NONE;
	x.decided_on = x.from_on = x.noted_on = BEFORE + 20;
	x.amount = 12000;
	put_money(d, l, x);
}

void jane_more(struct demo *d, const struct life *l, const struct janes *x)
{
	static const int before[] = { 5, 6, 4, 6 }, now[] = { 4, 6, 3, 8 };

	put_wellbeing(d, l, x->before, BEFORE, before);
	put_wellbeing(d, l, x->now, LATEST, now);
	put_managing(d, l);
	put_caring(d, l);
	put_if_worse(d, l, x->plan);
	put_asked_for(d, l);
	put_paper_given(d, l, DOCUMENT_PLAN, BEFORE + 2);
	put_paper_given(d, l, DOCUMENT_QUESTIONS, DEMO_DAY - 21);
}
