#include "casework/changed.h"

#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/last_change.h"

enum status casework_mark(struct session *s, struct event_id *ret)
{
	enum status rc = casework_may(s, OP_SEE_WHO_CHANGED);

	return rc == OK ? session_store(s, events_last(s->store, ret)) : rc;
}

enum status casework_changed_by(struct session *s, const struct changed_what *what,
                                struct event_id since, struct arena *a, const char **ret)
{
	struct last_change last = { 0 };
	enum status rc = casework_may(s, OP_SEE_WHO_CHANGED);

	if (rc != OK)
		return rc;
	*ret = "";
	if (what->person.n != 0 && !standing_open(s, what->person))
		return OK;
	if (what->person.n != 0)
		rc = last_change_of_person(s->store, what->person, since, a, &last);
	else
		rc = last_change_of_row(s->store, "service",
		                        arena_printf(a, "%lld", (long long)what->service.n), since,
		                        a, &last);
	if (rc != OK && rc != E_NOT_FOUND)
		return session_store(s, rc);
	*ret = rc == OK && !text_empty(last.name)
	               ? arena_printf(a, "%s, %s", last.name, minute_text(clock_minute(last.at), a))
	               : "";
	return OK;
}
