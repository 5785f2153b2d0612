#include "casework/caseload.h"

#include "act.h"
#include "restricting.h"
#include "standing.h"

#include "base/text.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/apart.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

/* ---- who is left out ---- */

static const char *who_text(struct session *s, struct person_id person, struct arena *a)
{
	struct person p;

	if (person_get(s->store, person, a, &p) != OK)
		return person_ref(person, a);
	return act_name_seen(s, &p, a);
}

/* What was refused of one stands in the way of no other; anything else ends the act. */
static enum status leave_out(struct session *s, struct left_out *left, struct person_id person,
                             enum status rc)
{
	const char *why;

	if (!left || (rc != E_DENIED && rc != E_CONFLICT && rc != E_NOT_FOUND))
		return rc;
	why = arena_strdup(left->a, session_fault(s));
	*ARENA_PUSH(left->a, left) = (struct left_one){ person, who_text(s, person, left->a), why };
	return OK;
}

#define LEFT_NAMED 3

const char *left_out_text(const struct left_out *left, struct arena *a)
{
	const char *text = "";

	if (left->n == 0)
		return text;
	for (size_t i = 0; i < left->n && i < LEFT_NAMED; i++)
		text = arena_printf(a, "%s%s%s", text, i ? ", " : "", left->at[i].who);
	if (left->n > LEFT_NAMED)
		text = arena_printf(a, _("%s and %zu more"), text, left->n - LEFT_NAMED);
	return arena_printf(a, _("Left as they are: %s. %s"), text, left->at[0].why);
}

static enum status go_on(struct session *s, const struct progress *p, size_t done, size_t total)
{
	if (progress_tick(p, (int64_t)done, (int64_t)total))
		return OK;
	return session_fail(s, E_STOPPED, _("Stopped. Nothing was changed."));
}

/* ---- handing over ---- */

static enum status taker(struct session *s, const char *login, struct arena *a, struct account *ret)
{
	enum status rc = account_by_login(s->store, login, a, ret);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_INVALID, _("Nobody here signs in as %s."), login);
	if (rc != OK)
		return session_store(s, rc);
	if (!(ret->roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) || ret->disabled_at != 0)
		return session_fail(s, E_INVALID, _("%s cannot have cases."), ret->name);
	return OK;
}

static bool may_move(const struct session *s, const struct referral *r)
{
	return (s->account.roles & ROLE_COORDINATOR) || r->worker.n == s->account.id.n ||
	       r->worker.n == 0;
}

static enum status hand_over_in(struct session *s, struct change *c, struct person_id p,
                                struct account_id to, size_t *moved)
{
	struct arena a = { 0 };
	struct referral r;
	bool named = false;
	enum status rc = referral_current(c->st, p, &a, &r);

	if (rc == E_NOT_FOUND || (rc == OK && (!referral_open(r.state) || r.worker.n == to.n))) {
		arena_reset(&a);
		return OK;
	}
	if (rc == OK && !may_move(s, &r))
		rc = session_fail(
			s, E_DENIED,
			_("%s is another worker's: a coordinator hands them over. Nothing "
		          "was changed."),
			person_ref(p, &a));
	if (rc == OK) /* of each, also where they are many */
		rc = casework_may_about(s, OP_MOVE_CASES, p);
	if (rc == OK)
		rc = name_taker_in(s, c, p, to, &named);
	if (rc == OK) {
		rc = referral_hand_over(c, &r, to);
		if (rc == OK)
			rc = reminders_hand_over(c, p, r.worker, to);
		if (rc == OK)
			rc = derive_worker(c, r.id);
		*moved += rc == OK;
	}
	arena_reset(&a);
	return rc;
}

/* "Carter, Jane 1981 handed over to Ben Ojo: away", or how many people. */
static const char *said(struct session *s, const struct hand_over *what, const struct account *to,
                        struct arena *a)
{
	struct person p;

	if (what->n == 1 && person_get(s->store, what->people[0], a, &p) == OK)
		return arena_printf(a, _("%s handed over to %s: %s"), act_name_seen(s, &p, a),
		                    to->name, what->reason);
	return arena_printf(a, _("%zu people handed over to %s: %s"), what->n, to->name,
	                    what->reason);
}

static enum status is_apart(struct session *s, struct person_id person, struct account_id worker,
                            struct arena *a, bool *ret)
{
	struct apart_list list = { 0 };
	struct person p;
	enum status rc = person_get(s->store, person, a, &p);

