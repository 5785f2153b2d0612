#include "casework/restricted.h"

#include "act.h"
#include "restricting.h"
#include "standing.h"

#include "base/words.h"
#include "store/access.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/referrals.h"

static enum status worker_of(struct store *st, struct person_id person, struct account_id *ret)
{
	struct arena a = { 0 };
	struct referral r;
	enum status rc = referral_current(st, person, &a, &r);

	*ret = (struct account_id){ 0 };
	if (rc == OK && referral_open(r.state))
		*ret = r.worker;
	arena_reset(&a);
	return rc == E_NOT_FOUND ? OK : rc;
}

/* ---- who is named ---- */

enum status casework_named(struct session *s, struct person_id person, struct arena *a,
                           struct named_list *ret)
{
	struct named_list list = { .ref = person_ref(person, a) };
	struct account_list accounts;
	struct account_id worker;
	struct person p;
	enum status rc = casework_may_about(s, OP_SEE_NAMED, person);

	if (rc != OK)
		return rc;
	rc = person_get(s->store, person, a, &p);
	if (rc == OK)
		rc = worker_of(s->store, person, &worker);
	if (rc == OK)
		rc = accounts_named(s->store, person, a, &accounts);
	if (rc != OK)
		return session_store(s, rc);
	list.restricted = p.restricted;
	list.who = act_name_seen(s, &p, a);
	list.hidden = standing_hides(s, person, p.restricted, p.keep_apart);
	for (size_t i = 0; i < accounts.n; i++) {
		const struct account *x = &accounts.at[i];

		*ARENA_PUSH(a, &list) =
			(struct named){ x->id, x->login, x->name, x->id.n == worker.n };
	}
	*ret = list;
	return OK;
}

/* ---- restricting ---- */

static bool works_with_people(const struct account *x)
{
	return x->disabled_at == 0 && (x->roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) != 0;
}

static enum status set_restricted_in(struct change *c, struct person_id person, bool restricted)
{
	struct arena a = { 0 };
	struct person p;
	enum status rc = person_get(c->st, person, &a, &p);

	if (rc == OK) {
		p.restricted = restricted;
		rc = person_update(c, &p);
	}
	arena_reset(&a);
	return rc;
}

static enum status is_restricted(struct session *s, struct person_id person, bool *ret)
{
	struct arena a = { 0 };
	struct person p;
	enum status rc = session_store(s, person_get(s->store, person, &a, &p));

	if (rc == OK)
		*ret = p.restricted;
	arena_reset(&a);
	return rc;
}

enum status restrict_in(struct session *s, struct change *c, struct person_id person)
{
	struct account_id worker;
	bool restricted = false;
	enum status rc = is_restricted(s, person, &restricted);

	if (rc == OK && restricted)
		return session_fail(s, E_CONFLICT,
		                    _("It is restricted already. Nothing was changed."));
	if (rc == OK)
		rc = worker_of(c->st, person, &worker);
	if (rc == OK)
		rc = set_restricted_in(c, person, true);
	if (rc == OK && worker.n != 0)
		rc = named_add(c, person, worker);
	if (rc == OK && works_with_people(&s->account))
		rc = named_add(c, person, s->account.id);
	return rc;
}

enum status unrestrict_in(struct session *s, struct change *c, struct person_id person)
{
	struct arena a = { 0 };
	struct account_list accounts = { 0 };
	bool restricted = false;
	enum status rc = is_restricted(s, person, &restricted);

	if (rc == OK && !restricted)
		return session_fail(s, E_CONFLICT, _("It is not restricted. Nothing was changed."));
	if (rc == OK)
		rc = accounts_named(c->st, person, &a, &accounts);
	for (size_t i = 0; rc == OK && i < accounts.n; i++)
		rc = named_remove(c, person, accounts.at[i].id);
	if (rc == OK)
		rc = set_restricted_in(c, person, false);
	arena_reset(&a);
	return rc;
}

/* By the reference: what is said of it stands in the record of changes, for others to read. */
static const char *what_of(const char *what, struct person_id person, const char *why,
                           struct arena *a)
{
	return arena_printf(a, "%s %s: %s", what, person_ref(person, a), why);
}

static enum status check_why(struct session *s, const char *why)
{
	return text_empty(why) ? session_fail(s, E_INVALID, _("Say why, in a few words.")) : OK;
}

