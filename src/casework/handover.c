#include "casework/handover.h"

#include "act.h"
#include "approved.h"
#include "colleagues.h"
#include "standing.h"
#include "worries.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/unfinished.h"
#include "store/approvals.h"
#include "store/cover.h"
#include "store/handover_notes.h"
#include "store/messages.h"
#include "store/reminders.h"
#include "store/safety_notes.h"
#include "store/since.h"
#include "store/store.h"

#define LOOKED          "read what changed since they were last here"
#define VOLUNTEER_NOTES 5
#define PROMISED_AHEAD  7 /* days */

/* How it is put together. */
struct making {
	struct session *s;
	struct arena *a;
	struct since *v;
	struct since_mark mark; /* the last thing this account did before today */
	day from;               /* the day of it */
};

const char *since_head(enum since_section section)
{
	static const char *const heads[] = {
#define X(symbol, head) [symbol] = _(head),
		SINCE_SECTIONS(X)
#undef X
	};

	return heads[section];
}

static struct since_row *add(struct making *m, enum since_section section)
{
	struct since_row *x = ARENA_PUSH(m->a, m->v);

	*x = (struct since_row){
		.section = section, .when = "", .who = "", .about = "", .what = ""
	};
	m->v->count[section]++;
	return x;
}

/* ---- while one was away ---- */

static const char *counted(struct arena *a, const char *so_far, int n, const char *one,
                           const char *many)
{
	if (n == 0)
		return so_far;
	return arena_printf(a, "%s%s%d %s", so_far, *so_far ? ", " : "", n, n == 1 ? one : many);
}

/* "14 contacts, 3 new, 2 safety notes" */
static const char *count_text(const struct since_counts *n, struct arena *a)
{
	const char *text = counted(a, "", n->contacts, _("contact"), _("contacts"));

	text = counted(a, text, n->new, _("new"), _("new"));
	text = counted(a, text, n->safety, _("safety note"), _("safety notes"));
	return *text ? text : _("nothing was needed");
}

static enum status add_kept(struct making *m, day from)
{
	struct reminder_list list;
	enum status rc = session_store(
		m->s, reminders_of_others(m->s->store, m->s->account.id, from, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];
		struct since_row *x = add(m, SINCE_COVER);
		const char *by = "";

		x->person = r->person;
		x->when = day_plain(r->due_on, m->s->today, m->a);
		rc = colleague_person(m->s, r->person, m->a, &x->who);
		if (rc == OK)
			rc = colleague_name(m->s, r->worker, m->a, &by);
		x->what = standing_hidden(m->s, r->person)
		                  ? arena_printf(m->a, _("%s still has it"), by)
		                  : arena_printf(m->a, _("%s still has: %s"), by, r->what);
	}
	return rc;
}

/* The event log is read from the beginning of the absence, however often one looked in meanwhile. */
static enum status from_the_beginning(struct making *m, day from)
{
	struct since_mark mark = { 0 };
	enum status rc = since_last(m->s->store, m->s->account.id, (int64_t)from * 86400, &mark);

	if (rc == OK && m->mark.event.n != 0 && mark.event.n < m->mark.event.n)
		m->mark = mark;
	if (from < m->from)
		m->from = from;
	return session_store(m->s, rc);
}

static enum status add_cover(struct making *m)
{
	struct session *s = m->s;
	struct cover_list list = { 0 };
	struct cover_people people = { 0 };
	struct since_counts counts = { 0 };
	const struct cover *c;
	struct since_row *x;
	enum status rc = session_store(s, covers_of(s->store, s->account.id, m->a, &list));

