#include "casework/safety.h"

#include "act.h"
#include "looked.h"
#include "worries.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/safety_notes.h"
#include "store/store.h"

static struct safety_answerers answerers(const struct session *s)
{
	return (struct safety_answerers){ s->service.lead.account, s->service.deputy.account };
}

/*
 * "Carter, Jane 1981", what was written of them, or "somebody". Raising a worry about a restricted
 * record tells nobody whose it is; whoever answers for safety has to know.
 */
static enum status who_of(struct session *s, const struct safety_note *n, bool readable,
                          struct arena *a, const char **ret)
{
	struct person p;
	enum status rc;

	if (n->person.n == 0) {
		*ret = readable && !text_empty(n->who) ? n->who : _("somebody");
		return OK;
	}
	rc = person_get(s->store, n->person, a, &p);
	if (rc != OK)
		return session_store(s, rc);
	if (!readable && p.restricted)
		*ret = _("somebody");
	else
		*ret = safety_note_answerable(n, &s->account, answerers(s))
		               ? act_name(&p, a)
		               : act_name_seen(s, &p, a);
	return OK;
}

static enum status account_name(struct session *s, struct account_id id, struct arena *a,
                                const char **ret)
{
	struct account x;
	enum status rc;

	*ret = "";
	if (id.n == 0)
		return OK;
	rc = account_get(s->store, id, a, &x);
	if (rc == OK)
		*ret = x.name;
	return session_store(s, rc);
}

static const char *when_text(const struct session *s, const struct safety_note *n, struct arena *a)
{
	const char *minute = minute_text(n->raised_minute, a);

	if (n->raised_on == s->today && !text_empty(minute))
		return minute;
	return arena_printf(a, "%s%s%s", day_short(n->raised_on, s->today, a),
	                    text_empty(minute) ? "" : " ", minute);
}

const char *worry_waits(const struct session *s, const struct safety_note *n, struct arena *a)
{
	int minutes = safety_note_waits(n, s->today, s->minute);
	const struct safety_person *lead = &s->service.lead;

	if (!safety_note_unanswered(n, s->today, s->minute))
		return _("not seen yet");
	if (minutes < 2 * 1440)
		return arena_printf(a, _("unseen %d hours: ring %s %s"), minutes / 60, lead->name,
		                    lead->phone);
	return arena_printf(a, _("unseen %d days: ring %s %s"), minutes / 1440, lead->name,
	                    lead->phone);
}

static enum status item_of(struct session *s, const struct safety_note *n, struct arena *a,
                           struct safety_item *ret)
{
	struct safety_item item = { .id = n->id, .seen = n->seen_on != DAY_NONE };
	const char *seen_by;
	enum status rc;

	item.readable = worry_readable(s, n);
	item.late = safety_note_unanswered(n, s->today, s->minute);
	item.when = when_text(s, n, a);
	item.what = item.readable ? words_label(&safety_abouts, (int)n->about)
	                          : _("a worry about safety");
	rc = who_of(s, n, item.readable, a, &item.who);
	if (rc == OK)
		rc = account_name(s, n->seen_by, a, &seen_by);
	if (rc != OK)
		return rc;
	if (!text_equal(item.who, _("somebody")))
		item.person = n->person;
	item.state =
		item.seen ? arena_printf(a, _("%s has seen it"), seen_by) : worry_waits(s, n, a);
	*ret = item;
	return OK;
}

/* Coordinators may read all of them, and yet a note is on their Today only when nobody has seen it. */
bool worry_on_today(const struct session *s, const struct safety_note *n)
{
	struct safety_answerers here = answerers(s);
	int64_t me = s->account.id.n;

	return me == here.lead.n || me == here.deputy.n || me == n->raised_by.n ||
	       safety_note_answerable(n, &s->account, here) ||
	       ((s->account.roles & (ROLE_LINK_WORKER | ROLE_COORDINATOR)) != 0 &&
	        safety_note_unanswered(n, s->today, s->minute));
}

bool worry_readable(const struct session *s, const struct safety_note *n)
{
	return safety_note_readable(n, &s->account, answerers(s));
}

