#include "casework/session.h"

#include "accounts_keys.h"
#include "looked.h"
#include "noted.h"
#include "open.h"
#include "settings_read.h"

#include "base/clock.h"
#include "base/die.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/counts.h"
#include "casework/nameless.h"
#include "casework/presence.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/seen.h"
#include "store/settings.h"
#include "store/store.h"
#include "vault/keys.h"

#include <stdlib.h>

#define HOUR_MS ((int64_t)60 * 60 * 1000)

static void stamp(struct session *s)
{
	store_stamp(s->store, &(struct stamp){ s->account.roles, s->signed_in });
}

struct session *session_new(void)
{
	struct session *s = calloc(1, sizeof(*s));

	if (!s)
		die("not enough memory to sign in. Nothing was changed.");
	session_tick(s);
	s->began_ms = s->boot_ms;
	return s;
}

/* ---- does it still stand as it did ---- */

static bool too_long(const struct session *s)
{
	return s->service.shared && (s->account.roles & ~(ROLE_VOLUNTEER | ROLE_DESK)) == 0 &&
	       s->boot_ms - s->began_ms >= SESSION_MOST_HOURS * HOUR_MS;
}

/* Strings of the session's own row are kept as they were where nothing else changed. */
static enum status read_account_again(struct session *s)
{
	struct arena a = { 0 };
	struct account now;
	enum status rc = account_get(s->store, s->account.id, &a, &now);

	if (rc == OK && now.ver != s->account.ver) {
		s->account.ver = now.ver;
		s->account.roles = now.roles;
		s->account.code_until = now.code_until;
		s->account.code_by = now.code_by;
		s->account.code_at = now.code_at;
		s->account.disabled_at = now.disabled_at;
		stamp(s);
	}
	if (rc == E_NOT_FOUND || (rc == OK && s->account.disabled_at != 0))
		s->ended = SESSION_DISABLED;
	arena_reset(&a);
	return rc == E_NOT_FOUND ? OK : rc;
}

static enum status read_settings_again(struct session *s)
{
	int64_t version;
	enum status rc = settings_version(s->store, &version);

	if (rc == OK && version != s->settings_version)
		rc = session_read_settings(s);
	if (rc == OK)
		s->settings_version = version;
	return rc;
}

bool session_refresh(struct session *s)
{
	int64_t seen;

	if (!s->store || s->account.id.n == 0 || store_seen(s->store, &seen) != OK ||
	    seen == s->seen)
		return false;
	if (read_account_again(s) == OK && read_settings_again(s) == OK)
		s->seen = seen;
	return true;
}

void session_tick(struct session *s)
{
	if (!s->fixed_now)
		session_clock(s, clock_now(), clock_boot_ms());
	session_refresh(s);
	if (s->ended == SESSION_GOES_ON && too_long(s))
		s->ended = SESSION_OVER;
	if (session_is_nameless(s) && session_nameless_desk(s) == NAMELESS_OFF)
		s->ended = SESSION_DISABLED;
}

const char *session_end_text(const struct session *s)
{
	switch (s->ended) {
	case SESSION_GOES_ON:
		break;
	case SESSION_DISABLED:
		return _("A coordinator has closed this account. What was half done is kept.");
	case SESSION_OVER:
		return _("Eight hours have gone by: please sign in again. What was half done is "
		         "kept.");
	}
	return "";
}

/* ---- begin and end ---- */

static enum status check_account(struct session *s, const char *login)
{
	const struct account *x = &s->account;

	if (x->disabled_at != 0)
		return session_fail(s, E_DENIED, _("The account %s is closed. Ask a coordinator."),
		                    login);
	if (x->code_until != 0 && s->now >= x->code_until)
		return session_fail(
			s, E_DENIED,
			_("That one-time code was good for a day, and the day is over. Ask a "
		          "coordinator for another."));
	return OK;
}

enum status session_begin(struct session *s, const char *login)
{
	enum status rc = account_by_login(s->store, login, &s->arena, &s->account);

	if (rc == E_NOT_FOUND)
		return session_fail(s, E_DENIED,
		                    _("%s has no account in this file. Ask a coordinator."), login);
	if (rc == OK)
		rc = store_seen(s->store, &s->seen);
	if (rc != OK)
		return session_store(s, rc);
	rc = check_account(s, login);
	if (rc != OK) {
		s->account = account_blank; /* nobody came in */
		return rc;
	}
	stamp(s);
	s->settings_version = -1;
	return read_settings_again(s);
}