	if (rc != OK || list.n == 0)
		return rc;
	c = &list.at[0];
	if (c->from_on > s->today || (c->back_on != DAY_NONE && c->back_on <= m->from))
		return OK;
	m->v->away = c->back_on == DAY_NONE;
	m->v->away_since = day_short(c->from_on, s->today, m->a);
	rc = session_store(s, since_count(s->store, s->account.id, c->from_on,
	                                  m->v->away ? s->today : c->back_on, &counts));
	if (rc == OK)
		rc = session_store(s, cover_people(s->store, c->id, m->a, &people));
	if (rc != OK)
		return rc;
	x = add(m, SINCE_COVER);
	x->id = c->away.n;
	x->when = day_plain(c->from_on, s->today, m->a);
	rc = colleague_name(s, c->by_account, m->a, &x->who);
	if (people.n > 0)
		x->who = _("Several");
	x->what = arena_printf(m->a, _("%s covered for you: %s"),
	                       people.n > 0 ? _("They") : colleague_first(x->who, m->a),
	                       count_text(&counts, m->a));
	if (rc == OK)
		rc = from_the_beginning(m, c->from_on);
	return rc == OK ? add_kept(m, c->from_on) : rc;
}

/* ---- notes ---- */

static enum status add_notes(struct making *m)
{
	struct session *s = m->s;
	struct handover_note_list list = { 0 };
	bool volunteer = !session_may(s, OP_SEE_CASELOAD);
	enum status rc =
		session_store(s, handover_notes_open(s->store, s->account.id, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct handover_note *n = &list.at[i];
		const char *about = "";
		struct since_row *x;

		if (!note_is_for(s, n))
			continue;
		if (volunteer && m->v->count[SINCE_NOTES] == VOLUNTEER_NOTES) {
			m->v->more++;
			continue;
		}
		x = add(m, SINCE_NOTES);
		x->id = n->id;
		x->person = n->person;
		x->when = colleague_came(s, n->left_at, m->a);
		rc = colleague_name(s, n->left_by, m->a, &x->who);
		if (rc == OK)
			rc = colleague_person(s, n->person, m->a, &about);
		x->about = about;
		x->what = *about ? arena_printf(m->a, "%s: %s", about, n->words) : n->words;
	}
	return rc;
}

/* ---- what came in ---- */

static enum status add_safety(struct making *m)
{
	struct session *s = m->s;
	struct safety_note_list list = { 0 };
	enum status rc = session_store(s, safety_notes_open(s->store, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct safety_note *n = &list.at[i];
		struct since_row *x;

		if (n->raised_on < m->from || n->raised_by.n == s->account.id.n ||
		    !worry_on_today(s, n))
			continue;
		x = add(m, SINCE_SAFETY);
		x->id = n->id.n;
		x->alarm = n->seen_on == DAY_NONE;
		x->when = day_short(n->raised_on, s->today, m->a);
		x->who = _("somebody");
		x->what = _("Safety note");
		if (worry_readable(s, n)) {
			x->person = n->person;
			if (n->person.n != 0)
				rc = colleague_person(s, n->person, m->a, &x->who);
			else if (!text_empty(n->who))
				x->who = n->who;
		}
		if (n->seen_on == DAY_NONE)
			x->what =
				arena_printf(m->a, _("Safety note · %s"), worry_waits(s, n, m->a));
	}
	return rc;
}

/*
 * Whoever is alone is so because nobody else may answer: those who read it here came later, or came
 * back, so what counts is when they last read this as coordinator or auditor.
 */
static enum status add_alone(struct making *m)
{
	struct session *s = m->s;
	struct approval_list list = { 0 };
	int64_t from = 0;
	enum status rc = approvals_alone(s->store, s->account.id, m->a, &list);

	if (rc == OK && list.n > 0)
		rc = since_read_as(s->store, s->account.id, ROLE_COORDINATOR | ROLE_AUDITOR, LOOKED,
		                   colleague_midnight(s), &from);
	rc = session_store(s, rc);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct approval *n = &list.at[i];
		struct since_row *x;

