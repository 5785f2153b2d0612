#include "casework/lock.h"

#include "act.h"
#include "settings_read.h"

#include "base/words.h"
#include "casework/access.h"
#include "store/accounts.h"
#include "store/store.h"

static enum status note(struct session *s, const char *what)
{
	struct note_event e = { .kind = "lock", .who = s->account.id, .at = s->now, .what = what };

	return store_read_only(s->store) ? OK : session_store(s, change_note(s->store, &e));
}

enum status casework_lock(struct session *s, const char *why)
{
	struct arena a = { 0 };
	enum status rc = casework_may(s, OP_LOCK);

	if (rc == OK)
		rc = note(s, why ? arena_printf(&a, "locked: %s", why) : "locked");
	arena_reset(&a);
	return rc;
}

/* What somebody may is what the file says now, not what it said when they sat down. */
static enum status read_again(struct session *s)
{
	struct account x;
	enum status rc = session_store(s, account_get(s->store, s->account.id, &s->arena, &x));

	if (rc != OK)
		return rc;
	if (x.disabled_at != 0)
		return session_fail(s, E_DENIED,
		                    _("This account was closed. Ask a coordinator. What you left "
		                      "half done is kept."));
	s->account = x;
	return session_read_settings(s);
}

enum status casework_unlock(struct session *s, struct str passphrase)
{
	enum status rc = casework_may(s, OP_LOCK);

	if (rc == OK)
		rc = casework_prove(s, passphrase);
	if (rc == OK)
		rc = read_again(s);
	/* A full disk takes no note of it; what waits behind the lock has to be saved all the same. */
	if (rc == OK && note(s, "came back") != OK)
		s->proved_at = 0;
	return rc;
}
