#include "casework/plan_review.h"

#include "act.h"
#include "planned.h"
#include "reminders_of.h"
#include "signpost_outcome.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/accounts.h"
#include "store/actions.h"
#include "store/assessments.h"
#include "store/contingencies.h"
#include "store/goals.h"
#include "store/plans.h"
#include "store/reminders.h"
#include "store/signposts.h"

day plan_review_proposed(const struct session *s)
{
	return session_due(s, DUE_REVIEW, s->today);
}

/* The reminder of that kind that a rule made, or a new one. */
enum status plan_remind_in(struct session *s, struct change *c, const struct plan *plan,
                           enum reminder_kind kind, day due_on, struct arena *a)
{
	struct reminder_list open;
	struct reminder r = reminder_blank;
	struct reminder_id id;
	enum status rc = reminders_open_of_person(s->store, plan->person, a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++)
		if (open.at[i].kind == kind) {
			open.at[i].due_on = due_on;
			return reminder_update(c, &open.at[i]);
		}
	r.person = plan->person;
	r.worker = s->account.id;
	r.kind = kind;
	r.what = kind == REMINDER_REVIEW_DUE ? _("Go over the plan again")
	                                     : _("Give them their plan");
	r.due_on = due_on;
	r.first_due_on = due_on;
	r.to_person = true;
	r.rule = kind == REMINDER_REVIEW_DUE ? "review-due" : "plan-not-given";
	r.why = arena_printf(a, _("Plan agreed on %s"), day_short(plan->agreed_on, s->today, a));
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return rc == OK ? reminder_add(c, &r, &id) : rc;
}

/* A review says what came of an agreed plan; that is no change of the plan itself. */
static enum status review_in(struct session *s, struct change *c, const struct action *was,
                             const struct action_review *r, struct arena *a)
{
	struct action x = *was;
	enum status rc;

	if (x.status != r->status)
		x.status_on = s->today;
	x.status = r->status;
	x.supported = r->supported;
	if (!text_empty(r->outcome))
		x.outcome = r->outcome;
	rc = action_update(c, &x);
	return rc == OK ? action_reminder_in(s, c, &x, a) : rc;
}

enum status casework_review_action(struct session *s, const struct action_review *r)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct action x;
	enum status rc = casework_may(s, OP_PLAN);

	if (rc == OK)
		rc = session_store(s, action_get(s->store, r->action, &a, &x));
	if (rc == OK)
		rc = plan_begin(s, &c, x.person, _("what came of the plan of"), &a);
	if (rc == OK)
		rc = review_in(s, &c, &x, r, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

/* ---- the whole plan ---- */

struct going_over {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct plan_gone_over *x;
	struct plan plan;
	struct plan_outcome *said; /* one for each */
};

static enum status changed_since(struct session *s, const char *what)
{
	return session_fail(s, E_CONFLICT,
	                    _("Somebody else changed “%s” meanwhile. Nothing was saved; what you "
	                      "answered is kept."),
	                    what);
}

/* The loop of a service that was still open is closed with what they said of it. */
static enum status service_over(struct going_over *g, const struct gone_over *x,
                                const struct action *row)
{
	struct signpost_outcome o = signpost_outcome_blank;
	struct signpost signpost;
	enum status rc;
	day again;

	if (row->signpost.n == 0)
		return OK;
	if (x->status == ACTION_NOT_APPLICABLE)
		o.status = SIGNPOST_CANCELLED;
	else if (x->status == ACTION_COMPLETED && x->helped != HELPED_NONE)
		o.status = SIGNPOST_COMPLETED;
	else
		return OK;
	rc = signpost_get(g->s->store, row->signpost, g->a, &signpost);
	if (rc != OK || !signpost_open(signpost.status))
		return rc;
	o.id = row->signpost;
	o.asked = ASKED_PERSON;
	o.answered = SAID_YES;
	o.helped = o.status == SIGNPOST_COMPLETED ? x->helped : HELPED_NONE;
	o.outcome = text_empty(x->outcome) ? "" : x->outcome;
	return signpost_outcome_in(g->s, g->c, &o, &again);
}

static enum status action_over(struct going_over *g, const struct gone_over *x,
                               struct plan_outcome *said)
{
	const struct action_review r = { x->action, x->status, x->supported, x->outcome };
	struct action row;
	enum status rc = action_get(g->s->store, x->action, g->a, &row);

	if (rc != OK)
		return rc;
	if (row.person.n != g->x->person.n)
		return session_fail(g->s, E_INVALID, _("That is in somebody else's plan."));
	if (row.ver != x->ver || row.plan.n != g->plan.id.n)
		return changed_since(g->s, row.what);
	*said = (struct plan_outcome){ .what = row.what,
		                       .outcome = text_empty(x->outcome) ? "" : x->outcome,
		                       .status = x->status,
		                       .supported = x->supported,
		                       .helped = x->helped };
	rc = review_in(g->s, g->c, &row, &r, g->a);
	return rc == OK ? service_over(g, x, &row) : rc;
}

static enum status goal_over(struct going_over *g, const struct gone_over *x,
                             struct plan_outcome *said)
{
	struct goal row;
	enum status rc = goal_get(g->s->store, x->goal, g->a, &row);

	if (rc != OK)
		return rc;
	if (row.person.n != g->x->person.n)
		return session_fail(g->s, E_INVALID, _("That is in somebody else's plan."));
	if (row.ver != x->ver || row.plan.n != g->plan.id.n)
		return changed_since(g->s, row.words);
	if (row.status != x->reached)
		row.status_on = g->s->today;
	row.status = x->reached;
	row.supported = x->supported;
	*said = (struct plan_outcome){ .what = row.words,
		                       .outcome = text_empty(x->outcome) ? "" : x->outcome,
		                       .goal = true,
		                       .reached = x->reached,
		                       .supported = x->supported };
	return goal_update(g->c, &row);
}

/* The reminder that asked for it is done; there is one for the next time. */
static enum status remind_next(struct going_over *g, const char *words, day next)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(g->s->store, g->x->person, g->a, &open);
	struct str rest = str_of(words), first;

	if (!str_cut(&rest, '\n', &first))
		first = STR("");
	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder *r = &open.at[i];

		if (r->kind != REMINDER_REVIEW_DUE)
			continue;
		rc = reminder_done_in(g->s, g->c, r,
		                      first.n > 0 ? arena_str(g->a, first)
		                                  : _("Gone over with them"));
	}
	return rc == OK ? plan_remind_in(g->s, g->c, &g->plan, REMINDER_REVIEW_DUE, next, g->a)
	                : rc;
}

