#include "casework/accounts.h"

#include "accounts_in.h"
#include "accounts_keys.h"
#include "act.h"

#include "base/words.h"
#include "model/account_form.h"
#include "store/accounts.h"
#include "store/store.h"
#include "vault/keys.h"

#include <stdlib.h>
#include <string.h>

/* ---- the list ---- */

static int by_state_and_name(const void *x, const void *y)
{
	const struct account *a = &((const struct account_row *)x)->account;
	const struct account *b = &((const struct account_row *)y)->account;

	if ((a->disabled_at != 0) != (b->disabled_at != 0))
		return a->disabled_at != 0 ? 1 : -1;
	return strcmp(a->name, b->name);
}

static bool has_slot(const struct keys_account_list *slots, const char *login)
{
	for (size_t i = 0; i < slots->n; i++)
		if (strcmp(slots->at[i].login, login) == 0)
			return true;
	return false;
}

enum status casework_accounts(struct session *s, struct arena *a, struct account_rows *ret)
{
	struct account_rows rows = { 0 };
	struct account_list accounts;
	struct keys_account_list slots = { 0 };
	enum status rc = casework_may(s, OP_LIST_ACCOUNTS);

	if (rc == OK)
		rc = session_store(s, accounts_all(s->store, a, &accounts));
	if (rc == OK)
		rc = slots_list(s, a, &slots);
	for (size_t i = 0; rc == OK && i < accounts.n; i++) {
		struct account_row *row;

		if (accounts.at[i].roles == ROLE_DESK) /* it is nobody's: casework/nameless.h */
			continue;
		row = ARENA_PUSH(a, &rows);
		row->account = accounts.at[i];
		row->slot = has_slot(&slots, row->account.login);
		rc = session_store(s, account_last_here(s->store, row->account.id, &row->last_at));
	}
	if (rc != OK)
		return rc;
	if (rows.n > 0)
		qsort(rows.at, rows.n, sizeof(*rows.at), by_state_and_name);
	*ret = rows;
	return OK;
}

/* ---- what they share ---- */

static enum status get(struct session *s, struct account_id id, struct arena *a,
                       struct account *ret)
{
	return session_store(s, account_get(s->store, id, a, ret));
}

static enum status not_oneself(struct session *s, struct account_id id, const char *what)
{
	if (id.n != s->account.id.n)
		return OK;
	return session_fail(s, E_DENIED, _("Nobody %s their own account. Ask another coordinator."),
	                    what);
}

static bool coordinates(const struct account *x)
{
	return (x->roles & ROLE_COORDINATOR) && x->disabled_at == 0;
}

enum status account_not_last(struct session *s, struct account_id id)
{
	struct account_list all;
	struct arena a = { 0 };
	enum status rc = session_store(s, accounts_all(s->store, &a, &all));
	bool others = false, itself = false;

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		if (all.at[i].id.n == id.n)
			itself = coordinates(&all.at[i]);
		else
			others = others || coordinates(&all.at[i]);
	}
	arena_reset(&a);
	if (rc == OK && itself && !others)
		return session_fail(s, E_CONFLICT,
		                    _("This is the only coordinator who can sign in, so it was "
		                      "kept. Make somebody else one first."));
	return rc;
}

static enum status begin(struct session *s, struct change *c, const char *what)
{
	enum status rc = act_begin(s, OP_ACCOUNTS, c, (struct person_id){ 0 }, what);

	c->kind = "account";
	return rc;
}

/* The row as it is in the file once the change has its turn; then the new one. */
static enum status put(struct session *s, struct change *c, const struct account *x)
{
	return session_store(s, account_update(c, x));
}

/* ---- new and changed ---- */

static const char *added_what(const struct account *x, struct arena *a)
{
	return arena_printf(a, _("account %s made for %s: %s"), x->login, x->name,
	                    account_roles_text(x->roles, a));
}

static enum status login_free(struct session *s, const char *login, struct problems *problems,
                              struct arena *a)
{
	struct account there;
	enum status rc = account_by_login(s->store, login, a, &there);

