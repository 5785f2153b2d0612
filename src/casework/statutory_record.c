#include "casework/statutory.h"

#include "act.h"
#include "assessed.h"
#include "planned.h"
#include "reminders_of.h"
#include "statutory_read.h"

#include "base/words.h"
#include "store/actions.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/statutory.h"

/* The rules that make these reminders. */
#define RULE_AGAIN "council-again"
#define RULE_CHECK "council-check"

struct recording {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct new_statutory *x;
	struct person person;
	struct account_id worker;
	const char *council; /* who decides, as it is said in a sentence */
	day ask_on, check_on;
};

static struct statutory_list list_of(const struct recording *r)
{
	return statutory_list_in(r->s, &r->person, r->x->screen.kind, r->a);
}

/* ---- what follows ---- */

static enum status remind(const struct recording *r, enum reminder_kind kind, const char *rule,
                          const char *what, day on)
{
	struct reminder x = reminder_blank;
	struct reminder_id id;

	x.person = r->person.id;
	x.worker = r->worker;
	x.kind = kind;
	x.what = what;
	x.due_on = x.first_due_on = on;
	x.to_person = kind == REMINDER_FOLLOW_UP;
	if (kind == REMINDER_CHASE)
		x.promised_by = r->x->screen.sent_to;
	x.rule = rule;
	x.why = arena_printf(r->a, _("Offered on %s: %s."),
	                     day_short(r->s->today, r->s->today, r->a),
	                     words_label(&statutory_offers, (int)r->x->screen.offer));
	x.state = REMINDER_OPEN;
	x.made_on = r->s->today;
	x.by_account = r->s->account.id;
	return reminder_add(r->c, &x, &id);
}

/* It was asked: reminders to do so are done. */
static enum status close_again(const struct recording *r)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(r->s->store, r->person.id, r->a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder x = open.at[i];

		if (!text_equal(x.rule, RULE_AGAIN))
			continue;
		rc = reminder_done_in(r->s, r->c, &x,
		                      words_label(&statutory_offers, (int)r->x->screen.offer));
	}
	return rc;
}

static bool stands_already(const struct action_list *actions, const char *what)
{
	for (size_t i = 0; i < actions->n; i++)
		if (actions->at[i].kind == ACTION_WORKER_DOES &&
		    action_open(actions->at[i].status) && text_equal(actions->at[i].what, what))
			return true;
	return false;
}

/* What I will do stands in the plan, where there is anything to plan from. */
static enum status put_in_plan(const struct recording *r, const char *what)
{
	struct action x = action_blank;
	struct action_list actions;
	struct plan plan;
	enum status rc = plan_draft_in(r->s, r->c, r->person.id, r->a, &plan, NULL);

	if (rc == OK)
		rc = actions_of_plan(r->s->store, plan.id, r->a, &actions);
	if (rc != OK || stands_already(&actions, what))
		return rc;
	x.person = r->person.id;
	x.plan = plan.id;
	x.kind = ACTION_WORKER_DOES;
	x.what = what;
	x.owner = OWNER_WORKER;
	x.worker = r->worker;
	x.due_on = r->ask_on;
	x.status = ACTION_NOT_STARTED;
	x.made_on = r->s->today;
	x.on_paper = true;
	rc = action_add(r->c, &x, &x.id);
	return rc == OK ? action_reminder_in(r->s, r->c, &x, r->a) : rc;
}

static enum status they_want_it(const struct recording *r)
{
	const char *what = statutory_action(r->council, r->a);
	struct assessment from;
	enum status rc = assessed_last(r->s, r->person.id, r->a, &from);

	if (rc == OK)
		rc = put_in_plan(r, what);
	else if (rc == E_NOT_FOUND)
		rc = remind(r, REMINDER_FOLLOW_UP, STATUTORY_RULE_ASK,
		            arena_printf(r->a, _("Ask %s for an assessment"), r->council),
		            r->ask_on);
	if (rc == OK)
		rc = remind(r, REMINDER_CHASE, RULE_CHECK,
		            arena_printf(r->a, _("Has %s been in touch about the assessment?"),
		                         r->council),
		            r->check_on);
	return rc;
}

/* There is nothing to ask the council for any more. */
static enum status end_asking(const struct recording *r)
{
	enum statutory_offer offer = r->x->screen.offer;
	const struct statutory_end end = {
		r->council,
		offer == COUNCIL_HAS_ONE ? ACTION_COMPLETED : ACTION_NOT_APPLICABLE,
		words_label(&statutory_offers, (int)offer),
	};

	if (offer != COUNCIL_HAS_ONE && offer != COUNCIL_SAID_NO && offer != COUNCIL_NOT_NOW)
		return OK;
	return statutory_end_in(r->s, r->c, r->person.id, &end);
}

static enum status follow_in(const struct recording *r)
{
	enum status rc = close_again(r);

	if (rc == OK)
		rc = end_asking(r);
	if (rc != OK || r->person.no_more_contact_on != DAY_NONE)
		return rc;
	if (r->x->screen.offer == COUNCIL_WANTED)
		return they_want_it(r);
	if (r->x->screen.offer == COUNCIL_NOT_NOW)
		return remind(r, REMINDER_ASK_AGAIN, RULE_AGAIN,
		              arena_printf(r->a, _("Offer an assessment by %s again"), r->council),
		              r->x->screen.again_on);
	return OK;
}

