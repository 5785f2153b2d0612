#include "viewing.h"
#include "went_on.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/disclosure.h"
#include "model/ladder.h"
#include "model/moved.h"
#include "store/disclosures.h"
#include "store/moved.h"
#include "store/reminders.h"
#include "store/signpost_steps.h"
#include "store/wishes.h"

/* The rest of the timeline: what left, how services went on, the steps of the ladder, that wishes are there, what was moved. */

static const char *left_text(const struct viewing *v, const struct disclosure *x)
{
	const char *what = x->kind == DISCLOSURE_PAPER && x->document != DOCUMENT_NONE
	                           ? words_label(&documents, (int)x->document)
	                           : words_label(&disclosure_kinds, (int)x->kind);

	if (text_empty(x->to_whom))
		return what;
	return x->kind == DISCLOSURE_REFERRAL
	               ? arena_printf(v->a, "%s %s", what, x->to_whom)
	               : arena_printf(v->a, _("%s, to %s"), what, x->to_whom);
}

/* Said already: by the word of the service, or by the plan that was handed over that day. */
static bool said_already(const struct viewing *v, const struct disclosure *x)
{
	if (x->signpost.n != 0)
		return true;
	if (x->document != DOCUMENT_PLAN)
		return false;
	for (size_t i = 0; i < v->plans.n; i++)
		if (v->plans.at[i].given_on == x->on_day)
			return true;
	return false;
}

static enum status add_disclosures(struct viewing *v)
{
	struct disclosure_list list;
	enum status rc = disclosures_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct disclosure *x = &list.at[i];
		struct whole w = { v, left_text(v, x) };
		struct view_row row = { .sort = SORT_LEFT,
			                .by = x->by_account,
			                .on = x->on_day,
			                .minute = x->at_minute,
			                .kind = _("Given"),
			                .what = w.text };

		if (said_already(v, x))
			continue;
		whole_say_as(&w, _("What left"), x->fields);
		whole_say_as(&w, _("Why it may"), x->basis);
		whole_say_as(&w, _("How"), x->how);
		whole_by(&w, x->by_account);
		row.whole = w.text;
		viewing_add(v, &v->view->timeline, row);
	}
	return rc;
}

/* What the ladder asked for and was no contact: whoever referred them was asked, it was closed. */
static bool is_step(const struct reminder *r)
{
	return r->state == REMINDER_DONE &&
	       (text_equal(r->rule, ladder_rule(LADDER_ASK_REFERRER)) ||
	        text_equal(r->rule, ladder_rule(LADDER_CLOSE)));
}

static enum status add_steps(struct viewing *v)
{
	struct reminder_list list;
	enum status rc = reminders_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];
		struct whole w = { v, r->what };

		if (!is_step(r))
			continue;
		whole_say_as(&w, _("What came of it"), r->outcome);
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_STEP,
		                               .by = r->by_account,
		                               .on = r->done_on,
		                               .minute = MINUTE_NONE,
		                               .kind = _("Not reached"),
		                               .what = viewing_join(v, r->what, r->outcome),
		                               .whole = w.text });
	}
	return rc;
}

/* Said already by the signpost itself: that it was given. */
static bool is_giving(const struct signpost_step *x, const struct signpost *of)
{
	bool first = x->status == SIGNPOST_GIVEN || x->status == SIGNPOST_SENT;

	return first && x->asked == STEP_ASK_NONE && x->on_day == of->given_on &&
	       text_empty(x->reason);
}

static enum status add_step_of(struct viewing *v, const struct signpost_step *x,
                               const struct signpost *of)
{
	const char *service = "", *what = signpost_step_text(x, v->a);
	struct whole w = { v, "" };
	enum status rc = viewing_service(v, of->service, &service);

	if (rc != OK)
		return rc;
	what = arena_printf(v->a, "%s: %s", service, what);
	whole_say(&w, what);
	whole_say_as(&w, _("About"),
	             text_empty(of->concern) ? "" : session_concern_label(v->s, of->concern));
	whole_say_as(&w, _("Reason"), x->reason);
	whole_say(&w, x->words);
	whole_by(&w, x->by_account);
	viewing_add(v, &v->view->timeline,
	            (struct view_row){ .sort = SORT_WENT_ON,
	                               .by = x->by_account,
	                               .on = x->on_day,
	                               .minute = x->at_minute,
	                               .kind = _("Service"),
	                               .what = viewing_join(v, what, x->words),
	                               .whole = w.text,
	                               .service = of->service.n,
	                               .tone = x->answered == SAID_NO ? TONE_DIM : TONE_PLAIN });
	return OK;
}

/* How each service went on after it was named: each state with its day, each time somebody was asked. */
static enum status add_went_on(struct viewing *v)
{
	struct signpost_step_list list;
	enum status rc = signpost_steps_of_person(v->s->store, v->id, v->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++)
		for (size_t j = 0; rc == OK && j < v->signposts.n; j++)
			if (v->signposts.at[j].id.n == list.at[i].signpost.n &&
			    !is_giving(&list.at[i], &v->signposts.at[j]))
				rc = add_step_of(v, &list.at[i], &v->signposts.at[j]);
	return rc;
}

/* That they are there, and nothing of them: they have their own screen, for few. */
static enum status add_wishes(struct viewing *v)
{
	struct wishes x;
	enum status rc = wishes_get(v->s->store, v->id, v->a, &x);

	if (rc == OK && !wishes_empty(&x) && day_valid(x.set_on)) {
		viewing_add(v, &v->view->timeline,
		            (struct view_row){ .sort = SORT_WISHES,
		                               .by = x.set_by,
		                               .on = x.set_on,
		                               .minute = MINUTE_NONE,
		                               .kind = _("Wishes"),
		                               .what = _("written down") });
	}
	return rc;
}

static void add_moved(struct viewing *v, const struct moved *x, bool here)
{
	const char *noun = words_label(&moved_nouns, (int)x->noun);
	const char *what = arena_printf(
		v->a, here ? _("moved here: %s of %s") : _("moved to another record: %s of %s"),
		noun, day_short(x->was_on, v->s->today, v->a));
	struct whole w = { v, what };

	whole_say(&w, _("It was put into the wrong record by mistake."));
	whole_say_as(&w, _("Moved by"), viewing_account(v, x->by_account));
	viewing_add(v, &v->view->timeline,
	            (struct view_row){ .sort = SORT_MOVED,
	                               .by = x->by_account,
	                               .on = x->moved_on,
	                               .minute = x->moved_minute,
	                               .kind = _("Moved"),
	                               .what = what,
	                               .whole = w.text,
	                               .tone = TONE_DIM });
}

static enum status add_moves(struct viewing *v)
{
	struct moved_list from, to;
	enum status rc = moved_of_person(v->s->store, v->id, v->a, &from);

	if (rc == OK)
		rc = moved_to_person(v->s->store, v->id, v->a, &to);
	for (size_t i = 0; rc == OK && i < from.n; i++)
		add_moved(v, &from.at[i], false);
	for (size_t i = 0; rc == OK && i < to.n; i++)
		add_moved(v, &to.at[i], true);
	return rc;
}

enum status view_left_read(struct viewing *v)
{
	enum status rc = add_disclosures(v);

	if (rc == OK)
		rc = add_steps(v);
	if (rc == OK)
		rc = add_went_on(v);
	if (rc == OK)
		rc = add_wishes(v);
	return rc == OK ? add_moves(v) : rc;
}
