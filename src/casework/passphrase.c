#include "casework/accounts.h"

#include "accounts_keys.h"
#include "act.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/store.h"

/* What was typed opens it already: the record says so, and the code, if it was one, is used up. */
static enum status note_changed(struct session *s)
{
	struct arena a = { 0 };
	struct account x;
	struct change c = { 0 };
	enum status rc =
		act_begin(s, OP_CHANGE_PASSPHRASE, &c, (struct person_id){ 0 },
	                  s->account.code_until ? _("chose a passphrase in place of the code")
	                                        : _("changed their passphrase"));

	c.kind = "account";
	if (rc == OK)
		rc = session_store(s, account_get(s->store, s->account.id, &a, &x));
	if (rc == OK && x.code_until != 0) {
		x.code_until = 0;
		rc = session_store(s, account_update(&c, &x));
	}
	rc = act_end(s, &c, rc);
	if (rc == OK && s->account.code_until != 0) {
		s->account.code_until = 0;
		s->account.ver = x.ver + 1;
	}
	arena_reset(&a);
	return rc;
}

enum status casework_change_passphrase(struct session *s, struct str passphrase)
{
	struct passphrase_of whose = { s->account.login, s->account.name, s->service.name };
	const char *bad = passphrase_problem(passphrase, &whose);
	enum status rc = casework_may(s, OP_CHANGE_PASSPHRASE);

	if (rc != OK)
		return rc;
	if (store_read_only(s->store))
		return session_fail(s, E_DENIED,
		                    _("The file is open for reading only. Nothing was changed."));
	if (bad)
		return session_fail(s, E_INVALID, "%s", bad);
	rc = slot_set(s, &s->account, passphrase);
	return rc == OK ? note_changed(s) : rc;
}

/* ---- with the key from paper ---- */

static enum status recover_row(struct store *st, const struct recover *how, struct arena *a,
                               struct account *ret, const char **fault)
{
	const char *login = account_login(str_of(how->login), a);
	enum status rc = account_by_login(st, login, a, ret);
	struct change c;

	if (rc == OK && (!(ret->roles & ROLE_COORDINATOR) || ret->disabled_at != 0))
		rc = E_NOT_FOUND;
	if (rc == E_NOT_FOUND)
		*fault = arena_printf(a,
		                      _("%s is no coordinator who can sign in. Nothing was "
		                        "changed. Name one with --as LOGIN."),
		                      login);
	if (rc != OK)
		return rc;
	rc = change_begin(&c, st, (struct account_id){ 0 }, clock_now(),
	                  arena_printf(a, _("recovery key used at %s: one-time code for %s"),
	                               how->place ? how->place : "?", login));
	c.kind = "account";
	ret->code_until = clock_now() + (int64_t)CODE_HOURS * 3600;
	if (rc == OK)
		rc = account_update(&c, ret);
	return change_end(&c, rc);
}

static enum status recover_slot(struct keys *k, const struct keyring *ring, const struct account *x,
                                const char *code)
{
	const struct keys_account who = { x->login, x->name };
	enum status rc = keys_change_passphrase(k, ring, x->login, str_of(code));

	if (rc == E_NOT_FOUND)
		rc = keys_add_account(k, ring, &who, str_of(code));
	if (rc == OK)
		rc = keys_forgive(k, x->login);
	return rc;
}

enum status casework_recover_account(const struct recover *how, struct arena *a, const char **code,
                                     const char **fault)
{
	struct keys k = { .path = how->path, .a = a, .now = clock_now(), .cost = KEYS_COST };
	struct keyring ring = { 0 };
	struct store *st = NULL;
	struct account x = account_blank;
	const char *words = code_make(a);
	enum status rc = keys_open_recovery(&k, how->recovery, &ring);

	*fault = NULL;
	if (rc == OK)
		rc = store_open(how->path, &ring.at[0], STORE_WRITE, &st);
	if (rc == OK)
		rc = recover_row(st, how, a, &x, fault);
	if (rc != OK && st && !*fault)
		*fault = arena_strdup(a, store_fault(st));
	store_close(st);
	if (rc == OK)
		rc = recover_slot(&k, &ring, &x, words);
	if (!*fault)
		*fault = k.fault;
	keyring_wipe(&ring);
	if (rc == OK)
		*code = words;
	return rc;
}
