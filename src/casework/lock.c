#include "casework/lock.h"

#include "act.h"

#include "base/words.h"
#include "casework/access.h"
#include "casework/counts.h"
#include "casework/pin.h"
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

	session_pin_locked(s);
	s->proved_at = 0; /* whoever comes back with a PIN has not given the passphrase */
	if (rc == OK)
		rc = note(s, why ? arena_printf(&a, _("locked: %s"), why) : _("locked"));
	if (rc == OK)
		casework_keep_counts(s, true);
	arena_reset(&a);
	return rc;
}

/* A passphrase is longer than a PIN: which of them was typed need not be asked. */
static enum status try_it(struct session *s, struct str typed)
{
	enum status rc;

	if (session_pin_good(s) && pin_written(typed))
		return session_pin_try(s, typed);
	rc = casework_prove(s, typed);
	if (rc == OK)
		session_pin_unlocked(s);
	return rc;
}

enum status casework_unlock(struct session *s, struct str typed)
{
	enum status rc = casework_may(s, OP_LOCK);

	if (rc == OK && s->ended != SESSION_GOES_ON)
		rc = session_fail(s, E_DENIED, "%s", session_end_text(s));
	if (rc == OK)
		rc = try_it(s, typed);
	/* A full disk takes no note of it; what waits behind the lock has to be saved all the same. */
	if (rc == OK && note(s, _("came back")) != OK)
		s->proved_at = 0;
	return rc;
}
