#include "fuller.h"

#include "model/measure.h"
#include "model/none.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/contingencies.h"
#include "store/disclosures.h"
#include "store/measures.h"
#include "store/money.h"
#include "store/statutory.h"

struct assessment_id put_sheet(struct demo *d, const struct life *l, const struct sheet_of *sheet)
{
	struct assessment x = assessment_blank;

	x.person = l->person.id;
	x.referral = l->referral.id;
	x.list = sheet->list;
	x.status = ASSESSMENT_DONE;
	x.offered = OFFER_SAID_YES;
	x.on_day = x.done_on = sheet->on;
	x.at_minute = 14 * 60;
	x.pathway_point = PATHWAY_IN_TREATMENT;
	x.mode = ASSESSMENT_BY_PHONE;
	x.assisted = x.agreed_keep = x.agreed_share = SAID_YES;
	x.overall = sheet->overall;
	x.previous = sheet->previous;
	x.by_account = l->worker;
	DO(d, assessment_add(d->c, &x, &x.id));
	for (size_t i = 0; i < sheet->n; i++) {
		const struct trouble *t = &sheet->at[i];
		struct concern c = concern_blank;

		c.assessment = x.id;
		c.person = x.person;
		c.code = t->code;
		c.answer = CONCERN_SCORED;
		c.score = t->score;
		c.previous_score = t->was;
		c.matters = t->matters;
		c.level = t->level;
		c.own_words = t->words;
		DO(d, concern_put(d->c, &c));
	}
	return x.id;
}

void put_wellbeing(struct demo *d, const struct life *l, struct assessment_id at, day on,
                   const int answers[4])
{
	static const char *const items[] = { "satisfied", "worthwhile", "happy", "anxious" };
	struct measured x = measured_blank;

	x.person = l->person.id;
	x.measure = "ons4-1";
	x.on_day = on;
	x.assessment = at;
	x.by_account = l->worker;
	DO(d, measured_add(d->c, &x, &x.id));
	for (size_t i = 0; i < COUNT_OF(items); i++) {
		struct measure_answer answer = measure_answer_blank;

		answer.measured = x.id;
		answer.person = x.person;
		answer.item = items[i];
		answer.answer = CONCERN_SCORED;
		answer.value = answers[i];
		DO(d, measure_answer_put(d->c, &answer));
	}
}

void put_council(struct demo *d, const struct life *l, struct statutory_screen x,
                 const struct managing *at, size_t n)
{
	x.person = l->person.id;
	x.by_account = l->worker;
	DO(d, statutory_screen_add(d->c, &x, &x.id));
	for (size_t i = 0; i < n; i++) {
		struct statutory_answer answer = statutory_answer_blank;

		answer.screen = x.id;
		answer.person = x.person;
		answer.code = at[i].code;
		answer.answer = at[i].answer;
		DO(d, statutory_answer_put(d->c, &answer));
	}
}

void put_if(struct demo *d, const struct life *l, struct plan_id plan, struct contingency x)
{
	x.person = l->person.id;
	x.plan = plan;
	DO(d, contingency_add(d->c, &x, &x.id));
}

void put_money(struct demo *d, const struct life *l, struct money x)
{
	x.person = l->person.id;
	x.by_account = l->worker;
	x.worth = money_worth(&x);
	DO(d, money_add(d->c, &x, &x.id));
}

void put_paper_given(struct demo *d, const struct life *l, enum document which, day on)
{
	struct disclosure x = disclosure_blank;

	x.person = l->person.id;
	x.on_day = on;
	x.at_minute = 15 * 60;
	x.kind = DISCLOSURE_PAPER;
	x.document = which;
	x.to_whom = "themselves";
	x.purpose = PURPOSE_KEEP;
	x.basis = "their own copy";
	x.fields = "what matters, what happens next, who to ring";
	x.how = "by hand";
	x.by_account = l->worker;
	DO(d, disclosure_add(d->c, &x, &x.id));
}
