#include "open_reminder.h"

#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"
#include "casework/signposts.h"
#include "model/ladder.h"

/* The concern of its signpost; NULL where it had none, and the picker then asks. */
static const char *concern_of(struct screen *s, const struct reminder *r)
{
	struct signpost_rows rows = { 0 };

	if (casework_signposts(screen_session(s), r->person, &s->arena, &rows) != OK)
		return NULL;
	for (size_t i = 0; i < rows.n; i++)
		if (rows.at[i].signpost.id.n == r->signpost.n)
			return text_empty(rows.at[i].signpost.concern)
			               ? NULL
			               : rows.at[i].signpost.concern;
	return NULL;
}

/* A step behind the tries (a letter, whoever referred them, the end) leads to where it is taken. */
static bool on_ladder(struct screen *s, const struct reminder *r)
{
	return (text_equal(r->rule, ladder_rule(LADDER_LETTER)) ||
	        text_equal(r->rule, ladder_rule(LADDER_ASK_REFERRER)) ||
	        text_equal(r->rule, ladder_rule(LADDER_CLOSE))) &&
	       session_may(screen_session(s), OP_CLOSE_REFERRAL);
}

enum outcome open_reminder(struct screen *s, const struct reminder *r)
{
	if (r->person.n != 0 && text_equal(r->rule, RULE_SERVICE_GONE)) {
		s->go = visit_picker(r->person, concern_of(s, r));
	} else if (on_ladder(s, r)) {
		s->go = visit_person(&tries_screen, r->person);
	} else if (r->kind == REMINDER_CHECK_BACK && r->signpost.n != 0 &&
	           session_may(screen_session(s), OP_OPEN_PERSON)) {
		s->go = visit_ledger(r->signpost);
	} else if (r->person.n != 0) {
		s->go = visit_whom(screen_session(s), r->person);
		if (!s->go.where) {
			desk_say(s->desk, _("They are not on your list today. %s"), r->what);
			return REDRAW;
		}
		/* Whose record opens for them may go over the plan: that is what it asks for. */
		if (r->kind == REMINDER_REVIEW_DUE && s->go.where == &person_screen)
			s->go = visit_person(&review_screen, r->person);
	} else if (r->service.n != 0) {
		s->go = r->kind == REMINDER_SERVICE_CHECK ? visit_check(r->service)
		                                          : visit_service(r->service);
	} else {
		desk_say(s->desk, "%s", r->what);
		return REDRAW;
	}
	return OPEN;
}

enum outcome open_picker_again(struct screen *s, const struct reminder *r)
{
	if (r->person.n == 0 || r->signpost.n == 0)
		return PASS;
	s->go = visit_picker(r->person, concern_of(s, r));
	return OPEN;
}
