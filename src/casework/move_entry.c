#include "casework/move_entry.h"

#include "act.h"
#include "went_on.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/none.h"
#include "store/actions.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/disclosures.h"
#include "store/messages.h"
#include "store/moved.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/safety_notes.h"
#include "store/signposts.h"

struct moving {
	struct session *s;
	struct change c;
	const struct entry_move *x;
	struct arena *a;
	struct person from, to;
	struct referral_id referral; /* the other's time with us; 0: none */
	day was_on;
};

/* It is in that record, and nowhere else since it was shown. */
static enum status is_theirs(struct moving *w, enum status rc, struct person_id whose, day on)
{
	if (rc != OK && rc != E_NOT_FOUND)
		return session_store(w->s, rc);
	if (rc == E_NOT_FOUND || whose.n != w->x->from.n)
		return session_fail(w->s, E_NOT_FOUND,
		                    _("That is not in this record any more. Nothing was changed."));
	w->was_on = on;
	return OK;
}

static enum status move_contact(struct moving *w)
{
	struct contact x = contact_blank;
	enum status rc = contact_get(w->s->store, (struct contact_id){ w->x->entry }, w->a, &x);

	rc = is_theirs(w, rc, x.person, x.on_day);
	x.person = w->x->to;
	x.referral = w->referral;
	x.moved_from = w->x->from;
	return rc == OK ? contact_update(&w->c, &x) : rc;
}

static enum status move_message(struct moving *w)
{
	struct message x = message_blank;
	enum status rc = message_get(w->s->store, (struct message_id){ w->x->entry }, w->a, &x);

	rc = is_theirs(w, rc, x.person, x.taken_on);
	x.person = w->x->to;
	return rc == OK ? message_update(&w->c, &x) : rc;
}

static enum status move_safety(struct moving *w)
{
	struct safety_note x = safety_note_blank;
	enum status rc =
		safety_note_get(w->s->store, (struct safety_note_id){ w->x->entry }, w->a, &x);

	rc = is_theirs(w, rc, x.person, x.raised_on);
	x.person = w->x->to;
	return rc == OK ? safety_note_update(&w->c, &x) : rc;
}

static enum status move_reminder(struct moving *w)
{
	struct reminder x = reminder_blank;
	enum status rc = reminder_get(w->s->store, (struct reminder_id){ w->x->entry }, w->a, &x);

	rc = is_theirs(w, rc, x.person, x.made_on);
	if (rc == OK && (x.signpost.n != 0 || x.action.n != 0))
		return session_fail(w->s, E_CONFLICT,
		                    _("It goes with a service or the plan. Move that instead."));
	x.person = w->x->to;
	x.referral = w->referral;
	return rc == OK ? reminder_update(&w->c, &x) : rc;
}

/* What left with it is on record as theirs, and what was agreed stands in their plan. */
static enum status stays(struct moving *w, struct signpost_id id)
{
	struct disclosure_list left;
	struct action_list actions;
	enum status rc = disclosures_of_person(w->s->store, w->x->from, w->a, &left);

	if (rc == OK)
		rc = actions_of_person(w->s->store, w->x->from, w->a, &actions);
	if (rc != OK)
		return session_store(w->s, rc);
	for (size_t i = 0; i < left.n; i++) {
		if (left.at[i].signpost.n == id.n)
			return session_fail(
				w->s, E_CONFLICT,
				_("Details of %s left with it. It stays; say there what "
			          "went wrong."),
				act_name(&w->from, w->a));
	}
	for (size_t i = 0; i < actions.n; i++)
		if (actions.at[i].signpost.n == id.n)
			return session_fail(
				w->s, E_CONFLICT,
				_("It is part of the plan of %s. Take it out there first."),
				act_name(&w->from, w->a));
	return OK;
}

static enum status move_asking(struct moving *w, struct signpost_id id)
{
	struct reminder_list list;
	enum status rc = reminders_of_signpost(w->c.st, id, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		list.at[i].person = w->x->to;
		list.at[i].referral = w->referral;
		rc = reminder_update(&w->c, &list.at[i]);
	}
	return rc;
}

static enum status move_signpost(struct moving *w)
{
	struct signpost x = signpost_blank;
	enum status rc = signpost_get(w->s->store, (struct signpost_id){ w->x->entry }, w->a, &x);

	rc = is_theirs(w, rc, x.person, x.given_on);
	if (rc == OK)
		rc = stays(w, x.id);
	x.person = w->x->to;
	if (rc == OK)
		rc = signpost_moved_in(&w->c, &x, w->a);
	return rc == OK ? move_asking(w, x.id) : rc;
}

static enum status move_noun(struct moving *w)
{
	switch (w->x->noun) {
	case MOVED_CONTACT:
		return move_contact(w);
	case MOVED_MESSAGE:
		return move_message(w);
	case MOVED_SAFETY:
		return move_safety(w);
	case MOVED_REMINDER:
		return move_reminder(w);
	case MOVED_SIGNPOST:
		return move_signpost(w);
	case MOVED_NOUN_NONE:
		break;
	}
	return session_fail(w->s, E_INVALID, _("That cannot be moved to another record."));
}

/* Both show it; both are counted again. */
static enum status move_in(struct moving *w)
{
	struct moved x = moved_blank;
	struct moved_id id;
	enum status rc = move_noun(w);

	if (rc != OK)
		return rc;
	x.person = w->x->from;
	x.to_person = w->x->to;
	x.noun = w->x->noun;
	x.entry = w->x->entry;
	x.was_on = w->was_on;
	x.moved_on = w->s->today;
	x.moved_minute = w->s->minute;
	x.by_account = w->s->account.id;
	rc = moved_add(&w->c, &x, &id);
	return rc == OK ? derive_person(&w->c, w->x->to) : rc;
}

static enum status read_both(struct moving *w)
{
	struct referral current = referral_blank;
	enum status rc = person_get(w->s->store, w->x->from, w->a, &w->from);

	if (rc == OK)
		rc = person_get(w->s->store, w->x->to, w->a, &w->to);
	if (rc == OK)
		rc = referral_current(w->s->store, w->x->to, w->a, &current);
	w->referral = current.id;
	return session_store(w->s, rc == E_NOT_FOUND && w->to.id.n != 0 ? OK : rc);
}

/* What is on record is read by whoever works with the one it was moved out of. */
static const char *told(const struct person *to, struct arena *a)
{
	return to->restricted || to->keep_apart ? _("another record") : act_name(to, a);
}

enum status casework_move_entry(struct session *s, const struct entry_move *x, struct arena *a,
                                const char **said)
{
	struct moving w = { .s = s, .x = x, .a = a, .from = person_blank, .to = person_blank };
	enum status rc = casework_may_about(s, OP_MOVE_ENTRY, x->from);

	if (rc == OK)
		rc = casework_may_about(s, OP_MOVE_ENTRY, x->to);
	if (rc != OK)
		return rc;
	if (x->from.n == x->to.n)
		return session_fail(s, E_INVALID, _("It is in their record already."));
	rc = read_both(&w);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_MOVE_ENTRY, &w.c, x->from,
	               arena_printf(a, _("%s moved from %s to %s"),
	                            words_label(&moved_nouns, (int)x->noun), act_name(&w.from, a),
	                            told(&w.to, a)));
	if (rc == OK)
		rc = move_in(&w);
	rc = act_end(s, &w.c, rc);
	if (rc == OK)
		*said = arena_printf(a,
		                     _("Moved to %s. Nothing of it is left here; u takes it back."),
		                     act_name(&w.to, a));
	return rc;
}