static enum status list_open(struct session *s,
                             bool (*wanted)(const struct session *, const struct safety_note *),
                             struct arena *a, struct safety_item_list *ret)
{
	struct safety_note_list notes;
	struct safety_item_list items = { 0 };
	enum status rc = session_store(s, safety_notes_open(s->store, a, &notes));

	for (size_t i = 0; rc == OK && i < notes.n; i++)
		if (wanted(s, &notes.at[i]))
			rc = item_of(s, &notes.at[i], a, ARENA_PUSH(a, &items));
	if (rc == OK)
		*ret = items;
	return rc;
}

enum status casework_safety_notes(struct session *s, struct arena *a, struct safety_item_list *ret)
{
	enum status rc = casework_may(s, OP_HANDLE_SAFETY);

	if (rc == OK)
		rc = looked_at_list(s, _("looked at the worries about safety"));
	return rc == OK ? list_open(s, worry_readable, a, ret) : rc;
}

enum status casework_safety_today(struct session *s, struct arena *a, struct safety_item_list *ret)
{
	enum status rc = casework_may(s, OP_HANDLE_SAFETY);

	return rc == OK ? list_open(s, worry_on_today, a, ret) : rc;
}

/* The note, if this account may read it. */
static enum status get(struct session *s, struct safety_note_id id, struct arena *a,
                       struct safety_note *ret)
{
	struct safety_note n = { 0 };
	enum status rc = session_store(s, safety_note_get(s->store, id, a, &n));

	if (rc != OK)
		return rc;
	if (!worry_readable(s, &n))
		return session_fail(s, E_DENIED,
		                    _("What it says is for whoever raised it, %s, %s and "
		                      "coordinators."),
		                    s->service.lead.name, s->service.deputy.name);
	*ret = n;
	return OK;
}

static enum status put_answers(struct session *s, struct arena *a, struct safety_record *r)
{
	const struct safety_note *n = &r->note;
	const char *raised_by, *seen_by;
	enum status rc = account_name(s, n->raised_by, a, &raised_by);

	if (rc == OK)
		rc = account_name(s, n->seen_by, a, &seen_by);
	if (rc != OK)
		return rc;
	r->raised = arena_printf(a, "%s %s, %s", day_short(n->raised_on, s->today, a),
	                         minute_text(n->raised_minute, a), raised_by);
	r->seen = n->seen_on == DAY_NONE
	                  ? ""
	                  : arena_printf(a, "%s, %s", day_short(n->seen_on, s->today, a), seen_by);
	r->done = n->done_on == DAY_NONE
	                  ? ""
	                  : arena_printf(a, "%s: %s", day_short(n->done_on, s->today, a), n->done);
	return OK;
}

enum status casework_safety_note(struct session *s, struct safety_note_id id, struct arena *a,
                                 struct safety_record *ret)
{
	struct safety_record r = { .answerable = false };
	enum status rc = casework_may(s, OP_HANDLE_SAFETY);

	if (rc == OK)
		rc = get(s, id, a, &r.note);
	if (rc == OK)
		rc = item_of(s, &r.note, a, &r.item);
	if (rc == OK)
		rc = put_answers(s, a, &r);
	if (rc == OK)
		rc = looked_at_person(s, OP_HANDLE_SAFETY, r.note.person, NULL);
	if (rc != OK)
		return rc;
	r.answerable = r.note.done_on == DAY_NONE &&
	               safety_note_answerable(&r.note, &s->account, answerers(s));
	*ret = r;
	return OK;
}

/* What is kept of a new one: who and when are the session's to say. */
static struct safety_note raised_now(const struct session *s, const struct safety_note *n)
{
	struct safety_note note = safety_note_blank;

	note.person = n->person;
	note.about = n->about;
	note.who = n->person.n == 0 ? n->who : "";
	note.words = n->words;
	note.did = n->did;
	note.told_when = n->told_when;
	note.told_said = n->told_said;
	note.without_consent_because = n->without_consent_because;
	note.raised_by = s->account.id;
	note.raised_on = s->today;
	note.raised_minute = s->minute;
	return note;
}

