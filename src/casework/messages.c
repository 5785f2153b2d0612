#include "casework/messages.h"

#include "act.h"
#include "standing.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/contacts.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/referrals.h"

/* "Mon 09:55"; the day instead of its name once it is a week ago. */
static const char *taken_text(const struct message *m, day today, struct arena *a)
{
	const char *on = today - m->taken_on < 7 ? weekday_short(day_weekday(m->taken_on))
	                                         : day_short(m->taken_on, today, a);

	return m->taken_minute == MINUTE_NONE
	               ? on
	               : arena_printf(a, "%s %s", on, minute_text(m->taken_minute, a));
}

static const char *title_text(const struct message *m, const char *person, day today,
                              struct arena *a)
{
	const char *taken = taken_text(m, today, a);

	if (!text_empty(person))
		return arena_printf(a, "%s, %s", person, taken);
	if (!text_empty(m->from_whom))
		return arena_printf(a, "%s, %s", m->from_whom, taken);
	return m->kind == MESSAGE_CALL_NOTE ? arena_printf(a, _("Note without a person, %s"), taken)
	                                    : arena_printf(a, _("Message, %s"), taken);
}

static enum status fill_row(struct session *s, struct arena *a, struct message_row *row)
{
	struct account by;
	struct person person;
	enum status rc = OK;

	row->person = row->taken_by = "";
	if (row->message.person.n != 0) {
		rc = person_get(s->store, row->message.person, a, &person);
		if (rc == OK)
			row->person = act_name_seen(s, &person, a);
	}
	if (rc == OK && row->message.taken_by.n != s->account.id.n) {
		rc = account_get(s->store, row->message.taken_by, a, &by);
		if (rc == OK)
			row->taken_by = by.name;
	}
	row->title = title_text(&row->message, row->person, s->today, a);
	return rc;
}

/*
 * Was it they themselves who rang? Only then have they been spoken to; somebody else's words are
 * kept as somebody else's.
 */
static bool from_themselves(const struct person *p, const char *from_whom)
{
	struct arena a = { 0 };
	const char *given = text_fold(str_of(p->given_name), &a);
	const char *known = text_fold(str_of(p->known_as), &a);
	struct str from = str_of(from_whom);
	bool own = text_empty(from_whom) || (*given && text_holds(from, given)) ||
	           (*known && text_holds(from, known));

	arena_reset(&a);
	return own;
}

static struct contact contact_of(const struct message *m, const struct person *p,
                                 struct account_id by)
{
	struct contact c = contact_blank;

	c.person = p->id;
	c.on_day = m->taken_on;
	c.at_minute = m->taken_minute;
	c.outcome = CONTACT_THEY_RANG;
	c.direction = CONTACT_IN;
	c.mode = CONTACT_BY_PHONE;
	c.reached = from_themselves(p, m->from_whom) ? REACHED_YES : REACHED_OTHER_PERSON;
	c.who_with = m->from_whom;
	c.note = m->words;
	c.by_account = m->taken_by.n != 0 ? m->taken_by : by;
	return c;
}

static enum status put_in(struct session *s, struct change *c, const struct message *m,
                          const struct person *p, struct arena *a)
{
	struct contact contact = contact_of(m, p, s->account.id);
	struct referral ref = referral_blank;
	struct contact_id id;
	enum status rc = referral_current(c->st, p->id, a, &ref);

	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	contact.referral = ref.id;
	rc = contact_add(c, &contact, &id);
	if (rc != OK || contact.reached != REACHED_YES || ref.id.n == 0 ||
	    ref.first_contact_on != DAY_NONE || !referral_open(ref.state))
		return rc;
	ref.first_contact_on = contact.on_day;
	if (ref.state == REFERRAL_ACCEPTED) {
		ref.state = REFERRAL_ACTIVE;
		ref.state_on = contact.on_day;
	}
	return referral_update(c, &ref);
}

static struct message message_of(const struct session *s, const struct new_message *m)
{
	struct message x = message_blank;

	x.person = m->person;
	x.kind = m->for_account.n != 0 ? MESSAGE_TAKEN : MESSAGE_CALL_NOTE;
	x.for_account = m->for_account.n != 0 ? m->for_account : s->account.id;
	x.from_whom = m->from_whom;
	x.phone = m->phone;
	x.hours = m->hours;
	x.words = m->words;
	x.taken_by = s->account.id;
	x.taken_on = s->today;
	x.taken_minute = s->minute;
	return x;
}

static const char *said(struct session *s, const struct message *m, const struct person *p,
                        bool put, struct arena *a)
{
	struct account worker;

	if (put)
		return arena_printf(a, _("Saved with %s: they rang us, %s."), act_name(p, a),
		                    taken_text(m, s->today, a));
	if (m->kind == MESSAGE_TAKEN && account_get(s->store, m->for_account, a, &worker) == OK)
		return arena_printf(a, _("Saved: a message for %s, on their Today."), worker.name);
	return arena_printf(a, _("Saved as %s. It is in Unfinished on Today."),
	                    title_text(m, "", s->today, a));
}