		if (n->answered_at < from)
			continue;
		x = add(m, SINCE_ALONE);
		x->person = n->person;
		x->alarm = true;
		x->when = colleague_came(s, n->answered_at, m->a);
		rc = colleague_name(s, n->answered_by, m->a, &x->who);
		if (n->person.n != 0)
			x->about = person_ref(n->person, m->a);
		x->what = arena_printf(m->a, _("%s alone: nobody answered within a day"),
		                       approved_done(n, m->a));
	}
	return rc;
}

static enum status add_handed(struct making *m)
{
	struct session *s = m->s;
	struct since_events list = { 0 };
	enum status rc =
		session_store(s, since_handed(s->store, s->account.id, m->mark.event, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct since_event *e = &list.at[i];
		struct since_row *x;
		const char *by = "";

		/* The last time counts. */
		if (i + 1 < list.n && list.at[i + 1].person.n == e->person.n)
			continue;
		x = add(m, SINCE_HANDED);
		x->person = e->person;
		x->when = colleague_came(s, e->at, m->a);
		rc = colleague_person(s, e->person, m->a, &x->who);
		if (rc == OK)
			rc = colleague_name(s, e->by, m->a, &by);
		x->what = standing_hidden(s, e->person)
		                  ? arena_printf(m->a, _("by %s"), by)
		                  : arena_printf(m->a, _("by %s: %s"), by, e->what);
	}
	return rc;
}

static enum status add_called(struct making *m)
{
	struct session *s = m->s;
	struct message_list list = { 0 };
	enum status rc = session_store(s, messages_open(s->store, s->account.id, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct message *n = &list.at[i];
		struct since_row *x;

		if (n->taken_on < m->from || n->taken_by.n == s->account.id.n)
			continue;
		x = add(m, SINCE_CALLED);
		x->id = n->id.n;
		x->person = n->person;
		x->when = day_short(n->taken_on, s->today, m->a);
		rc = colleague_person(s, n->person, m->a, &x->who);
		if (text_empty(x->who))
			x->who = text_empty(n->from_whom) ? _("(whose?)") : n->from_whom;
		x->what = n->words;
	}
	return rc;
}

static enum status add_unfinished(struct making *m)
{
	struct unfinished_list list = { 0 };
	enum status rc = casework_unfinished(m->s, m->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct unfinished *u = &list.at[i];
		struct since_row *x = add(m, SINCE_UNFINISHED);

		x->id = u->id;
		x->person = u->person;
		x->alarm = u->red > 0;
		x->when = colleague_came(m->s, u->kept_at, m->a);
		x->who = u->name;
		x->what = u->what;
	}
	return rc;
}

/* ---- what others did ---- */

static enum status add_changed(struct making *m)
{
	struct session *s = m->s;
	struct since_events list = { 0 };
	enum status rc;

	if (m->mark.event.n == 0)
		return OK; /* never here before: all of it would be news */
	rc = session_store(s, since_changes(s->store, s->account.id, m->mark.event, m->a, &list));
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct since_event *e = &list.at[i];
		struct since_row *x = add(m, SINCE_CHANGED);
		const char *about = "";

