#include "casework/shift.h"

#include "act.h"
#include "shifts.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/referrals.h"

#include <stdlib.h>

#define DAY_SECONDS ((int64_t)24 * 60 * 60)

int64_t shift_begins(const struct session *s, day on)
{
	return s->now - s->now % 60 - (int64_t)s->minute * 60 + (on - s->today) * DAY_SECONDS;
}

enum status shift_add_in(struct change *c, struct session *s, struct access x, day on)
{
	int64_t begins = shift_begins(s, on), id;

	x.from_at = on == s->today ? s->now : begins;
	x.until_at = begins + DAY_SECONDS;
	return access_add(c, &x, &id);
}

enum status shift_worker(struct session *s, struct person_id person, struct arena *a,
                         struct account_id *ret)
{
	struct referral r;
	enum status rc = referral_current(s->store, person, a, &r);

	if (rc == OK)
		*ret = referral_open(r.state) ? r.worker : (struct account_id){ 0 };
	else if (rc == E_NOT_FOUND)
		*ret = (struct account_id){ 0 };
	return session_store(s, rc == E_NOT_FOUND ? OK : rc);
}

/* ---- the list ---- */

static bool on_list(const struct session *s, const struct access *x)
{
	return (x->kind == ACCESS_SHIFT || x->kind == ACCESS_INTAKE) && x->from_at <= s->now &&
	       x->until_at > s->now;
}

static const char *why_text(const struct access *x, struct arena *a)
{
	const char *at = minute_text(clock_minute(x->from_at), a);

	if (x->kind == ACCESS_INTAKE)
		return arena_printf(a, _("you took them in, %s"), at);
	if (x->reason == ACCESS_HERE)
		return arena_printf(a, _("here since %s"), at);
	return text_empty(x->note) ? _("on your list for today") : x->note;
}

static bool listed(const struct shift_rows *rows, struct person_id p)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].person.n == p.n)
			return true;
	return false;
}

enum status casework_shift(struct session *s, struct arena *a, struct shift_rows *ret)
{
	struct access_list list = { 0 };
	struct shift_rows rows = { 0 };
	enum status rc = casework_may(s, OP_SEE_SHIFT);

	if (rc == OK)
		rc = session_store(s,
		                   accesses_of_account(s->store, s->account.id, s->now, a, &list));
	for (size_t i = list.n; rc == OK && i > 0; i--) {
		const struct access *x = &list.at[i - 1];
		struct person p;

		if (!on_list(s, x) || listed(&rows, x->person))
			continue;
		rc = session_store(s, person_get(s->store, x->person, a, &p));
		if (rc == OK && !p.restricted && !(p.keep_apart && x->kind == ACCESS_SHIFT))
			*ARENA_PUSH(a, &rows) =
				(struct shift_row){ x->person, act_name(&p, a), why_text(x, a) };
	}
	if (rc == OK)
		*ret = rows;
	return rc;
}

enum status casework_volunteers(struct session *s, struct arena *a, struct account_list *ret)
{
	struct account_list all = { 0 }, list = { 0 };
	enum status rc = casework_may(s, OP_SEE_ACCOUNTS);

	if (rc == OK)
		rc = session_store(s, accounts_all(s->store, a, &all));
	for (size_t i = 0; rc == OK && i < all.n; i++)
		if (all.at[i].disabled_at == 0 && (all.at[i].roles & ROLE_VOLUNTEER))
			*ARENA_PUSH(a, &list) = all.at[i];
	if (rc == OK)
		*ret = list;
	return rc;
}

/* ---- somebody is put on it ---- */

static enum status check_shift(struct session *s, const struct new_shift *x, struct arena *a,
                               struct account *volunteer, struct person *p)
{
	enum status rc = account_by_login(s->store, x->login, a, volunteer);

	if (rc == E_NOT_FOUND ||
	    (rc == OK && (volunteer->disabled_at != 0 || !(volunteer->roles & ROLE_VOLUNTEER))))
		return session_fail(s, E_INVALID, _("%s is no volunteer here. Nothing was saved."),
		                    x->login);
	if (rc == OK)
		rc = person_get(s->store, x->person, a, p);
	if (rc != OK)
		return session_store(s, rc);
	if (x->on < s->today)
		return session_fail(s, E_INVALID, "%s", _("That day is past. Nothing was saved."));
	if (p->restricted || p->keep_apart)
		return session_fail(s, E_CONFLICT, "%s",
		                    _("A record that is restricted or kept apart is on no list at "
		                      "the desk. Nothing was saved."));
	return OK;
}

enum status casework_give_shift(struct session *s, const struct new_shift *x, struct arena *a,
                                const char **said)
{
	struct account volunteer;
	struct access leave = access_blank;
	struct change c = { 0 };
	struct person p;
	enum status rc = casework_may_about(s, OP_GIVE_SHIFT, x->person);

	if (rc == OK)
		rc = check_shift(s, x, a, &volunteer, &p);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_GIVE_SHIFT, &c, x->person,
	               arena_printf(a, _("%s put on %s's list for %s"), act_name(&p, a),
	                            volunteer.name, day_short(x->on, s->today, a)));
	leave.person = x->person;
	leave.account = volunteer.id;
	leave.kind = ACCESS_SHIFT;
	leave.reason = ACCESS_ASKED;
	leave.note = x->what;
	if (rc == OK)
		rc = shift_add_in(&c, s, leave, x->on);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(a, _("Saved: on %s's list for %s."), volunteer.name,
		                     day_short(x->on, s->today, a));
	return rc;
}
