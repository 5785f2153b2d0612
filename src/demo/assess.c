#include "demo.h"

#include "model/action.h"
#include "model/concern.h"
#include "model/contingency.h"
#include "model/lists.h"
#include "model/money.h"
#include "model/none.h"
#include "model/red.h"
#include "model/unmet_need.h"
#include "model/workdays.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/concerns.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/money.h"
#include "store/plans.h"
#include "store/unmet_needs.h"

#define MOST 14 /* concerns raised at once */

/* What one person was troubled by at an assessment. */
struct sheet {
	struct assessment x;
	size_t n;
	struct concern at[MOST];
	int overall;
};

static bool has(const struct sheet *s, const char *code)
{
	for (size_t i = 0; i < s->n; i++)
		if (text_equal(s->at[i].code, code))
			return true;
	return false;
}

static void raise(struct demo *d, struct sheet *s, const char *code, struct str words)
{
	struct concern *x = &s->at[s->n];

	if (s->n == MOST || has(s, code))
		return;
	*x = concern_blank;
	x->code = code;
	x->answer = CONCERN_SCORED;
	x->score = draw(d, 2, 6) + draw(d, 0, 3);
	x->matters = NUMBER_NONE;
	x->previous_score = NUMBER_NONE;
	if (draw_of_100(d, 5)) {
		x->answer = CONCERN_TALK;
		x->score = NUMBER_NONE;
	}
	x->own_words = words.n > 0 && draw_of_100(d, 35) ? draw_part(d, words) : "";
	x->level = (enum need_level)draw(d, NEED_LOW, NEED_NOT_JUDGED);
	s->n++;
}

static void raise_first(struct demo *d, struct sheet *s, const struct life *l)
{
	size_t want = (size_t)draw(d, 4, 11);
	struct table t;

	if (l->cancer_concerns)
		raise(d, s, draw_part(d, str_of(l->cancer_concerns)), (struct str){ 0 });
	while (s->n < want) {
		draw_row(d, d->concerns, &t);
		raise(d, s, arena_str(d->a, table_field(&t, "code")), table_field(&t, "words"));
	}
}

/* The three that matter most are the three that trouble most. */
static void choose_three(struct sheet *s)
{
	for (int place = 1; place <= 3; place++) {
		struct concern *most = NULL;

		for (size_t i = 0; i < s->n; i++)
			if (s->at[i].matters == NUMBER_NONE &&
			    (!most || s->at[i].score > most->score))
				most = &s->at[i];
		if (most)
			most->matters = place;
	}
}

static void raise_again(struct demo *d, struct sheet *s, const struct sheet *before)
{
	struct table t;

	for (size_t i = 0; i < before->n; i++) {
		struct concern x = before->at[i];
		int change = draw(d, -4, 1);

		x.ver = 0;
		x.matters = NUMBER_NONE;
		x.own_words = "";
		x.previous_score = x.score;
		x.answer = CONCERN_SCORED;
		x.score = (x.score == NUMBER_NONE ? 5 : x.score) + change;
		x.score = x.score < 0 ? 0 : x.score > 10 ? 10 : x.score;
		s->at[s->n++] = x;
	}
	if (draw_of_100(d, 50)) {
		draw_row(d, d->concerns, &t);
		raise(d, s, arena_str(d->a, table_field(&t, "code")), table_field(&t, "words"));
	}
}

static void put_red(struct demo *d, const struct life *l, const struct sheet *s,
                    const struct concern *x)
{
	const struct concern_item *item = concern_find(&d->set, x->code);
	struct red_answer red = red_answer_blank;

	if (!item || !concern_is_red(item, x->answer, x->score, true))
		return;
	red.assessment = s->x.id;
	red.person = l->person.id;
	red.code = x->code;
	red.reply = RED_ASKED_NO;
	DO(d, red_answer_put(d->c, &red));
}

static void put_sheet(struct demo *d, const struct life *l, struct sheet *s)
{
	int most = 0;

	choose_three(s);
	for (size_t i = 0; i < s->n; i++)
		most = s->at[i].score > most ? s->at[i].score : most;
	s->x.overall = most > 9 ? 8 : most;
	DO(d, assessment_add(d->c, &s->x, &s->x.id));
	for (size_t i = 0; i < s->n; i++) {
		s->at[i].assessment = s->x.id;
		s->at[i].person = l->person.id;
		DO(d, concern_put(d->c, &s->at[i]));
		put_red(d, l, s, &s->at[i]);
	}
}

/* ---- the plan ---- */

static void finish(struct demo *d, struct action *x)
{
	if (x->due_on == DAY_NONE || x->due_on >= DEMO_DAY)
		return;
	x->status = draw_of_100(d, 88) ? ACTION_COMPLETED : ACTION_NOT_APPLICABLE;
	x->outcome = x->status == ACTION_COMPLETED ? draw_words(d, "done") : "No longer needed.";
	x->supported = (enum support)draw(d, SUPPORTED_YES, SUPPORTED_NOT_ASKED);
}