	if (rc == OK)
		rc = people_apart(s->store, person, worker, a, &list);
	*ret = false;
	for (size_t i = 0; rc == OK && i < list.n && !*ret; i++)
		*ret = list.at[i].home || list.at[i].number ||
		       text_equal(text_fold(str_of(list.at[i].family_name), a),
		                  text_fold(str_of(p.family_name), a));
	return session_store(s, rc);
}

enum status casework_hand_over_apart(struct session *s, const struct hand_over *what, size_t *ret)
{
	struct arena a = { 0 };
	struct account to;
	size_t n = 0;
	enum status rc = casework_may(s, OP_MOVE_CASES);

	if (rc == OK)
		rc = taker(s, what->login, &a, &to);
	for (size_t i = 0; rc == OK && i < what->n; i++) {
		bool apart = false;

		if (session_may_about(s, OP_MOVE_CASES, what->people[i]))
			rc = is_apart(s, what->people[i], to.id, &a, &apart);
		n += rc == OK && apart;
	}
	arena_reset(&a);
	if (rc == OK)
		*ret = n;
	return rc;
}

enum status casework_hand_over(struct session *s, const struct hand_over *what, size_t *moved)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct account to;
	size_t n = 0;
	enum status rc = casework_may(s, OP_MOVE_CASES);

	if (rc == OK && text_empty(what->reason))
		rc = session_fail(s, E_INVALID, _("Say why, in a few words."));
	if (rc == OK)
		rc = taker(s, what->login, &a, &to);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_MOVE_CASES, &c,
	               what->n == 1 ? what->people[0] : (struct person_id){ 0 },
	               said(s, what, &to, &a));
	for (size_t i = 0; rc == OK && i < what->n; i++) {
		rc = go_on(s, what->progress, i, what->n);
		if (rc == OK)
			rc = leave_out(s, what->left, what->people[i],
			               hand_over_in(s, &c, what->people[i], to.id, &n));
	}
	if (rc == OK && n == 0) {
		rc = what->left && what->left->n > 0
		             ? session_fail(s, E_DENIED, _("Nobody was handed over. %s"),
		                            left_out_text(what->left, &a))
		             : session_fail(s, E_INVALID,
		                            _("Nobody was handed over: no open case that %s has "
		                              "not."),
		                            to.name);
	}
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*moved = n;
done:
	arena_reset(&a);
	return rc;
}

/* ---- one reminder each ---- */

static enum status remind_in(struct session *s, struct change *c, const struct remind_many *what,
                             struct person_id person)
{
	struct arena a = { 0 };
	struct reminder x = reminder_blank;
	struct reminder_id id;
	struct referral r;
	enum status rc = casework_may_about(s, OP_REMIND, person);

	if (rc == OK)
		rc = session_store(s, referral_current(c->st, person, &a, &r));
	x.person = person;
	x.kind = REMINDER_FOLLOW_UP;
	x.what = what->what;
	x.due_on = x.first_due_on = what->due_on;
	x.state = REMINDER_OPEN;
	x.made_on = s->today;
	x.by_account = s->account.id;
	if (rc == OK) {
		x.worker = r.worker.n ? r.worker : s->account.id;
		rc = session_store(s, reminder_add(c, &x, &id));
	}
	if (rc == OK)
		rc = session_store(s, derive_person(c, person));
	arena_reset(&a);
	return rc;
}

enum status casework_remind_many(struct session *s, const struct remind_many *what, size_t *set)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	/* Of one alone, what it would take is asked for. */
	enum status rc = what->n == 1 ? casework_may_about(s, OP_REMIND, what->people[0])
	                              : casework_may(s, OP_REMIND);

	if (rc == OK && text_empty(what->what))
		rc = session_fail(s, E_INVALID, _("Say what is to be done, in a few words."));
	if (rc == OK && (!day_valid(what->due_on) || what->due_on < s->today))
		rc = session_fail(s, E_INVALID, _("That day has gone."));
	if (rc != OK)
		return rc;
	rc = act_begin(
		s, OP_REMIND, &c, (struct person_id){ 0 },
		arena_printf(&a, _("a reminder each for %zu people: %s"), what->n, what->what));
	for (size_t i = 0; rc == OK && i < what->n; i++) {
		rc = go_on(s, what->progress, i, what->n);
		if (rc == OK)
			rc = leave_out(s, what->left, what->people[i],
			               remind_in(s, &c, what, what->people[i]));
	}
	if (rc == OK && what->left->n == what->n)
		rc = session_fail(s, E_DENIED, _("No reminder was set. %s"),
		                  left_out_text(what->left, &a));
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	if (rc == OK)
		*set = what->n - what->left->n;
	return rc;
}
