#include "casework/caseload.h"

#include "act.h"
#include "looked.h"
#include "restricting.h"
#include "standing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/places.h"
#include "store/accounts.h"
#include "store/apart.h"
#include "store/caseload.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

/* ---- lists ---- */

/* Of somebody restricted a list has the reference and whose they are, and no more. */
static void hide(struct session *s, struct case_shown *shown, struct arena *a)
{
	struct case_row *r = &shown->row;

	shown->name = act_name_hidden(s, r->person, a);
	shown->hidden = true;
	r->family_name = r->given_name = r->council = "";
	r->top_concern = r->next_what = r->waiting_on = "";
	r->born_on = r->stage_since = r->stage_ends_on = DAY_NONE;
	r->stage = STAGE_NONE;
	r->top_score = r->top_previous = -1;
}

static enum status show(struct session *s, const struct case_row *row, struct arena *a,
                        struct case_shown *ret)
{
	struct case_shown shown = { .row = *row, .worker = "", .concern = "", .area = "" };
	struct person p = { .family_name = row->family_name, .given_name = row->given_name };
	struct account worker;
	bool namesake = false;
	enum status rc = OK;

	if (row->born_on != DAY_NONE)
		rc = caseload_namesake(s->store, row, &namesake);
	shown.name = person_name(&p, a);
	if (namesake)
		shown.name = arena_printf(a, "%s %d", shown.name, day_to_date(row->born_on).year);
	if (standing_hides(s, row->person, row->restricted, false))
		hide(s, &shown, a);
	if (!text_empty(shown.row.top_concern))
		shown.concern = session_concern_label(s, row->top_concern);
	if (!text_empty(shown.row.council))
		shown.area = council_name(row->council, a);
	if (rc == OK && row->worker.n != 0) {
		rc = account_get(s->store, row->worker, a, &worker);
		if (rc == OK)
			shown.worker = worker.login;
	}
	if (rc == OK)
		*ret = shown;
	return session_store(s, rc);
}

/* What is typed is a search; else the view is what was looked at, on its first page. */
static enum status note_cases(struct session *s, const struct list_query *query, bool first,
                              size_t n, struct arena *a)
{
	if (!text_empty(query->find))
		return looked_for(s, query->find, n);
	if (!first)
		return OK;
	return looked_at_list(s, arena_printf(a, _("looked at the caseload: %s"),
	                                      words_label(&case_views, (int)query->view)));
}

enum status casework_cases(struct session *s, const struct list_query *query,
                           const struct case_row *after, size_t limit, struct arena *a,
                           struct cases *ret)
{
	struct case_page page = { query, after, limit, s->today, s->service.quiet_days };
	struct case_list list = { 0 };
	struct cases cases = { 0 };
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	if (rc == OK)
		rc = session_store(s, caseload_page(s->store, &page, a, &list));
	if (rc == OK)
		rc = note_cases(s, query, after == NULL, list.n, a);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct case_shown shown;

		rc = show(s, &list.at[i], a, &shown);
		if (rc == OK)
			*ARENA_PUSH(a, &cases) = shown;
	}
	cases.more = list.n == limit;
	if (rc == OK)
		*ret = cases;
	return rc;
}

enum status casework_case_count(struct session *s, struct account_id worker, size_t *ret)
{
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	return rc == OK ? session_store(s, caseload_count(s->store, worker, ret)) : rc;
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

static enum status reminders_in(struct change *c, struct person_id p, struct account_id from,
                                struct account_id to)
{
	struct arena a = { 0 };
	struct reminder_list list = { 0 };
	enum status rc = reminders_open_of_person(c->st, p, &a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct reminder *r = &list.at[i];

		if (r->worker.n != from.n || r->kind == REMINDER_SERVICE_CHECK)
			continue;
		r->worker = to;
		rc = reminder_update(c, r);
	}
	arena_reset(&a);
	return rc;
}

static enum status hand_over_in(struct session *s, struct change *c, struct person_id p,
                                struct account_id to, size_t *moved)
{
	struct arena a = { 0 };
	struct account_id from;
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
		from = r.worker;
		r.worker = to;
		rc = referral_update(c, &r);
		if (rc == OK)
			rc = reminders_in(c, p, from, to);
		if (rc == OK)
			rc = derive_person(c, p);
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
	for (size_t i = 0; rc == OK && i < what->n; i++)
		rc = hand_over_in(s, &c, what->people[i], to.id, &n);
	if (rc == OK && n == 0)
		rc = session_fail(s, E_INVALID,
		                  _("Nobody was handed over: no open case that %s has not."),
		                  to.name);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*moved = n;
done:
	arena_reset(&a);
	return rc;
}