static bool by_service(struct demo *d, const struct life *l, struct action *x)
{
	const char *name = "";
	bool open = false;

	x->signpost = put_signpost(d, l, x->concern, x->made_on, &name, &open);
	if (x->signpost.n == 0)
		return false;
	x->kind = ACTION_SIGNPOST;
	x->owner = OWNER_SERVICE;
	x->what = name;
	x->status = open ? ACTION_STARTED : ACTION_COMPLETED;
	if (open)
		x->due_on = day_add_working(DEMO_DAY, draw(d, 4, 14), NULL);
	return true;
}

static void by_somebody(struct demo *d, const struct life *l, struct action *x)
{
	static const struct {
		enum action_kind kind;
		enum action_owner owner;
		const char *words;
	} ways[] = {
		{ ACTION_INFORMATION, OWNER_WORKER, "information" },
		{ ACTION_PERSON_DOES, OWNER_PERSON, "person_does" },
		{ ACTION_WORKER_DOES, OWNER_WORKER, "worker_does" },
		{ ACTION_CLINICAL_TEAM, OWNER_CLINICAL_TEAM, "clinical_team" },
		{ ACTION_LATER, OWNER_NOBODY, "later" },
		{ ACTION_NOTHING_WANTED, OWNER_NOBODY, "nothing" },
	};
	size_t way = (size_t)draw(d, 0, (int)COUNT_OF(ways) - 1);

	x->kind = ways[way].kind;
	x->owner = ways[way].owner;
	x->what = draw_words(d, ways[way].words);
	x->worker = x->owner == OWNER_WORKER ? l->worker : (struct account_id){ 0 };
	if (x->kind != ACTION_LATER && x->kind != ACTION_NOTHING_WANTED)
		x->due_on = draw_working_day(d, x->made_on + 7, x->made_on + 21);
	finish(d, x);
}

static void by_benefit(struct demo *d, struct action *x, struct money *m)
{
	const char *code = draw_words(d, "benefit");
	struct choice_list benefits;
	const struct choice *one;

	DO(d, choice_list_load("benefits", d->a, &benefits));
	if (d->rc != OK)
		return;
	one = choice_find(&benefits, code, d->a);
	m->kind = one && text_equal(one->more, "grant") ? MONEY_GRANT : MONEY_BENEFIT;
	m->what = code;
	m->per = m->kind == MONEY_GRANT ? PER_ONCE : PER_YEAR;
	m->sought = INT64_C(5000) * draw(d, 5, 90);
	x->kind = ACTION_BENEFIT_OR_GRANT;
	x->owner = OWNER_WORKER;
	x->what = one ? one->label : code;
	x->due_on = draw_working_day(d, x->made_on + 21, x->made_on + 60);
	finish(d, x);
	m->state = x->status == ACTION_NOT_APPLICABLE ? MONEY_REFUSED : MONEY_APPLIED;
	if (x->status != ACTION_COMPLETED || !draw_of_100(d, 80))
		return;
	m->state = MONEY_AWARDED;
	m->amount = m->sought * draw(d, 6, 10) / 10;
}

static void put_money(struct demo *d, const struct life *l, const struct action *x,
                      struct action_id id, struct money m)
{
	m.person = l->person.id;
	m.action = id;
	m.applied_on = m.noted_on = x->made_on;
	if (m.state != MONEY_APPLIED)
		m.decided_on = x->due_on;
	m.worth = money_worth(&m);
	m.by_account = l->worker;
	DO(d, money_add(d->c, &m, &m.id));
}

static void put_unmet(struct demo *d, const struct life *l, const struct concern *c, day on)
{
	struct unmet_need x = unmet_need_blank;
	struct unmet_need_id id;

	x.person = l->person.id;
	x.concern = c->code;
	x.level = c->level;
	x.council = l->person.council;
	x.reason = (enum unmet_reason)draw(d, UNMET_NONE_EXISTS, UNMET_NOT_KNOWN_IN_TIME);
	x.note = draw_words(d, "unmet");
	x.noted_on = on;
	x.by_account = l->worker;
	DO(d, unmet_need_add(d->c, &x, &id));
}

static void put_action(struct demo *d, const struct life *l, const struct plan *plan,
                       const struct concern *c)
{
	struct action x = action_blank;
	struct money m = money_blank;
	struct action_id id = { 0 };

	if (c->answer == CONCERN_SCORED && c->score == 0)
		return;
	x.person = l->person.id;
	x.plan = plan->id;
	x.concern = c->code;
	x.made_on = plan->made_on;
	x.status = ACTION_NOT_STARTED;
	x.confidence = draw_of_100(d, 40) ? draw(d, 4, 10) : NUMBER_NONE;
	if (text_equal(c->code, "practical.money") && draw_of_100(d, 45))
		by_benefit(d, &x, &m);
	else if (draw_of_100(d, 45) || !by_service(d, l, &x))
		by_somebody(d, l, &x);
	if (draw_of_100(d, 5))
		put_unmet(d, l, c, plan->made_on);
	DO(d, action_add(d->c, &x, &id));
	if (m.kind != MONEY_KIND_NONE)
		put_money(d, l, &x, id, m);
}

