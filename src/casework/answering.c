#include "answering.h"

#include "store/reminders.h"

enum status answer_in(const struct session *s, struct change *c, struct person_id person,
                      enum deed deed, const char *words)
{
	struct arena a = { 0 };
	struct reminder_list open = { 0 };
	enum status rc = reminders_open_of_person(c->st, person, &a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder *r = &open.at[i];

		if (!reminder_answered_by(r, deed, s->today))
			continue;
		r->state = REMINDER_DONE;
		r->done_on = s->today;
		r->outcome = words;
		rc = reminder_update(c, r);
	}
	arena_reset(&a);
	return rc;
}