	if (rc == E_NOT_FOUND)
		return OK;
	if (rc != OK)
		return session_store(s, rc);
	problem_add(problems, a, "login", _("%s has that login%s. Choose another."), there.name,
	            there.disabled_at ? _(", closed") : "");
	return session_fail(s, E_EXISTS, "%s", problems->at[problems->n - 1].text);
}

static enum status add_row(struct session *s, struct account *x, struct problems *problems,
                           struct arena *a)
{
	struct change c;
	enum status rc = begin(s, &c, added_what(x, a));

	if (rc == OK)
		rc = login_free(s, x->login, problems, a);
	if (rc == OK)
		rc = session_store(s, account_add(&c, x, &x->id));
	return act_end(s, &c, rc);
}

/* Its own roles now; those that two people give are left for them. */
static unsigned roles_alone(unsigned roles, unsigned had, unsigned *wanted)
{
	*wanted = roles & ROLES_TOGETHER & ~had;
	return roles & ~*wanted;
}

static unsigned roles_again(unsigned roles)
{
	unsigned alone = roles & ~ROLES_TOGETHER;

	return alone ? alone : ROLE_VOLUNTEER;
}

static enum status check_new(struct session *s, const struct new_account *x, struct arena *a,
                             struct problems *problems)
{
	struct passphrase_of whose = { x->account.login, x->account.name, s->service.name };
	const char *bad = x->passphrase.n > 0 ? passphrase_problem(x->passphrase, &whose) : NULL;
	struct account checked;
	struct values v = account_values(&x->account, a);

	account_typed(&v, s->today, a, problems, &checked);
	if (bad)
		problem_add(problems, a, "passphrase", "%s", bad);
	if (!problems_stop(problems))
		return OK;
	return session_fail(s, E_INVALID, "%s", problems->at[0].text);
}

enum status casework_add_account(struct session *s, const struct new_account *x, struct arena *a,
                                 struct problems *problems, struct made_account *ret)
{
	struct made_account made = { .code = "" };
	struct account row = x->account;
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = check_new(s, x, a, problems);
	if (rc != OK)
		return rc;
	row.id.n = 0;
	row.roles = roles_alone(row.roles, 0, &made.wanted);
	if (row.roles == 0)
		row.roles = ROLE_VOLUNTEER; /* until the second person has agreed */
	row.code_until = x->passphrase.n > 0 ? 0 : s->now + (int64_t)CODE_HOURS * 3600;
	row.code_by = s->account.id;
	row.code_at = s->now;
	row.disabled_at = 0;
	rc = add_row(s, &row, problems, a);
	if (rc == OK && x->passphrase.n > 0)
		rc = slot_set(s, &row, x->passphrase);
	else if (rc == OK)
		rc = slot_set_code(s, &row, a, &made.code);
	made.id = row.id;
	if (rc == OK)
		*ret = made;
	return rc;
}

static enum status change_row(struct session *s, const struct account *x, const struct account *now,
                              struct arena *a)
{
	struct change c;
	const char *roles =
		x->roles == now->roles
			? ""
			: arena_printf(a, _(": %s, was %s"), account_roles_text(x->roles, a),
	                               account_roles_text(now->roles, a));
	enum status rc =
		begin(s, &c, arena_printf(a, _("account %s changed%s"), now->login, roles));

	if (rc == OK && (now->roles & ~x->roles & ROLE_COORDINATOR))
		rc = account_not_last(s, x->id);
	if (rc == OK)
		rc = put(s, &c, x);
	return act_end(s, &c, rc);
}

