#include "release_words.h"

#include "casework/may_contact.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/ladder.h"

/* A letter to somebody whom we could not reach, and a date to keep: neither says what it is about. */

/* ---- we tried to reach you ---- */

static void put_address(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct person *p = &from->person;

	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN,
	          arena_printf(a, "%s\n%s\n%s", release_full_name(p, a), p->address, p->postcode));
	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN, paper_date(from->today, DAY_NONE, a));
	d->above = d->parts;
}

static void put_letter(const struct release_from *from, struct paper *d, struct arena *a)
{
	const char *reached = release_reached(from, a);
	day until = session_due(from->s, DUE_LETTER_ANSWER, from->today);

	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN,
	          arena_printf(a, _("Dear %s,"), release_full_name(&from->person, a)));
	paper_put(d, a, PAPER_PLAIN,
	          _("Somebody asked us to get in touch with you. We rang, and did not reach you."));
	paper_put(d, a, PAPER_PLAIN,
	          text_empty(reached)
	                  ? arena_printf(a, _("Would you like to talk? Ask for %s."), from->worker)
	                  : arena_printf(a, _("Would you like to talk? Ring %s: %s."), from->worker,
	                                 reached));
	paper_put(d, a, PAPER_PLAIN, _("Tell us too if you would rather not. Then we stop."));
	paper_put(d, a, PAPER_PLAIN,
	          arena_printf(a, _("If we have not heard by %s, we will not ring again."),
	                       paper_date(until, from->today, a)));
	paper_put(d, a, PAPER_PLAIN, _("You can ring us later too, at any time."));
	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN, arena_printf(a, _("Yours sincerely,\n%s"), from->worker_name));
}

/* The reference alone would have a stranger ask what it is: it stands there for us. */
enum status release_try_letter(struct session *s, const struct release_from *from, struct arena *a,
                               struct release *ret)
{
	struct paper *d = &ret->paper;
	struct may_contact may;
	enum status rc = casework_may_contact(s, from->person.id, CHANNEL_POST, s->today, a, &may);

	if (rc == OK && !may.yes)
		rc = session_fail(s, E_DENIED, "%s", may.why);
	if (rc != OK)
		return rc;
	if (text_empty(from->person.address))
		return session_fail(s, E_NOT_FOUND,
		                    _("No address is known. e on Details puts it in."));
	d->brief = true;
	d->title = _("Please ring us when you can");
	d->foot = ret->strip.ref;
	put_address(from, d, a);
	put_letter(from, d, a);
	release_lacks(ret, a, _("Plain envelope: nothing on it says where it is from."));
	if (text_empty(from->service_phone))
		release_lacks(
			ret, a,
			_("It has no number to ring you on: clew init asks for it (--phone)."));
	return OK;
}

/* ---- a date to keep ---- */

static bool is_date(const struct reminder *r, day today)
{
	switch (r->kind) {
	case REMINDER_FIRST_CONTACT:
	case REMINDER_FOLLOW_UP:
	case REMINDER_REVIEW_DUE:
	case REMINDER_ASK_AGAIN:
		return r->due_on >= today;
	case REMINDER_TRY_AGAIN:
	case REMINDER_KIND_NONE:
	case REMINDER_CHASE:
	case REMINDER_CHECK_BACK:
	case REMINDER_ACTION_DUE:
	case REMINDER_PLAN_NOT_GIVEN:
	case REMINDER_SERVICE_CHECK:
	case REMINDER_RETENTION:
	case REMINDER_BEREAVEMENT:
		break;
	}
	return r->to_person && r->due_on >= today;
}

/* The one that was asked for, else the next there is. */
static const struct reminder *find_date(const struct release_from *from, struct reminder_id id)
{
	const struct reminder *found = NULL;

	for (size_t i = 0; i < from->reminders.n; i++) {
		const struct reminder *r = &from->reminders.at[i];

		if (id.n != 0 ? r->id.n == id.n
		              : is_date(r, from->today) && (!found || r->due_on < found->due_on))
			found = r;
	}
	return found;
}

/*
 * A reminder says in words alone how it is to be. Where they speak of meeting, the slip does not promise
 * a call: where is written in by hand.
 */
static bool is_a_meeting(const struct reminder *r)
{
	static const char *const words[] = { "visit",  "meet",    "face to face", "in person",
		                             "clinic", "come in", "comes in" };
	struct str what = str_of(r->what);

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (text_holds(what, words[i]))
			return true;
	return false;
}

static void put_date(const struct release_from *from, const struct reminder *r, struct paper *d,
                     struct arena *a)
{
	const char *on = day_long(r->due_on, a), *reached = release_reached(from, a);

	paper_begin(d, a, "");
	paper_put_row(d, a, _("When"),
	              r->due_minute == MINUTE_NONE
	                      ? on
	                      : arena_printf(a, _("%s, %s"), on, minute_text(r->due_minute, a)));
	paper_put_row(d, a, _("With"), from->worker);
	paper_put_row(d, a, _("How"),
	              arena_printf(a,
	                           from->no_ring ? _("%s is in touch, as you agreed.")
	                                         : _("%s rings you."),
	                           from->worker));
	if (is_a_meeting(r)) {
		d->at[d->n - 1].on = false;
		paper_put(d, a, PAPER_SPACE, _("Where"));
	} else {
		paper_put_guarded(d, a, PAPER_SPACE, _("Or where"));
	}
	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN,
	          text_empty(reached)
	                  ? arena_printf(a, _("Does it not suit? Tell %s."), from->worker)
	                  : arena_printf(a, _("Does it not suit? Ring %s."), reached));
}

enum status release_slip(struct session *s, const struct release_from *from, struct arena *a,
                         struct release *ret)
{
	struct paper *d = &ret->paper;
	const struct reminder *r = find_date(from, ret->wanted.reminder);

	if (!r)
		return session_fail(s, E_NOT_FOUND,
		                    _("No date with them is set. f sets a reminder."));
	d->brief = true; /* it is put on a fridge */
	d->title = _("A date to keep");
	d->foot = ret->strip.ref;
	put_date(from, r, d, a);
	return OK;
}