		x->person = e->person;
		x->when = colleague_came(s, e->at, m->a);
		rc = colleague_name(s, e->by, m->a, &x->who);
		if (rc == OK)
			rc = colleague_person(s, e->person, m->a, &about);
		x->about = about;
		x->what = standing_hidden(s, e->person) ? about : e->what;
	}
	return rc;
}

static enum status add_opened(struct making *m)
{
	struct session *s = m->s;
	struct access_list list = { 0 };
	enum status rc =
		session_store(s, since_opened(s->store, s->account.id, m->mark.at, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct access *e = &list.at[i];
		struct since_row *x = add(m, SINCE_OPENED);
		const char *about = "", *why = words_label(&access_reasons, (int)e->reason);

		x->person = e->person;
		x->alarm = e->kind == ACCESS_ANYWAY;
		x->when = colleague_came(s, e->from_at, m->a);
		rc = colleague_name(s, e->account, m->a, &x->who);
		if (rc == OK)
			rc = colleague_person(s, e->person, m->a, &about);
		x->about = about;
		x->what = e->kind == ACCESS_ANYWAY && !standing_hidden(s, e->person)
		                  ? arena_printf(m->a, _("%s, opened anyway: %s"), about, e->note)
		                  : arena_printf(m->a, "%s: %s", about, why);
	}
	return rc;
}

static enum status add_promised(struct making *m)
{
	struct session *s = m->s;
	struct reminder_list list = { 0 };
	enum status rc = session_store(
		s, reminders_due(s->store, s->account.id, s->today + PROMISED_AHEAD, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];
		struct since_row *x;

		if (!r->to_person)
			continue;
		x = add(m, SINCE_PROMISED);
		x->person = r->person;
		x->alarm = reminder_overdue(r, s->today);
		x->when = x->alarm                ? day_span(r->due_on - s->today, m->a)
		          : r->due_on == s->today ? _("today")
		                                  : day_short(r->due_on, s->today, m->a);
		rc = colleague_person(s, r->person, m->a, &x->who);
		x->what = standing_hidden(s, r->person) ? "" : r->what;
	}
	return rc;
}

/* ---- all of it ---- */

static enum status make(struct session *s, struct arena *a, struct since *v)
{
	static const struct part {
		enum op op; /* of whoever has it */
		enum status (*add)(struct making *m);
	} parts[] = {
		{ OP_SEE_CASELOAD, add_cover },      { OP_SEE_SINCE, add_notes },
		{ OP_SEE_CASELOAD, add_safety },     { OP_SEE_LOG, add_alone },
		{ OP_SEE_CASELOAD, add_handed },     { OP_SEE_CASELOAD, add_called },
		{ OP_SEE_CASELOAD, add_unfinished }, { OP_SEE_CASELOAD, add_changed },
		{ OP_SEE_CASELOAD, add_opened },     { OP_SEE_CASELOAD, add_promised },
	};
	struct making m = { .s = s, .a = a, .v = v };
	enum status rc = session_store(
		s, since_last(s->store, s->account.id, colleague_midnight(s), &m.mark));

	*v = (struct since){ .last = "", .away_since = "" };
	if (rc != OK)
		return rc;
	m.from = m.mark.event.n ? clock_day(m.mark.at) : s->today;
	if (m.mark.event.n)
		v->last = colleague_when(s, m.mark.at, a);
	for (size_t i = 0; rc == OK && i < COUNT_OF(parts); i++)
		if (session_may(s, parts[i].op))
			rc = parts[i].add(&m);
	return rc;
}

enum status casework_since(struct session *s, struct arena *a, struct since *ret)
{
	struct note_event look = {
		.kind = "look", .who = s->account.id, .at = s->now, .what = LOOKED
	};
	struct since v = { 0 };
	enum status rc = casework_may(s, OP_SEE_SINCE);

	if (rc == OK)
		rc = make(s, a, &v);
	if (rc == OK && !store_read_only(s->store))
		rc = session_store(s, change_note(s->store, &look));
	if (rc == OK)
		*ret = v;
	return rc;
}

enum status casework_since_waits(struct session *s, bool *ret)
{
	struct arena a = { 0 };
	struct since v = { 0 };
	struct since_mark mark;
	bool was_read = true;
	enum status rc = casework_may(s, OP_SEE_SINCE);

	*ret = false;
	if (rc != OK || store_read_only(s->store))
		return rc;
	rc = since_last(s->store, s->account.id, colleague_midnight(s), &mark);
	if (rc == OK)
		rc = since_was_read(s->store, s->account.id, mark.event, LOOKED, &was_read);
	rc = session_store(s, rc);
	if (rc == OK && !was_read)
		rc = make(s, &a, &v);
	if (rc == OK)
		*ret = v.n > v.count[SINCE_PROMISED];
	arena_reset(&a);
	return rc;
}