enum status casework_change_account(struct session *s, const struct account *x, struct arena *a,
                                    struct problems *problems, unsigned *wanted)
{
	struct account row, now = account_blank;
	struct values v = account_values(x, a);
	unsigned together = 0;
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = get(s, x->id, a, &now);
	if (rc != OK)
		return rc;
	account_typed(&v, s->today, a, problems, &row);
	if (problems_stop(problems))
		return session_fail(s, E_INVALID, "%s", problems->at[0].text);
	if (x->id.n == s->account.id.n && x->roles != now.roles)
		return not_oneself(s, x->id, _("changes the roles of"));
	row = now;
	row.ver = x->ver;
	row.name = x->name;
	row.phone = x->phone;
	row.vetted_on = x->vetted_on;
	row.roles = roles_alone(x->roles, now.roles, &together);
	if (row.roles == 0)
		row.roles = now.roles;
	rc = change_row(s, &row, &now, a);
	if (rc == OK)
		*wanted = together;
	return rc;
}

/* ---- closed, open, forgotten, waiting ---- */

static enum status close_row(struct session *s, struct account *x, struct arena *a)
{
	struct change c;
	enum status rc =
		begin(s, &c, arena_printf(a, _("account %s closed: %s"), x->login, x->name));

	if (rc == OK)
		rc = account_not_last(s, x->id);
	x->disabled_at = s->now;
	x->code_until = 0;
	if (rc == OK)
		rc = put(s, &c, x);
	return act_end(s, &c, rc);
}

enum status casework_close_account(struct session *s, struct account_id id)
{
	struct arena a = { 0 };
	struct account x;
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = not_oneself(s, id, _("closes"));
	if (rc == OK)
		rc = get(s, id, &a, &x);
	if (rc == OK && x.disabled_at == 0)
		rc = close_row(s, &x, &a);
	if (rc == OK)
		rc = slot_remove(s, &x);
	arena_reset(&a);
	return rc;
}

/* The row says that a code is out, and until when; then the code opens it. */
static enum status give_code(struct session *s, struct account *x, const char *what,
                             struct arena *a, const char **code)
{
	struct change c;
	enum status rc = begin(s, &c, what);

	x->disabled_at = 0;
	x->code_until = s->now + (int64_t)CODE_HOURS * 3600;
	x->code_by = s->account.id;
	x->code_at = s->now;
	if (rc == OK)
		rc = put(s, &c, x);
	rc = act_end(s, &c, rc);
	return rc == OK ? slot_set_code(s, x, a, code) : rc;
}

enum status casework_open_account(struct session *s, struct account_id id, struct arena *a,
                                  const char **code)
{
	struct account x;
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = not_oneself(s, id, _("opens"));
	if (rc == OK)
		rc = get(s, id, a, &x);
	if (rc == OK && x.disabled_at == 0) /* a code would take their passphrase away */
		rc = session_fail(s, E_CONFLICT,
		                  _("The account of %s is not closed. Nothing was changed."),
		                  x.name);
	if (rc != OK)
		return rc;
	x.roles = roles_again(x.roles); /* what two people give comes back by two */
	return give_code(s, &x, arena_printf(a, _("account %s open again, with a code"), x.login),
	                 a, code);
}

enum status casework_account_code(struct session *s, struct account_id id, struct arena *a,
                                  const char **code)
{
	struct account x;
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = not_oneself(s, id, _("gives a code to"));
	if (rc == OK)
		rc = get(s, id, a, &x);
	if (rc == OK && x.disabled_at != 0)
		rc = session_fail(s, E_CONFLICT,
		                  _("The account %s is closed. Open it again instead."), x.login);
	if (rc != OK)
		return rc;
	return give_code(s, &x, arena_printf(a, _("one-time code for %s"), x.login), a, code);
}

enum status casework_unlock_account(struct session *s, struct account_id id)
{
	struct arena a = { 0 };
	struct account x;
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_ACCOUNTS);

	if (rc == OK)
		rc = get(s, id, &a, &x);
	if (rc == OK)
		rc = begin(s, &c, arena_printf(&a, _("wrong tries of %s forgiven"), x.login));
	rc = act_end(s, &c, rc);
	if (rc == OK)
		rc = slot_forgive(s, &x);
	arena_reset(&a);
	return rc;
}