/* Words that go into a record are a contact, whatever they were taken as. */
static enum status may_put(struct session *s, struct person_id person)
{
	return casework_may_about(s, OP_RECORD_CONTACT, person);
}

enum status casework_take_message(struct session *s, const struct new_message *m, struct arena *a,
                                  struct message_saved *ret)
{
	struct message x = message_of(s, m);
	bool put = m->person.n != 0 && x.kind == MESSAGE_CALL_NOTE;
	struct message_saved saved = { 0 };
	struct person p = person_blank;
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_TAKE_MESSAGE);

	if (rc != OK)
		return rc;
	if (new_message_empty(m))
		return session_fail(s, E_INVALID, _("What was said? A few words will do."));
	if (m->person.n != 0)
		rc = session_store(s, person_get(s->store, m->person, a, &p));
	if (rc == OK && put)
		rc = may_put(s, m->person);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_TAKE_MESSAGE, &c, m->person,
	               m->person.n ? arena_printf(a, _("call note on %s"), act_name_seen(s, &p, a))
	                           : _("call note"));
	if (rc == OK)
		rc = put ? put_in(s, &c, &x, &p, a) : message_add(&c, &x, &saved.id);
	rc = act_end(s, &c, rc);
	if (rc != OK)
		return rc;
	saved.said = said(s, &x, &p, put, a);
	*ret = saved;
	return OK;
}

/*
 * Whoever opens no records reads what they took themselves, and nobody else's; nor does anybody read
 * what is for a colleague about a record that is hidden from them.
 */
static enum status may_read(struct session *s, const struct message *m)
{
	if (m->taken_by.n == s->account.id.n || m->for_account.n == s->account.id.n ||
	    (session_knows_people(s) && !standing_hidden(s, m->person)))
		return OK;
	return session_fail(s, E_DENIED, "%s", _("That message is for somebody else."));
}

static enum status get_open(struct session *s, struct message_id id, struct arena *a,
                            struct message *ret)
{
	struct message m = message_blank;
	enum status rc = session_store(s, message_get(s->store, id, a, &m));

	if (rc == OK)
		rc = may_read(s, &m);
	if (rc == OK && m.done_on != DAY_NONE)
		return session_fail(s, E_CONFLICT,
		                    _("That was done with on %s. Nothing was changed."),
		                    day_short(m.done_on, s->today, a));
	if (rc == OK)
		*ret = m;
	return rc;
}

enum status casework_put_message(struct session *s, struct message_id id, struct person_id person)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct message m = message_blank;
	struct person p;
	enum status rc = casework_may_about(s, OP_RECORD_CONTACT, person);

	if (rc == OK)
		rc = get_open(s, id, &a, &m);
	if (rc == OK)
		rc = session_store(s, person_get(s->store, person, &a, &p));
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_RECORD_CONTACT, &c, person,
	               arena_printf(&a, _("call note put to %s"), act_name(&p, &a)));
	if (rc == OK)
		rc = put_in(s, &c, &m, &p, &a);
	m.person = person;
	m.done_on = s->today;
	if (rc == OK)
		rc = message_update(&c, &m);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

enum status casework_message_done(struct session *s, struct message_id id)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct message m = message_blank;
	enum status rc = casework_may(s, OP_TAKE_MESSAGE);

	if (rc == OK)
		rc = get_open(s, id, &a, &m);
	if (rc != OK)
		goto done;
	rc = act_begin(
		s, OP_TAKE_MESSAGE, &c, m.person,
		arena_printf(&a, _("done with the message of %s"), taken_text(&m, s->today, &a)));
	m.done_on = s->today;
	if (rc == OK)
		rc = message_update(&c, &m);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

enum status casework_message(struct session *s, struct message_id id, struct arena *a,
                             struct message_row *ret)
{
	struct message_row row = { 0 };
	enum status rc = casework_may(s, OP_TAKE_MESSAGE);

	if (rc == OK)
		rc = session_store(s, message_get(s->store, id, a, &row.message));
	if (rc == OK)
		rc = may_read(s, &row.message);
	if (rc == OK)
		rc = session_store(s, fill_row(s, a, &row));
	if (rc == OK)
		*ret = row;
	return rc;
}

static enum status add_open(struct session *s, struct account_id account, struct arena *a,
                            struct message_rows *rows)
{
	struct message_list list;
	enum status rc = messages_open(s->store, account, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct message_row *row = ARENA_PUSH(a, rows);

		row->message = list.at[i];
		rc = fill_row(s, a, row);
	}
	return rc;
}

enum status casework_messages(struct session *s, struct arena *a, struct message_rows *ret)
{
	struct message_rows rows = { 0 };
	enum status rc = casework_may(s, OP_SEE_TODAY);

	if (rc != OK)
		return rc;
	rc = add_open(s, s->account.id, a, &rows);
	if (rc == OK && session_knows_people(s)) /* whoever is on duty is a worker */
		rc = add_open(s, (struct account_id){ 0 }, a, &rows);
	if (rc == OK)
		*ret = rows;
	return session_store(s, rc);
}
