#include "today_items.h"

#include "colleagues.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/handover.h"
#include "casework/op.h"
#include "casework/unfinished.h"
#include "store/handover_notes.h"
#include "store/reminders.h"

static enum status add_note(struct today_making *m, const struct handover_note *n)
{
	struct today_item *x = today_add(m, TODAY_CALLED, TODAY_NOTE_LEFT);
	const char *about = "";
	enum status rc = OK;

	if (n->person.n != 0 && !m->s->service.desk_mode) /* there names stand behind Enter */
		rc = colleague_person(m->s, n->person, m->a, &about);
	if (rc != OK)
		return rc;
	m->view.notes++;
	x->id = n->id;
	x->order[0] = clock_day(n->left_at);
	x->order[1] = clock_minute(n->left_at);
	x->when = today_came(m, clock_day(n->left_at), clock_minute(n->left_at));
	x->what = *about ? arena_printf(m->a, "%s: %s", about, n->words) : n->words;
	x->why = _("Left by a colleague. It stands until it is read: Enter.");
	return colleague_name(m->s, n->left_by, m->a, &x->name);
}

static enum status add_notes(struct today_making *m)
{
	struct handover_note_list list = { 0 };
	enum status rc = session_store(
		m->s, handover_notes_open(m->s->store, m->s->account.id, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (note_is_for(m->s, &list.at[i]))
			rc = add_note(m, &list.at[i]);
	return rc;
}

/* An answer that needs a person now does not wait for the author to end the form (care rule 13). */
static void add_unfinished(struct today_making *m, const struct unfinished *u)
{
	struct today_item *x = today_add(m, TODAY_SAFETY, TODAY_UNFINISHED);
	day on = clock_day(u->kept_at);

	x->id = u->id;
	x->person = u->person;
	x->order[0] = on;
	x->order[1] = clock_minute(u->kept_at);
	x->when = today_came(m, on, clock_minute(u->kept_at));
	x->late = true;
	x->name = u->name;
	x->what = u->what;
	x->why =
		_("A colleague's assessment is not ended, and an answer in it needs a person now.");
}

enum status casework_promised_open(struct session *s, size_t *ret)
{
	struct arena a = { 0 };
	struct reminder_list due = { 0 };
	size_t n = 0;
	enum status rc = casework_may(s, OP_SEE_TODAY);

	if (rc == OK)
		rc = session_store(s, reminders_due(s->store, s->account.id, s->today, &a, &due));
	for (size_t i = 0; rc == OK && i < due.n; i++)
		n += due.at[i].to_person;
	arena_reset(&a);
	if (rc == OK)
		*ret = n;
	return rc;
}

enum status today_add_left(struct today_making *m)
{
	struct unfinished_list list = { 0 };
	enum status rc = casework_unfinished(m->s, m->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].red > 0)
			add_unfinished(m, &list.at[i]);
	return rc == OK ? add_notes(m) : rc;
}