/* ---- storing it ---- */

static enum status record_in(const struct recording *r, struct statutory_screen_id *ret)
{
	const struct statutory_list list = list_of(r);
	struct statutory_screen screen = r->x->screen;
	struct assessment from;
	enum status rc = assessed_last(r->s, r->person.id, r->a, &from);

	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	screen.assessment.n = rc == OK ? from.id.n : 0;
	screen.on_day = r->s->today;
	screen.by_account = r->s->account.id;
	screen.indicated = statutory_indicated(&list, &screen, &r->x->answers);
	rc = statutory_screen_add(r->c, &screen, ret);
	for (size_t i = 0; rc == OK && i < r->x->answers.n; i++) {
		struct statutory_answer answer = r->x->answers.at[i];

		if (!statutory_find(&list, answer.code) || answer.answer == MANAGES_NONE)
			continue;
		answer.screen = *ret;
		answer.person = r->person.id;
		rc = statutory_answer_put(r->c, &answer);
	}
	return rc == OK ? follow_in(r) : rc;
}

static enum status check(struct recording *r)
{
	const struct statutory_list list = list_of(r);
	struct statutory_screen screen = r->x->screen;
	struct problems problems = { 0 };

	if (person_died(&r->person))
		return session_fail(r->s, E_CONFLICT, _("%s died. Nothing was saved."),
		                    act_name(&r->person, r->a));
	screen.indicated = statutory_indicated(&list, &screen, &r->x->answers);
	statutory_problems(&screen, r->s->today, r->a, &problems);
	if (problems_stop(&problems))
		return session_fail(r->s, E_INVALID, "%s", problems.at[0].text);
	return OK;
}

static enum status prepare(struct recording *r)
{
	struct session *s = r->s;
	struct referral referral;
	const char *council;
	enum status rc = person_get(s->store, r->x->screen.person, r->a, &r->person);

	if (rc == OK)
		rc = referral_current(s->store, r->person.id, r->a, &referral);
	if (rc != OK && rc != E_NOT_FOUND)
		return session_store(s, rc);
	if (r->person.id.n == 0)
		return session_fail(s, E_NOT_FOUND, _("That record is not there any more."));
	r->worker = rc == OK && referral.worker.n != 0 ? referral.worker : s->account.id;
	council = statutory_nation(s, &r->person) == NATION_NORTHERN_IRELAND
	                  ? ""
	                  : statutory_council(&r->person, r->a);
	r->council = *council ? council : list_of(r).who;
	r->ask_on = session_due(s, DUE_STATUTORY_ASK, s->today);
	r->check_on = session_due(s, DUE_CHECK_BACK, s->today);
	return check(r);
}

static const char *said(const struct recording *r, struct arena *a)
{
	const struct statutory_screen *x = &r->x->screen;
	day today = r->s->today;

	switch (x->offer) {
	case COUNCIL_WANTED:
		return arena_printf(
			a,
			_("Saved: they want it. A reminder is set for %s to ask %s, and for %s "
		          "to hear of it."),
			day_short(r->ask_on, today, a), r->council,
			day_short(r->check_on, today, a));
	case COUNCIL_NOT_NOW:
		return arena_printf(a, _("Saved: not now. A reminder asks again on %s."),
		                    day_short(x->again_on, today, a));
	case COUNCIL_SAID_NO:
		return _("Saved: they said no. It can be offered again whenever they like.");
	case COUNCIL_HAS_ONE:
		return _("Saved: they have one already.");
	case COUNCIL_NOT_OFFERED:
		return _("Saved: not offered, and why.");
	case STATUTORY_OFFER_NONE:
		break;
	}
	return _("Saved.");
}

static enum status store_it(struct recording *r, struct arena *a, struct statutory_saved *ret)
{
	struct session *s = r->s;
	struct statutory_saved saved = { .said = said(r, a) };
	enum status rc;

	s->fault[0] = '\0';
	rc = act_begin(
		s, OP_ASSESS, r->c, r->person.id,
		arena_printf(r->a, _("the council's assessment, %s: %s"),
	                     act_name(&r->person, r->a),
	                     r->x->screen.offer == STATUTORY_OFFER_NONE
	                             ? _("gone through")
	                             : words_label(&statutory_offers, (int)r->x->screen.offer)));
	if (rc == OK)
		rc = record_in(r, &saved.id);
	rc = act_end(s, r->c, rc);
	if (rc == OK && r->x->screen.offer == COUNCIL_WANTED)
		rc = session_store(s, statutory_service(s, &r->person, r->a, &saved.service));
	if (rc == OK)
		*ret = saved;
	return rc;
}

enum status casework_record_statutory(struct session *s, const struct new_statutory *x,
                                      struct arena *a, struct statutory_saved *ret)
{
	struct arena scratch = { 0 };
	struct change c = { 0 };
	struct recording r = { .s = s, .c = &c, .a = &scratch, .x = x, .person = person_blank };
	enum status rc = casework_may_about(s, OP_ASSESS, x->screen.person);

	if (rc == OK)
		rc = prepare(&r);
	if (rc == OK)
		rc = store_it(&r, a, ret);
	arena_reset(&scratch);
	return rc;
}
