#include "act.h"
#include "assessed.h"
#include "planned.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/actions.h"
#include "store/concerns.h"
#include "store/goals.h"
#include "store/people.h"
#include "store/plans.h"

static const char *usual_words(enum action_kind kind)
{
	switch (kind) {
	case ACTION_INFORMATION:
		return _("Information given");
	case ACTION_CLINICAL_TEAM:
		return _("Ask the clinical team");
	case ACTION_BENEFIT_OR_GRANT:
		return _("Find out about a benefit or grant");
	case ACTION_LATER:
		return _("Talked about, nothing wanted now · ask at review");
	case ACTION_NOTHING_WANTED:
		return _("Talked about, nothing wanted");
	case ACTION_KIND_NONE:
	case ACTION_SIGNPOST:
	case ACTION_REFER:
	case ACTION_PERSON_DOES:
	case ACTION_WORKER_DOES:
		break;
	}
	return "";
}

static enum action_owner usual_owner(enum action_kind kind)
{
	switch (kind) {
	case ACTION_PERSON_DOES:
		return OWNER_PERSON;
	case ACTION_WORKER_DOES:
	case ACTION_INFORMATION:
	case ACTION_CLINICAL_TEAM:
	case ACTION_BENEFIT_OR_GRANT:
		return OWNER_WORKER;
	case ACTION_SIGNPOST:
	case ACTION_REFER:
		return OWNER_SERVICE;
	case ACTION_KIND_NONE:
	case ACTION_LATER:
	case ACTION_NOTHING_WANTED:
		break;
	}
	return OWNER_NOBODY;
}

static enum action_status usual_status(enum action_kind kind)
{
	if (kind == ACTION_INFORMATION)
		return ACTION_COMPLETED;
	return kind == ACTION_NOTHING_WANTED ? ACTION_NOT_APPLICABLE : ACTION_NOT_STARTED;
}

/* The plainest thing it can be: everything about it but which concern and plan. */
static void fill(struct session *s, struct action *x, const struct plan_answer *answer,
                 struct arena *a)
{
	x->kind = answer->kind;
	x->what = text_empty(answer->what) ? usual_words(answer->kind)
	                                   : action_words(answer->kind, answer->what, a);
	x->owner = usual_owner(answer->kind);
	x->who = x->kind == ACTION_CLINICAL_TEAM && answer->who ? answer->who : "";
	x->worker.n = x->owner == OWNER_WORKER ? s->account.id.n : 0;
	x->status = usual_status(answer->kind);
	x->made_on = s->today;
	x->due_on = DAY_NONE;
	if (!action_kind_has_day(x->kind))
		return;
	x->due_on =
		answer->due_on != DAY_NONE ? answer->due_on : session_due(s, DUE_ACTION, s->today);
}

/* The answer that this one takes the place of: not what a service or a benefit office sees to. */
static struct action *replaced(struct action_list *actions, const char *code)
{
	for (size_t i = 0; i < actions->n; i++) {
		struct action *x = &actions->at[i];

		if (text_equal(x->concern, code) && !action_kind_is_service(x->kind) &&
		    x->kind != ACTION_BENEFIT_OR_GRANT && x->status != ACTION_COMPLETED)
			return x;
	}
	return NULL;
}

static enum status answer_in(struct session *s, struct change *c, const struct plan *plan,
                             const struct plan_answer *answer, struct arena *a, struct action *ret)
{
	struct action x = action_blank;
	struct action_list actions;
	struct action *old;
	enum status rc = actions_of_plan(s->store, plan->id, a, &actions);

	if (rc != OK)
		return rc;
	old = replaced(&actions, answer->code);
	if (old)
		x = *old;
	x.person = answer->person;
	x.plan = plan->id;
	x.concern = answer->code;
	fill(s, &x, answer, a);
	x.status_on = DAY_NONE;
	rc = old ? action_update(c, &x) : action_add(c, &x, &x.id);
	if (rc == OK)
		rc = action_reminder_in(s, c, &x, a);
	if (rc == OK)
		rc = action_get(s->store, x.id, a, ret);
	return rc;
}

static enum status read_name(struct session *s, struct person_id id, struct arena *a,
                             const char **ret)
{
	struct person p;
	enum status rc = session_store(s, person_get(s->store, id, a, &p));

	if (rc == OK)
		*ret = act_name(&p, a);
	return rc;
}

enum status casework_answer_concern(struct session *s, const struct plan_answer *answer,
                                    struct arena *a, struct action *ret)
{
	struct change c = { 0 };
	struct plan plan;
	const char *name;
	enum status rc = casework_may_about(s, OP_PLAN, answer->person);

	if (rc == OK && text_empty(answer->what) && text_empty(usual_words(answer->kind)))
		return session_fail(s, E_INVALID, _("Say what will happen. Nothing was changed."));
	if (rc == OK)
		rc = read_name(s, answer->person, a, &name);
	if (rc != OK)
		return rc;
	rc = act_begin(
		s, OP_PLAN, &c, answer->person,
		arena_printf(a, _("plan of %s: %s"), name, session_concern_label(s, answer->code)));
	if (rc == OK)
		rc = plan_draft_in(s, &c, answer->person, a, &plan, NULL);
	if (rc == OK)
		rc = answer_in(s, &c, &plan, answer, a, ret);
	return act_end(s, &c, rc);
}