static enum status note_review(struct going_over *g, const char *words, day next)
{
	struct plan_review r = plan_review_blank;
	enum status rc;

	r.person = g->x->person;
	r.plan = g->plan.id;
	r.on_day = g->s->today;
	r.words = text_empty(words) ? _("Gone over with them: it stands as it is.") : words;
	r.next_on = next;
	r.by_account = g->s->account.id;
	rc = plan_review_add(g->c, &r, &r.id);
	if (rc != OK)
		return rc;
	g->plan.review_on = next;
	return plan_update(g->c, &g->plan);
}

static enum status go_over_in(struct going_over *g, day next)
{
	const char *words;
	enum status rc = plan_latest(g->s->store, g->x->person, g->a, &g->plan);

	if (rc == E_NOT_FOUND)
		return session_fail(g->s, rc, _("There is no plan to go over yet. p makes one."));
	g->said = ARENA_ARRAY(g->a, g->x->n, struct plan_outcome);
	for (size_t i = 0; rc == OK && i < g->x->n; i++)
		rc = g->x->at[i].action.n != 0 ? action_over(g, &g->x->at[i], &g->said[i])
		                               : goal_over(g, &g->x->at[i], &g->said[i]);
	if (rc != OK)
		return rc;
	words = plan_review_text(g->said, g->x->n, g->a);
	rc = note_review(g, words, next);
	return rc == OK ? remind_next(g, words, next) : rc;
}

enum status casework_go_over_plan(struct session *s, const struct plan_gone_over *x, day *next)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct going_over g = { .s = s, .c = &c, .a = &a, .x = x };
	day on = x->next_on != DAY_NONE ? x->next_on : plan_review_proposed(s);
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK)
		rc = plan_begin(s, &c, x->person, _("went over the plan of"), &a);
	if (rc == OK)
		rc = go_over_in(&g, on);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*next = on;
	arena_reset(&a);
	return rc;
}

/* ---- versions ---- */

/* Each concern as the list calls it that was asked then: a loaded list's codes say nothing. */
static enum status read_labels(struct session *s, struct arena *a, struct plan_content *x)
{
	struct assessment asked;
	const char **labels = ARENA_ARRAY(a, x->actions.n, const char *);
	enum status rc = assessment_get(s->store, x->plan.assessment, a, &asked);

	for (size_t i = 0; rc == OK && i < x->actions.n; i++)
		labels[i] = session_concern_label_in(s, asked.list, x->actions.at[i].concern);
	x->labels = labels;
	return rc;
}

static enum status read_content(struct session *s, const struct plan *plan, struct arena *a,
                                struct plan_content *ret)
{
	enum status rc = actions_of_plan(s->store, plan->id, a, &ret->actions);

	ret->plan = *plan;
	if (rc == OK && plan->assessment.n != 0)
		rc = read_labels(s, a, ret);
	if (rc == OK)
		rc = goals_of_plan(s->store, plan->id, a, &ret->goals);
	return rc == OK ? contingencies_of_plan(s->store, plan->id, a, &ret->worse) : rc;
}

static enum status read_versions(struct session *s, struct person_id person, struct arena *a,
                                 struct plan_versions *ret)
{
	struct plan_versions v = { 0 };
	struct plan_list plans;
	struct account who;
	enum status rc = plans_of_person(s->store, person, a, &plans);

	for (size_t i = 0; rc == OK && i < plans.n; i++) {
		struct plan_version *x = ARENA_PUSH(a, &v);

		rc = read_content(s, &plans.at[i], a, &x->content);
		if (rc == OK)
			rc = account_get(s->store, plans.at[i].by_account, a, &who);
		if (rc == OK) {
			x->by = who.name;
			x->lines = plan_lines(&x->content, s->today, a);
		}
	}
	for (size_t i = 0; rc == OK && i + 1 < v.n; i++)
		v.at[i].changes = plan_changes(&v.at[i + 1].content, &v.at[i].content, s->today, a);
	if (rc == OK)
		*ret = v;
	return rc;
}

enum status casework_plan_versions(struct session *s, struct person_id person, struct arena *a,
                                   struct plan_versions *ret)
{
	enum status rc = act_read(s, OP_OPEN_PERSON, person);

	return rc == OK ? session_store(s, read_versions(s, person, a, ret)) : rc;
}

enum status casework_reread_plan(struct session *s, struct person_id person, struct arena *a,
                                 struct plan_versions *ret)
{
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, person);

	return rc == OK ? session_store(s, read_versions(s, person, a, ret)) : rc;
}
