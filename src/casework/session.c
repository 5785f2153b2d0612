#include "casework/session.h"

#include "looked.h"
#include "noted.h"
#include "open.h"
#include "settings.h"

#include "base/clock.h"
#include "base/die.h"
#include "base/text.h"
#include "casework/presence.h"
#include "store/accounts.h"
#include "store/store.h"
#include "vault/keys.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void session_tick(struct session *s)
{
	if (s->fixed_now)
		return;
	s->now = clock_now();
	looked_tick(s);
	s->minute = clock_minute(s->now);
	if (!s->fixed_today)
		s->today = clock_day(s->now);
}

const char *session_fault(const struct session *s)
{
	return s->fault;
}

enum status session_fail(struct session *s, enum status rc, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(s->fault, sizeof(s->fault), fmt, args);
	va_end(args);
	s->demand = (struct demand){ 0 };
	return rc;
}

void session_take_fault(struct session *s, enum status rc)
{
	if (rc == E_DENIED && s->demand.permit != PERMIT_FREELY)
		return; /* refused by casework: the store was not asked */
	s->demand = (struct demand){ 0 };
	if (rc == OK)
		s->fault[0] = '\0';
	else
		snprintf(s->fault, sizeof(s->fault), "%s", store_fault(s->store));
}

bool session_read_only(const struct session *s)
{
	return store_read_only(s->store);
}

struct session *session_new(void)
{
	struct session *s = calloc(1, sizeof(*s));

	if (!s)
		die("not enough memory to sign in. Nothing was changed.");
	session_tick(s);
	return s;
}

enum status session_begin(struct session *s, const char *login)
{
	enum status rc = account_by_login(s->store, login, &s->arena, &s->account);

	if (rc == E_NOT_FOUND || (rc == OK && s->account.disabled_at != 0))
		return session_fail(s, E_DENIED,
		                    "%s has no account in this file. Ask a coordinator.", login);
	return rc == OK ? session_read_settings(s) : session_store(s, rc);
}

enum status casework_open_store(struct store *st, const char *login, struct session **ret)
{
	struct session *s = session_new();

	s->store = st;
	s->proved_at = s->now;
	*ret = s;
	return session_begin(s, login);
}

/* "Priya" and "priya" are one: logins are kept in small letters. */
static const char *plain_login(struct session *s, const char *login)
{
	return text_fold(str_trim(str_of(login)), &s->arena);
}

enum status casework_sign_in(const struct sign_in *how, struct session **ret)
{
	struct session *s = session_new();
	struct keys keys = { .path = how->path, .a = &s->arena, .now = s->now, .cost = KEYS_COST };
	struct keyring ring = { 0 };
	const char *login = plain_login(s, how->login);
	enum status rc;

	*ret = s;
	rc = keys_open(&keys, login, how->passphrase, &ring);
	if (rc != OK)
		return session_fail(s, rc, "%s", keys.fault);
	s->proved_at = s->now;
	rc = store_open(how->path, &ring.at[0], how->read_only ? STORE_READ_ONLY : STORE_WRITE,
	                &s->store);
	keyring_wipe(&ring);
	if (rc != OK)
		return session_store(s, rc);
	rc = session_begin(s, login);
	if (rc == OK)
		heads_arrive(s);
	return rc;
}

enum status casework_sign_in_names(const char *path, struct arena *a, struct sign_in_names *ret,
                                   const char **fault)
{
	struct keys keys = { .path = path, .a = a };
	struct keys_account_list list;
	struct sign_in_names names = { 0 };
	enum status rc = keys_list(&keys, &list);

	if (rc != OK) {
		*fault = keys.fault;
		return rc;
	}
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(a, &names) = (struct sign_in_name){ list.at[i].login, list.at[i].name };
	*ret = names;
	return OK;
}

enum status session_set_today(struct session *s, day today)
{
	if (!s->demo && !store_read_only(s->store) && !store_practice(s->store))
		return session_fail(
			s, E_INVALID,
			"--today works on the demonstration, on practice files and with "
			"--read-only. Nothing was opened.");
	s->fixed_today = true;
	s->today = today;
	return OK;
}

/* What was looked for last, and where the record of changes ends. */
static void session_leave(struct session *s)
{
	if (!s->store || s->account.id.n == 0)
		return;
	if (looked_settle(s) == OK)
		heads_leave(s);
}

void casework_sign_out(struct session *s)
{
	if (!s)
		return;
	if (s->store)
		(void)!casework_go_away(s);
	session_leave(s);
	store_close(s->store);
	arena_reset(&s->arena);
	free(s);
}
