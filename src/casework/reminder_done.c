#include "reminders_of.h"

#include "act.h"

#include "base/text.h"
#include "base/words.h"
#include "model/repeat.h"
#include "model/workdays.h"
#include "store/people.h"
#include "store/reminders.h"

enum status reminder_reachable(struct session *s, const struct reminder *r, struct arena *a)
{
	struct person p;
	enum status rc;

	if (r->person.n == 0 || r->kind == REMINDER_BEREAVEMENT)
		return OK;
	rc = session_store(s, person_get(s->store, r->person, a, &p));
	if (rc != OK)
		return rc;
	if (person_died(&p))
		return session_fail(s, E_INVALID, _("%s died. No reminder was set."),
		                    act_name(&p, a));
	if (p.no_more_contact_on != DAY_NONE)
		return session_fail(s, E_INVALID, _("%s asked us to stop. No reminder was set."),
		                    act_name(&p, a));
	return OK;
}

enum status repeat_in(struct session *s, struct change *c, const struct reminder *r, day *again)
{
	struct arena a = { 0 };
	struct reminder next = *r;
	struct reminder_id id;
	struct repeat repeat;
	const char *fault = "";
	day on = DAY_NONE;
	enum status rc = OK;

	/* What was put off stays in step: it is counted from the day that was meant. */
	if (!text_empty(r->repeat) &&
	    repeat_parse(r->repeat, r->first_due_on, s->today, &a, &repeat, &fault) == OK) {
		repeat.until = r->repeat_until;
		on = repeat_next(&repeat, r->first_due_on, s->today, &s->holidays);
	}
	if (on != DAY_NONE && reminder_reachable(s, r, &a) == OK) {
		next.state = REMINDER_OPEN;
		next.done_on = DAY_NONE;
		next.outcome = "";
		next.first_due_on = on;
		next.due_on = day_next_working(on, &s->holidays);
		next.moved = 0;
		next.moved_reason = "";
		next.made_on = s->today;
		next.by_account = s->account.id;
		rc = reminder_add(c, &next, &id);
		if (rc == OK)
			*again = next.due_on;
	}
	arena_reset(&a);
	return rc;
}

enum status reminder_done_in(struct session *s, struct change *c, struct reminder *r,
                             const char *words)
{
	day again;
	enum status rc;

	r->state = REMINDER_DONE;
	r->done_on = s->today;
	r->outcome = words;
	rc = reminder_update(c, r);
	return rc == OK ? repeat_in(s, c, r, &again) : rc;
}
