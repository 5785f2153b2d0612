#include "casework/nameless.h"

#include "act.h"
#include "open.h"
#include "settings_read.h"
#include "shifts.h"

#include "base/words.h"
#include "store/accounts.h"
#include "store/settings.h"
#include "store/store.h"
#include "vault/keys.h"

#define DESK_NAME     _("Desk, no name")
#define DESK_SETTING  "desk_without_name"
#define SECONDS_A_DAY ((int64_t)24 * 60 * 60)

enum nameless session_nameless_desk(const struct session *s)
{
	const struct service_settings *v = &s->service;

	if (!v->desk_without_name)
		return NAMELESS_OFF;
	return v->desk_until == DAY_NONE   ? NAMELESS_STAYS
	       : v->desk_until == s->today ? NAMELESS_TODAY
	                                   : NAMELESS_OFF;
}

/* The account that it works in: made the first time, open or closed from then on. */
static enum status put_account_in(struct change *c, struct session *s, bool on, struct arena *a)
{
	struct account x = account_blank;
	enum status rc = account_by_login(c->st, DESK_LOGIN, a, &x);

	if (rc == E_NOT_FOUND) {
		x = account_blank;
		x.login = DESK_LOGIN;
		x.name = DESK_NAME;
		x.roles = ROLE_DESK;
		return on ? account_add(c, &x, &x.id) : OK;
	}
	if (rc != OK || (x.disabled_at == 0) == on)
		return rc;
	x.disabled_at = on ? 0 : s->now;
	return account_update(c, &x);
}

static enum status put_on_record(struct session *s, enum nameless how, struct arena *a)
{
	static const char *const whats[] = {
		[NAMELESS_OFF] = _("the Desk without a name put off"),
		[NAMELESS_TODAY] = _("the Desk without a name put on for today"),
		[NAMELESS_STAYS] = _("the Desk without a name put on, until it is put off"),
	};
	const char *value = how == NAMELESS_OFF     ? "no"
	                    : how == NAMELESS_TODAY ? day_iso(s->today, a)
	                                            : "yes";
	struct change c = { 0 };
	enum status rc = act_begin(s, OP_OPEN_DESK, &c, (struct person_id){ 0 }, whats[how]);

	c.kind = "account";
	if (rc == OK)
		rc = put_account_in(&c, s, how != NAMELESS_OFF, a);
	if (rc == OK)
		rc = setting_put(&c, DESK_SETTING, value);
	return act_end(s, &c, rc);
}

static enum status put_keys(struct session *s, enum nameless how, struct arena *a)
{
	struct keys keys = { .path = store_path(s->store),
		             .a = a,
		             .now = s->now,
		             .cost = s->cost ? *s->cost : KEYS_COST };
	int64_t until = how == NAMELESS_TODAY ? shift_begins(s, s->today + 1) : 0;
	enum status rc = how == NAMELESS_OFF ? keys_desk_remove(&keys, s->ring)
	                                     : keys_desk_put(&keys, s->ring, DESK_NAME, until);

	return rc == OK ? OK : session_fail(s, rc, "%s", keys.fault);
}

enum status casework_put_on_desk(struct session *s, enum nameless how, struct arena *a,
                                 const char **said)
{
	enum status rc = casework_may(s, OP_OPEN_DESK);

	if (rc != OK)
		return rc;
	if (!s->ring || !store_path(s->store))
		return session_fail(s, E_CONFLICT, "%s",
		                    _("This file has no key file, so there is no Desk without a "
		                      "name here."));
	rc = put_on_record(s, how, a);
	if (rc == OK)
		rc = put_keys(s, how, a);
	if (rc == OK)
		rc = session_read_settings(s);
	if (rc != OK)
		return rc;
	*said = how == NAMELESS_OFF ? _("The Desk without a name is off.")
	        : how == NAMELESS_TODAY
	                ? _("On until midnight. The sign-in lists it: Desk, no name needed.")
	                : _("On until you put it off. The sign-in lists it: Desk, no name needed.");
	return OK;
}

bool nameless_listed(const char *path, int64_t now)
{
	struct arena a = { 0 };
	struct keys keys = { .path = path, .a = &a, .now = now };
	bool on = keys_desk_on(&keys);

	arena_reset(&a);
	return on;
}

enum status casework_sign_in_nameless(const struct sign_in *how, struct session **ret)
{
	struct session *s = session_new();
	struct keys keys = { .path = how->path, .a = &s->arena, .now = s->now, .cost = KEYS_COST };
	struct keyring ring = { 0 };
	enum status rc = keys_desk_open(&keys, &ring);

	*ret = s;
	if (rc != OK)
		return session_fail(s, rc, "%s", keys.fault);
	rc = session_open_file(s, how, DESK_LOGIN, &ring);
	keyring_wipe(&ring); /* nothing that is done there needs it */
	if (rc == OK && session_nameless_desk(s) == NAMELESS_OFF) {
		s->ended = SESSION_DISABLED;
		rc = session_fail(
			s, E_NOT_FOUND, "%s",
			_("The Desk without a name is not on. A coordinator puts it on."));
	}
	return rc;
}