enum status casework_open_store(struct store *st, const char *login, struct session **ret)
{
	struct session *s = session_new();

	s->store = st;
	s->proved_at = s->now;
	*ret = s;
	return session_begin(s, login);
}

/* On record before anything is shown: where from, by which clock, in which start of the machine. */
static enum status note_sign_in(struct session *s, const char *place)
{
	struct arena a = { 0 };
	struct note_event e = {
		.kind = "sign_in", .who = s->account.id, .at = s->now, .event = &s->signed_in
	};
	enum status rc;

	if (store_read_only(s->store))
		return OK;
	e.what = text_empty(place)
	                 ? _("signed in")
	                 : arena_printf(&a, _("signed in at %s"), text_safe(str_of(place), &a));
	rc = session_store(s, change_note(s->store, &e));
	stamp(s);
	arena_reset(&a);
	return rc;
}

enum status session_open_file(struct session *s, const struct sign_in *how, const char *login,
                              const struct keyring *ring)
{
	enum status rc = store_open(how->path, &ring->at[0],
	                            how->read_only ? STORE_READ_ONLY : STORE_WRITE, &s->store);

	if (rc != OK)
		return session_store(s, rc);
	s->counts_in = how->counts_in ? arena_strdup(&s->arena, how->counts_in) : NULL;
	rc = session_begin(s, login);
	if (rc == OK)
		rc = note_sign_in(s, how->place);
	if (rc == OK)
		heads_arrive(s);
	/* A key file that cannot be written keeps nobody out. */
	if (rc == OK && session_may(s, OP_SETTINGS) && slots_mirror(s) != OK)
		s->fault[0] = '\0';
	return rc;
}

enum status casework_sign_in(const struct sign_in *how, struct session **ret)
{
	struct session *s = session_new();
	struct keys keys = { .path = how->path, .a = &s->arena, .now = s->now, .cost = KEYS_COST };
	const char *login = account_login(str_of(how->login), &s->arena);
	enum status rc;

	*ret = s;
	s->ring = calloc(1, sizeof(*s->ring));
	if (!s->ring)
		die("not enough memory to sign in. Nothing was changed.");
	rc = keys_open(&keys, login, how->passphrase, s->ring);
	s->wait = keys.wait;
	if (rc != OK)
		return session_fail(s, rc, "%s", keys.fault);
	if (keys.missed > how->own_wrong)
		s->missed = (struct missed_tries){ keys.missed - how->own_wrong,
			                           how->own_wrong ? 0 : keys.missed_at };
	s->proved_at = s->now;
	return session_open_file(s, how, login, s->ring);
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
	names.typed = list.typed;
	for (size_t i = 0; i < list.n; i++)
		if (!text_equal(list.at[i].login, DESK_LOGIN)) /* it is nobody's */
			*ARENA_PUSH(a, &names) =
				(struct sign_in_name){ list.at[i].login, list.at[i].name };
	*ret = names;
	return OK;
}

bool casework_sign_in_can_mend(const char *path)
{
	struct arena a = { 0 };
	struct keys keys = { .path = path, .a = &a };
	bool can = keys_mendable(&keys);

	arena_reset(&a);
	return can;
}

enum status casework_sign_in_mend(const char *path, struct arena *a, const char **fault)
{
	struct keys keys = { .path = path, .a = a };
	enum status rc = keys_mend(&keys);

	if (rc != OK)
		*fault = keys.fault;
	return rc;
}

/* Whoever goes is not kept waiting by somebody who holds the file: then the event is missing. */
static void note_sign_out(struct session *s)
{
	struct note_event e = { .kind = "sign_out",
		                .who = s->account.id,
		                .at = s->fixed_now ? s->now : clock_now(),
		                .what = _("signed out") };

	if (s->signed_in.n == 0 || change_note(s->store, &e) != OK)
		return;
}

/* What was looked for last, the going itself, and where the record of changes ends then. */
static void leave(struct session *s)
{
	if (!s->store || s->account.id.n == 0)
		return;
	if (looked_settle(s) != OK || casework_go_away(s) != OK)
		return;
	note_sign_out(s);
	heads_leave(s);
}

void casework_sign_out(struct session *s)
{
	if (!s)
		return;
	casework_keep_counts(s, s->signed_in.n != 0);
	leave(s);
	store_close(s->store);
	session_pin_forget(s);
	if (s->ring)
		keyring_wipe(s->ring);
	free(s->ring);
	arena_reset(&s->arena);
	free(s);
}