/* E_STOPPED: everything has an answer, perhaps a colleague's of just now. */
static enum status rest_in(struct session *s, struct change *c, struct person_id person,
                           struct arena *a, size_t *ret)
{
	struct plan_answer answer = { .person = person, .kind = ACTION_LATER, .due_on = DAY_NONE };
	struct plan_view v;
	struct plan plan;
	struct action x;
	enum status rc = plan_view_read(s, person, a, &v);

	if (rc == OK && v.unanswered == 0)
		return E_STOPPED;
	if (rc == OK)
		rc = plan_draft_in(s, c, person, a, &plan, NULL);
	for (size_t i = 0; rc == OK && i < v.n; i++) {
		if (v.at[i].actions.n > 0)
			continue;
		answer.code = v.at[i].code;
		rc = answer_in(s, c, &plan, &answer, a, &x);
	}
	if (rc == OK)
		*ret = v.unanswered;
	return rc;
}

enum status casework_answer_rest(struct session *s, struct person_id person, size_t *ret)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name;
	size_t n = 0;
	enum status rc = casework_may_about(s, OP_PLAN, person);

	if (rc == OK)
		rc = read_name(s, person, &a, &name);
	if (rc == OK) {
		rc = act_begin(s, OP_PLAN, &c, person,
		               arena_printf(&a, _("plan of %s: the rest"), name));
		if (rc == OK)
			rc = rest_in(s, &c, person, &a, &n);
		rc = act_end(s, &c, rc);
	}
	if (rc == E_STOPPED)
		rc = OK;
	if (rc == OK)
		*ret = n;
	arena_reset(&a);
	return rc;
}

static enum status put_level(struct session *s, struct change *c, const struct action *x,
                             enum need_level level, struct arena *a)
{
	struct assessed_standing standing = { 0 };
	enum status rc = assessed_standing(s, x->person, a, &standing);

	for (size_t i = 0; rc == OK && i < standing.concerns.n; i++) {
		struct concern *concern = &standing.concerns.at[i];

		if (!text_equal(concern->code, x->concern) || concern->level == level)
			continue;
		rc = assessed_open(s, concern->assessment, a);
		concern->level = level;
		if (rc == OK)
			rc = concern_put(c, concern);
	}
	return rc;
}

/* *ret: 0 where it leads to none. */
static enum status goal_in(struct session *s, struct change *c, struct person_id person,
                           const char *words, struct arena *a, struct goal_id *ret)
{
	struct goal x = goal_blank;
	enum status rc;

	if (text_empty(words))
		return OK;
	x.person = person;
	x.words = words;
	rc = plan_goal_in(s, c, &x, a);
	if (rc == OK)
		*ret = x.id;
	return rc;
}

/* The action in the plan that may be changed, with what x holds. */
static enum status change_in(struct session *s, struct change *c, const struct action *x,
                             enum need_level level, const char *words, struct arena *a)
{
	struct actions_moved moved = { 0 };
	struct action now = *x, row;
	struct goal_id goal = { 0 };
	struct plan plan;
	enum status rc = action_get(s->store, x->id, a, &row);

	if (rc == OK && row.person.n != x->person.n)
		return session_fail(s, E_INVALID, _("That is in somebody else's plan."));
	/* A copy into the next version is new, and would not know. */
	if (rc == OK && row.ver != x->ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed this action after you opened it."));
	if (rc == OK)
		rc = plan_part_current(s, row.person, row.plan, a);
	if (rc == OK)
		rc = plan_draft_in(s, c, x->person, a, &plan, &moved);
	if (rc == OK)
		rc = goal_in(s, c, x->person, words, a, &goal);
	for (size_t i = 0; i < moved.n; i++)
		if (moved.at[i].was.n == x->id.n) {
			now.id = moved.at[i].now;
			now.ver = 1;
		}
	if (rc == OK)
		rc = action_get(s->store, now.id, a, &row);
	if (rc != OK)
		return rc;
	now.plan = row.plan;
	now.goal = goal;
	now.what = action_words(now.kind, now.what, a);
	rc = action_update(c, &now);
	if (rc == OK)
		rc = action_reminder_in(s, c, &now, a);
	if (rc == OK)
		rc = put_level(s, c, &now, level, a);
	return rc;
}

enum status casework_change_action(struct session *s, const struct action *x, enum need_level level,
                                   const char *goal)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name;
	enum status rc = casework_may_about(s, OP_PLAN, x->person);

	if (rc == OK && text_empty(x->what))
		rc = session_fail(s, E_INVALID, _("Say what will happen. Nothing was changed."));
	if (rc == OK)
		rc = read_name(s, x->person, &a, &name);
	if (rc == OK) {
		rc = act_begin(s, OP_PLAN, &c, x->person,
		               arena_printf(&a, _("plan of %s: %s"), name, x->what));
		if (rc == OK)
			rc = change_in(s, &c, x, level, goal, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
