#include "casework/reminders.h"

#include "act.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "store/derive.h"
#include "store/reminders.h"

static enum status check(struct session *s, const struct reminders_move *what)
{
	if (!day_valid(what->on) || what->on <= s->today)
		return session_fail(s, E_INVALID, _("Another day is after today."));
	if (text_empty(what->reason))
		return session_fail(s, E_INVALID,
		                    _("Say why, in a few words: it stands with each."));
	return OK;
}

/* One that was changed meanwhile stops all: what was shown is not what there is. */
static enum status move_in(struct session *s, struct change *c, const struct reminders_move *what,
                           const struct reminder_ref *ref)
{
	struct arena a = { 0 };
	struct reminder r;
	enum status rc = session_store(s, reminder_get(c->st, ref->id, &a, &r));

	if (rc == OK)
		rc = casework_may_about(s, OP_REMIND, r.person);
	if (rc == OK && (r.ver != ref->ver || r.state != REMINDER_OPEN))
		rc = session_fail(s, E_CONFLICT,
		                  _("“%s” was changed since you saw it. Nothing was moved."),
		                  r.what);
	if (rc == OK) {
		r.due_on = what->on;
		r.due_minute = MINUTE_NONE;
		r.moved++;
		r.moved_reason = what->reason;
		rc = session_store(s, reminder_update(c, &r));
	}
	if (rc == OK && r.person.n != 0)
		rc = session_store(s, derive_person(c, r.person));
	arena_reset(&a);
	return rc;
}

enum status casework_move_reminders(struct session *s, const struct reminders_move *what)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_REMIND);

	if (rc == OK)
		rc = check(s, what);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_REMIND, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("another day for %zu reminders, now %s: %s"), what->n,
	                            day_short(what->on, s->today, &a), what->reason));
	for (size_t i = 0; rc == OK && i < what->n; i++)
		rc = move_in(s, &c, what, &what->at[i]);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}
