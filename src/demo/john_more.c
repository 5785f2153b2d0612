#include "fuller.h"

#include "model/action.h"
#include "model/goal.h"
#include "model/none.h"
#include "store/actions.h"
#include "store/goals.h"
#include "store/plans.h"

/* What John Doe's time with us has brought: two plans, what he wants, money, and an offer he answered. */

#define FIRST (DEMO_DAY - 34) /* assessed */
#define AGAIN (DEMO_DAY - 13) /* the plan gone over, and agreed anew */
#define MONEY "practical.money"
#define WORK  "practical.work"

static const struct trouble troubles[] = {
	{ MONEY, 9, NUMBER_NONE, 1, NEED_CRITICAL, "No work, no pay. I lay bricks." },
	{ WORK, 8, NUMBER_NONE, 2, NEED_SUBSTANTIAL, "" },
	{ "physical.tired", 7, NUMBER_NONE, 3, NEED_MODERATE, "" },
	{ "practical.daily", 4, NUMBER_NONE, NUMBER_NONE, NEED_LOW, "" },
};

static struct plan_id put_plan(struct demo *d, const struct life *l, struct assessment_id from,
                               int version)
{
	struct plan x = plan_blank;

	x.person = l->person.id;
	x.assessment = from;
	x.version = version;
	x.status = version == 1 ? PLAN_SUPERSEDED : PLAN_AGREED;
	x.made_on = x.agreed_on = version == 1 ? FIRST + 1 : AGAIN;
	x.given_on = x.agreed_on;
	x.agreed_how = "Read out and agreed by phone.";
	x.agreed_by = AGREED_BY_PERSON;
	x.strengths = "He has never owed anybody anything\nHis brother drives him";
	x.review_on = DEMO_DAY + 29;
	x.review_by = "Priya Shah";
	x.by_account = l->worker;
	DO(d, plan_add(d->c, &x, &x.id));
	return x.id;
}

static void put_goal(struct demo *d, const struct life *l, struct plan_id plan, const char *words,
                     enum goal_status status)
{
	struct goal x = goal_blank;

	x.person = l->person.id;
	x.plan = plan;
	x.words = words;
	x.status = status;
	x.status_on = status == GOAL_SET ? DAY_NONE : AGAIN;
	x.supported = status == GOAL_SET ? SUPPORT_NONE : SUPPORTED_YES;
	x.by_day = DEMO_DAY + 60;
	DO(d, goal_add(d->c, &x, &x.id));
}

static struct action_id put_action(struct demo *d, const struct life *l, struct plan_id plan,
                                   struct action x)
{
	x.person = l->person.id;
	x.plan = plan;
	x.made_on = FIRST + 1;
	x.on_paper = true;
	DO(d, action_add(d->c, &x, &x.id));
	return x.id;
}

static struct action benefit(void)
{
	struct action x = action_blank;

	x.concern = MONEY;
	x.kind = ACTION_BENEFIT_OR_GRANT;
	x.what = "Personal Independence Payment (PIP)";
	x.owner = OWNER_WORKER;
	x.status = ACTION_COMPLETED;
	x.supported = SUPPORTED_YES;
	return x;
}

static void put_plans(struct demo *d, const struct life *l, struct assessment_id from,
                      struct action_id *ret)
{
	struct plan_id old = put_plan(d, l, from, 1), plan = put_plan(d, l, from, 2);
	struct action x = benefit();

	x.status = ACTION_STARTED;
	x.supported = SUPPORT_NONE;
	put_action(d, l, old, x);
	put_goal(d, l, old, "To be back on site by the summer.", GOAL_SET);
	*ret = put_action(d, l, plan, benefit());
	x = action_blank;
	x.concern = WORK;
	x.kind = ACTION_PERSON_DOES;
	x.what = "tell the site he is off until spring";
	x.owner = OWNER_PERSON;
	x.due_on = DEMO_DAY + 11;
	x.status = ACTION_NOT_STARTED;
	x.confidence = 6;
	put_action(d, l, plan, x);
	x.concern = "physical.tired";
	x.kind = ACTION_INFORMATION;
	x.what = "Information given";
	x.owner = OWNER_WORKER;
	x.status = ACTION_COMPLETED;
	put_action(d, l, plan, x);
	x.concern = "practical.daily";
	x.kind = ACTION_LATER;
	x.what = "Talked about, nothing wanted now · ask at review";
	x.owner = OWNER_NOBODY;
	x.due_on = DAY_NONE;
	x.confidence = NUMBER_NONE;
	x.status = ACTION_NOT_STARTED;
	put_action(d, l, plan, x);
	put_goal(d, l, plan, "To be back on site by the summer.", GOAL_SET);
	put_goal(d, l, plan, "The van paid for before Christmas.", GOAL_ACHIEVED);
}

static void put_awarded(struct demo *d, const struct life *l, struct action_id action)
{
	struct money x = money_blank;

	x.action = action;
	x.kind = MONEY_BENEFIT;
	x.what = "pip";
	x.state = MONEY_AWARDED;
	x.applied_on = FIRST + 1;
	x.decided_on = x.noted_on = DEMO_DAY - 9;
	x.from_on = FIRST + 1;
	x.amount = 43460;
	x.per = PER_FOUR_WEEKS;
	x.back_dated = 43460;
	put_money(d, l, x);
}

static void put_offer(struct demo *d, const struct life *l, struct assessment_id from)
{
	static const struct managing managing[] = {
		{ "CA-NUTRITION-01", MANAGES_ABLE },        { "CA-HYGIENE-01", MANAGES_WITH_HELP },
		{ "CA-CLOTHING-01", MANAGES_TOO_SLOW },     { "CA-HABITABLEHOME-01", MANAGES_ABLE },
		{ "CA-RELATIONSHIPS-01", MANAGES_ABLE },    { "CA-WTEV-01", MANAGES_UNABLE },
		{ "CA-CARINGOTHERS-01", MANAGES_NOT_SAID },
	};
	struct statutory_screen x = statutory_screen_blank;

	x.kind = STATUTORY_CARE_ACT;
	x.assessment = from;
	x.on_day = AGAIN;
	x.arises = x.wellbeing = SAID_YES;
	x.indicated = true;
	x.offer = COUNCIL_SAID_NO;
	x.offer_why = "“My mother and I manage. Ask me after the operation if you must.”";
	put_council(d, l, x, managing, COUNT_OF(managing));
}

void john_more(struct demo *d, const struct life *l)
{
	static const int answers[] = { 4, 7, 4, 7 };
	const struct sheet_of sheet = { .list = CONCERNS_NEWEST,
		                        .on = FIRST,
		                        .overall = 8,
		                        .n = COUNT_OF(troubles),
		                        .at = troubles };
	struct assessment_id from = put_sheet(d, l, &sheet);
	struct action_id action = { 0 };

	put_wellbeing(d, l, from, FIRST, answers);
	put_plans(d, l, from, &action);
	put_awarded(d, l, action);
	put_offer(d, l, from);
	put_paper_given(d, l, DOCUMENT_PLAN, AGAIN);
}