enum status casework_restrict(struct session *s, struct person_id person, const char *why)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_RESTRICT, person);

	if (rc == OK)
		rc = check_why(s, why);
	if (rc == OK) {
		rc = act_begin(s, OP_RESTRICT, &c, person,
		               what_of(_("restricted"), person, why, &a));
		c.kind = "access";
		if (rc == OK)
			rc = restrict_in(s, &c, person);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_unrestrict(struct session *s, struct person_id person, const char *why)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may_about(s, OP_UNRESTRICT, person);

	if (rc == OK)
		rc = check_why(s, why);
	if (rc == OK) {
		rc = act_begin(s, OP_UNRESTRICT, &c, person,
		               what_of(_("no longer restricted"), person, why, &a));
		c.kind = "access";
		if (rc == OK)
			rc = unrestrict_in(s, &c, person);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

/* ---- the list ---- */

static enum status must_be_restricted(struct session *s, struct person_id person)
{
	bool restricted = false;
	enum status rc = is_restricted(s, person, &restricted);

	if (rc == OK && !restricted)
		return session_fail(s, E_CONFLICT,
		                    _("It is not restricted: nobody needs to be named."));
	return rc;
}

static enum status whom(struct session *s, const char *login, struct arena *a, struct account *ret)
{
	enum status rc = account_by_login(s->store, login, a, ret);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_INVALID, _("Nobody here signs in as %s."), login);
	if (rc != OK)
		return session_store(s, rc);
	if (!works_with_people(ret))
		return session_fail(s, E_INVALID, _("%s does not work with records."), ret->name);
	if (ret->id.n == s->account.id.n)
		return session_fail(s, E_INVALID,
		                    _("Nobody names themselves: somebody else does that."));
	return OK;
}

enum status casework_name(struct session *s, struct person_id person, const char *login)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct account x;
	enum status rc = casework_may_about(s, OP_NAME, person);

	if (rc == OK)
		rc = must_be_restricted(s, person);
	if (rc == OK)
		rc = whom(s, login, &a, &x);
	if (rc == OK) {
		rc = act_begin(s, OP_NAME, &c, person, what_of(_("named for"), person, x.name, &a));
		c.kind = "access";
		if (rc == OK)
			rc = named_add(&c, person, x.id);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

static enum status may_go(struct session *s, struct person_id person, struct account_id account,
                          struct arena *a, const char **name)
{
	struct account_list accounts;
	struct account_id worker;
	enum status rc = session_store(s, accounts_named(s->store, person, a, &accounts));

	if (rc == OK)
		rc = session_store(s, worker_of(s->store, person, &worker));
	if (rc == OK && worker.n == account.n)
		return session_fail(s, E_INVALID,
		                    _("Their worker stays named. Hand them over first."));
	if (rc == OK && accounts.n < 2)
		return session_fail(s, E_INVALID,
		                    _("Somebody has to be named, or nobody could open it."));
	for (size_t i = 0; rc == OK && i < accounts.n; i++)
		if (accounts.at[i].id.n == account.n) {
			*name = accounts.at[i].name;
			return OK;
		}
	return rc == OK ? session_fail(s, E_NOT_FOUND, _("They are not named for it.")) : rc;
}

enum status casework_unname(struct session *s, struct person_id person, struct account_id account)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	const char *name = "";
	enum status rc = casework_may_about(s, OP_NAME, person);

	if (rc == OK)
		rc = must_be_restricted(s, person);
	if (rc == OK)
		rc = may_go(s, person, account, &a, &name);
	if (rc == OK) {
		rc = act_begin(s, OP_NAME, &c, person,
		               what_of(_("no longer named for"), person, name, &a));
		c.kind = "access";
		if (rc == OK)
			rc = named_remove(&c, person, account);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status name_taker_in(struct session *s, struct change *c, struct person_id person,
                          struct account_id taker, bool *named)
{
	struct ties ties;
	enum status rc = ties_of(c->st, person, taker, s->now, s->today, &ties);

	*named = false;
	if (rc != OK || !ties.restricted || ties.named)
		return rc;
	if (taker.n == s->account.id.n)
		return session_fail(s, E_DENIED,
		                    _("A restricted record is given by somebody who is named for "
		                      "it. Nothing was changed."));
	*named = true;
	return named_add(c, person, taker);
}