enum status casework_worry_about_safety(struct session *s, const struct safety_note *n,
                                        struct arena *a, struct problems *problems,
                                        struct safety_note_id *ret)
{
	struct safety_note note = raised_now(s, n);
	struct safety_note_id id = { 0 };
	struct problems found = { 0 };
	struct change c = { 0 };
	const char *who = "";
	enum status rc;

	safety_note_problems(&note, a, &found);
	*problems = found;
	if (problems_stop(&found))
		return session_fail(s, E_INVALID, "%s", found.at[0].text);
	rc = who_of(s, &note, true, a, &who);
	if (rc != OK)
		return rc;
	rc = act_begin(s, OP_WORRY_ABOUT_SAFETY, &c, note.person,
	               arena_printf(a, _("safety note about %s"), who));
	if (rc == OK)
		rc = safety_note_add(&c, &note, &id);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = id;
	return rc;
}

/* Why this account may not answer it, and who may. */
static enum status not_yours(struct session *s, const struct safety_note *n)
{
	const struct safety_person *lead = &s->service.lead, *deputy = &s->service.deputy;
	const struct safety_person *other = lead->account.n == n->raised_by.n ? deputy : lead;

	if (s->account.id.n == n->raised_by.n)
		return session_fail(s, E_DENIED,
		                    _("You raised this, so somebody else writes what came of it: "
		                      "%s, %s."),
		                    other->name, other->phone);
	return session_fail(s, E_DENIED, _("That is for %s, %s, or %s, %s, to write."), lead->name,
	                    lead->phone, deputy->name, deputy->phone);
}

/* The note, open, and this account's to answer; what the change is called goes to *what. */
static enum status get_to_answer(struct session *s, struct safety_note_id id, struct arena *a,
                                 struct safety_note *ret, const char **what)
{
	struct safety_note n = { 0 };
	const char *who;
	enum status rc = get(s, id, a, &n);

	if (rc != OK)
		return rc;
	if (!safety_note_answerable(&n, &s->account, answerers(s)))
		return not_yours(s, &n);
	if (n.done_on != DAY_NONE)
		return session_fail(s, E_CONFLICT, _("It was ended on %s. Nothing was changed."),
		                    day_short(n.done_on, s->today, a));
	rc = who_of(s, &n, true, a, &who);
	if (rc != OK)
		return rc;
	*what = arena_printf(a, _("answer to the safety note about %s"), who);
	*ret = n;
	return OK;
}

static void see(const struct session *s, struct safety_note *n)
{
	n->seen_on = s->today;
	n->seen_by = s->account.id;
}

enum status casework_safety_seen(struct session *s, struct safety_note_id id)
{
	struct arena a = { 0 };
	struct safety_note n = { 0 };
	struct change c = { 0 };
	const char *what = "";
	enum status rc = get_to_answer(s, id, &a, &n, &what);

	if (rc == OK && n.seen_on != DAY_NONE)
		rc = session_fail(s, E_CONFLICT, _("It was seen on %s. Nothing was changed."),
		                  day_short(n.seen_on, s->today, &a));
	if (rc == OK)
		rc = act_begin(s, OP_HANDLE_SAFETY, &c, n.person, what);
	if (rc == OK) {
		see(s, &n);
		rc = safety_note_update(&c, &n);
	}
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

enum status casework_safety_done(struct session *s, struct safety_note_id id, const char *done)
{
	struct arena a = { 0 };
	struct safety_note n = { 0 };
	struct change c = { 0 };
	const char *what = "";
	enum status rc = get_to_answer(s, id, &a, &n, &what);

	if (rc == OK && str_trim(str_of(done)).n == 0)
		rc = session_fail(s, E_INVALID,
		                  _("What was done? It stays open until that is written."));
	if (rc == OK)
		rc = act_begin(s, OP_HANDLE_SAFETY, &c, n.person, what);
	if (rc == OK) {
		if (n.seen_on == DAY_NONE)
			see(s, &n);
		n.done = done;
		n.done_on = s->today;
		rc = safety_note_update(&c, &n);
	}
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}
