#include "answering.h"
#include "reminders_of.h"

#include "store/reminders.h"

enum status answer_in(struct session *s, struct change *c, struct person_id person, enum deed deed,
                      const char *words)
{
	struct arena a = { 0 };
	struct reminder_list open = { 0 };
	enum status rc = reminders_open_of_person(c->st, person, &a, &open);

	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder *r = &open.at[i];

		if (!reminder_answered_by(r, deed, s->today))
			continue;
		rc = reminder_done_in(s, c, r, words);
	}
	arena_reset(&a);
	return rc;
}