static void put_worse(struct demo *d, const struct plan *plan, const char *what)
{
	struct contingency x = contingency_blank;

	x.person = plan->person;
	x.plan = plan->id;
	x.name = CONTINGENCY_PLAIN;
	x.what = what;
	DO(d, contingency_add(d->c, &x, &x.id));
}

static void put_goal(struct demo *d, const struct life *l, const struct plan *plan)
{
	struct goal x = goal_blank;
	struct goal_id id;

	x.person = l->person.id;
	x.plan = plan->id;
	x.words = draw_words(d, "goal");
	x.by_day = plan->made_on + 42;
	x.status = x.by_day < DEMO_DAY ? (enum goal_status)draw(d, GOAL_ACHIEVED, GOAL_NOT_ACHIEVED)
	                               : GOAL_SET;
	if (x.status != GOAL_SET)
		x.supported = draw_of_100(d, 75) ? SUPPORTED_YES : SUPPORTED_PARTLY;
	DO(d, goal_add(d->c, &x, &id));
}

static void put_plan(struct demo *d, const struct life *l, const struct sheet *s, bool last)
{
	struct plan plan = plan_blank;
	const char *worse = NULL;

	plan.person = l->person.id;
	plan.assessment = s->x.id;
	plan.version = 1;
	plan.made_on = s->x.on_day;
	plan.by_account = l->worker;
	plan.status = last && DEMO_DAY - s->x.on_day < 10 ? PLAN_DRAFT : PLAN_AGREED;
	if (plan.status == PLAN_AGREED) {
		plan.agreed_on = plan.made_on;
		plan.agreed_how = draw_words(d, "agreed");
		plan.review_on = day_next_working(plan.made_on + 42, NULL);
		plan.given_on = draw_of_100(d, 80) ? plan.made_on + draw(d, 0, 3) : DAY_NONE;
		worse = draw_words(d, "worse");
	}
	if (!last)
		plan.status = PLAN_SUPERSEDED;
	DO(d, plan_add(d->c, &plan, &plan.id));
	if (worse)
		put_worse(d, &plan, worse);
	for (size_t i = 0; d->rc == OK && i < s->n; i++)
		put_action(d, l, &plan, &s->at[i]);
	if (plan.status != PLAN_DRAFT)
		put_goal(d, l, &plan);
}

static enum pathway_point point_of(enum stage stage)
{
	switch (stage) {
	case STAGE_NONE:
	case STAGE_SUSPECTED:
	case STAGE_DIAGNOSED:
		return PATHWAY_DIAGNOSIS;
	case STAGE_AWAITING_TREATMENT:
		return PATHWAY_TREATMENT_START;
	case STAGE_IN_TREATMENT:
		return PATHWAY_IN_TREATMENT;
	case STAGE_TREATMENT_ENDED:
		return PATHWAY_TREATMENT_END;
	case STAGE_RECURRENCE:
		return PATHWAY_RECURRENCE;
	case STAGE_END_OF_LIFE:
		return PATHWAY_COMFORT;
	case STAGE_FOLLOW_UP:
	case STAGE_LIVING_WITH:
	case STAGE_DIED:
	case STAGE_CARING:
	case STAGE_BEREAVED:
		break;
	}
	return PATHWAY_OTHER;
}

static void begin_sheet(struct demo *d, const struct life *l, day on, struct sheet *s)
{
	static const enum assessment_mode modes[] = { ASSESSMENT_BY_PHONE, ASSESSMENT_BY_PHONE,
		                                      ASSESSMENT_HOME_VISIT, ASSESSMENT_IN_PERSON,
		                                      ASSESSMENT_ON_PAPER };
	struct assessment *x = &s->x;

	*s = (struct sheet){ .x = assessment_blank };
	x->person = l->person.id;
	x->referral = l->referral.id;
	x->list = CONCERNS_NEWEST;
	x->status = ASSESSMENT_PLAN_AGREED;
	x->offered = OFFER_SAID_YES;
	x->on_day = x->done_on = on;
	x->at_minute = 10 * 60 + 5 * draw(d, 0, 60);
	x->pathway_point = point_of(l->person.stage);
	x->mode = modes[draw(d, 0, (int)COUNT_OF(modes) - 1)];
	x->assisted = SAID_YES;
	x->agreed_keep = SAID_YES;
	x->agreed_share = draw_of_100(d, 80) ? SAID_YES : SAID_NO;
	x->by_account = l->worker;
}

void put_assessments(struct demo *d, struct life *l, day first)
{
	struct sheet now;
	day on = first;

	begin_sheet(d, l, on, &now);
	raise_first(d, &now, l);
	for (;;) {
		struct sheet before;
		day next = on + draw(d, 80, 130);
		bool last = next > l->spoken;

		if (last && DEMO_DAY - on < 10)
			now.x.status = ASSESSMENT_DONE;
		put_sheet(d, l, &now);
		put_plan(d, l, &now, last);
		if (last || d->rc != OK)
			return;
		before = now;
		on = day_next_working(next, NULL);
		begin_sheet(d, l, on, &now);
		now.x.previous = before.x.id;
		raise_again(d, &now, &before);
	}
}
