#include "today_items.h"

#include "act.h"
#include "worries.h"

#include "base/attr.h"
#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/checks.h"
#include "casework/drafts.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/messages.h"
#include "store/people.h"
#include "store/safety_notes.h"

#include <string.h>

static const char *account_called(struct today_making *m, struct account_id id)
{
	struct account by;

	if (id.n == 0 || account_get(m->s->store, id, m->a, &by) != OK)
		return _("somebody");
	return by.name;
}

/* ---- messages, call notes, drafts ---- */

static enum status add_message(struct today_making *m, const struct message *x)
{
	struct today_item *row = today_add(m, TODAY_CALLED, TODAY_MESSAGE);
	const char *by = account_called(m, x->taken_by);
	enum status rc;

	m->view.notes += !m->covered;
	row->id = x->id.n;
	row->order[0] = x->taken_on;
	row->order[1] = x->taken_minute;
	row->when = today_came(m, x->taken_on, x->taken_minute);
	row->what = x->kind == MESSAGE_CALL_NOTE ? arena_printf(m->a, _("Call note: %s"), x->words)
	                                         : x->words;
	if (!text_empty(x->hours))
		row->what = arena_printf(m->a, _("%s. Ring %s"), row->what, x->hours);
	row->what = arena_printf(m->a, _("%s · taken by %s"), row->what, by);
	row->number = phone_shown(x->phone, m->a);
	row->why = arena_printf(m->a, _("Taken by %s, %s."), by,
	                        day_short(x->taken_on, m->s->today, m->a));
	rc = today_name(m, x->person, row);
	/* What it says is for whom it was taken, and for who may open the record. */
	if (row->hidden && !m->own) {
		row->what = arena_printf(m->a, _("A message, taken by %s"), by);
		row->number = "";
	}
	if (text_empty(row->name))
		row->name = text_empty(x->from_whom) ? _("(whose?)") : x->from_whom;
	return rc;
}

enum status today_add_messages(struct today_making *m)
{
	struct message_list list;
	enum status rc = session_store(m->s, messages_open(m->s->store, m->worker, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		rc = add_message(m, &list.at[i]);
	return rc;
}

/* "contact with Carter, Jane 1981, begun 09:06" beside her name: "Contact begun 09:06". */
static const char *without_name(const struct today_item *x, const char *title, struct arena *a)
{
	static const char *const joins[] = { " with ", " of ", " for ", " to ", " round " };
	const char *name = arena_printf(a, "%s %s", x->name, x->born), *end;
	const char *at = text_empty(x->name) ? NULL : strstr(title, name);
	size_t before, i;

	if (!at) {
		name = x->name;
		at = text_empty(name) ? NULL : strstr(title, name);
	}
	if (!at)
		return text_capital(title, a);
	end = at + strlen(name);
	before = (size_t)(at - title);
	for (i = 0; i < COUNT_OF(joins); i++)
		if (before > strlen(joins[i]) &&
		    memcmp(at - strlen(joins[i]), joins[i], strlen(joins[i])) == 0)
			before -= strlen(joins[i]);
	if (before == (size_t)(at - title))
		return text_capital(title, a);
	if (strncmp(end, ", begun", 7) == 0)
		end++; /* the comma was for the name */
	return text_capital(arena_printf(a, "%.*s%s", (int)before, title, end), a);
}

enum status today_add_drafts(struct today_making *m)
{
	struct draft_list list;
	enum status rc = casework_drafts(m->s, m->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct draft *d = &list.at[i];
		struct today_item *x = today_add(m, TODAY_CALLED, TODAY_DRAFT);
		day on = clock_day(d->kept_at);

		x->id = d->id;
		x->order[0] = on;
		x->order[1] = clock_minute(d->kept_at);
		x->when = today_came(m, on,
		                     on == m->s->today ? clock_minute(d->kept_at) : MINUTE_NONE);
		x->what = d->title;
		x->form = d->form;
		x->about = d->about;
		x->why =
			arena_printf(m->a, _("Begun by you and not ended; kept %s. Enter goes on."),
		                     day_short(on, m->s->today, m->a));
		rc = today_name(m, d->person, x);
		if (rc == OK)
			x->what = without_name(x, x->what, m->a);
	}
	return rc;
}

/* ---- safety ---- */

/* Whom it is about; whoever may not read it is not told of somebody restricted. */
static enum status name_worry(struct today_making *m, const struct safety_note *n,
                              struct today_item *x)
{
	struct person p;
	enum status rc;

	if (worry_readable(m->s, n) || n->person.n == 0) {
		rc = today_name(m, n->person, x);
		if (text_empty(x->name))
			x->name = text_empty(n->who) || !worry_readable(m->s, n) ? _("somebody")
			                                                         : n->who;
		return rc;
	}
	rc = session_store(m->s, person_get(m->s->store, n->person, m->a, &p));
	if (rc == OK && !p.restricted)
		return today_name(m, n->person, x);
	x->name = _("somebody");
	return rc;
}

static enum status add_safety(struct today_making *m, const struct safety_note *n)
{
	struct today_item *x = today_add(m, TODAY_SAFETY, TODAY_SAFETY_NOTE);
	bool readable = worry_readable(m->s, n);

	x->id = n->id.n;
	x->order[0] = n->raised_on;
	x->order[1] = n->raised_minute;
	x->when = today_came(m, n->raised_on, n->raised_minute);
	x->late = n->seen_on == DAY_NONE;
	/* What it is about stands in the note: Today is seen by whoever walks past. */
	x->what = _("Safety note");
	if (!readable)
		x->what = arena_printf(m->a, "! %s", worry_waits(m->s, n, m->a));
	else if (n->seen_on == DAY_NONE)
		x->safe = arena_printf(m->a, "! %s", worry_waits(m->s, n, m->a));
	else
		x->what = arena_printf(m->a, _("%s · %s has seen it"), x->what,
		                       account_called(m, n->seen_by));
	x->why = readable ? arena_printf(m->a,
	                                 _("%s was worried about safety, %s. It stays until it "
	                                   "is done."),
	                                 account_called(m, n->raised_by),
	                                 day_short(n->raised_on, m->s->today, m->a))
	                  : arena_printf(m->a,
	                                 _("Nobody who answers for safety has seen it: ring %s, "
	                                   "%s, or %s, %s."),
	                                 m->s->service.lead.name, m->s->service.lead.phone,
	                                 m->s->service.deputy.name, m->s->service.deputy.phone);
	return name_worry(m, n, x);
}

enum status today_add_safety(struct today_making *m)
{
	struct safety_note_list list;
	enum status rc = session_store(m->s, safety_notes_open(m->s->store, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (worry_on_today(m->s, &list.at[i]))
			rc = add_safety(m, &list.at[i]);
	return rc;
}

/* ---- services ---- */

static void put_checked(const struct today_making *m, const struct service *v, struct today_item *x)
{
	if (v->last_checked == DAY_NONE) {
		x->when = _("never");
		x->soft = _("never checked");
	} else {
		x->when = day_span(v->last_checked - m->s->today, m->a);
		x->soft = arena_printf(m->a, _("checked %s"),
		                       day_short(v->last_checked, m->s->today, m->a));
	}
	if (v->check_tries > 0)
		x->soft = v->check_tries == 1
		                  ? _("nobody there once")
		                  : arena_printf(m->a, _("nobody there %d times"), v->check_tries);
}

/* The directory is everybody's, and the coordinator's to see to: how it stands, this week. */
static enum status add_queue(struct today_making *m)
{
	struct check_queue q;
	struct today_item *x;
	enum status rc = casework_check_figures(m->s, &q);

	if (rc != OK || q.count.begun == 0) /* a directory that nobody has used yet can wait */
		return rc;
	x = today_add(m, TODAY_SERVICES, TODAY_SERVICE);
	x->name = _("The directory");
	x->order[0] = INT32_MAX; /* behind what one's own people wait on */
	x->what = arena_printf(m->a, _("%zu to check"), q.count.due);
	if (q.count.waited > 0)
		x->what = arena_printf(m->a, _("%s, %zu waited on"), x->what, q.count.waited);
	x->what = arena_printf(m->a, _("%s · %zu done this week"), x->what, q.week);
	x->why = arena_printf(
		m->a,
		_("Nobody has checked them for %d weeks, or their day has come. Enter begins."),
		m->s->service.check_every_weeks);
	return rc;
}

enum status today_add_services(struct today_making *m)
{
	struct service_list list;
	enum status rc = casework_checks_of_worker(m->s, m->worker, m->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct service *v = &list.at[i];
		struct today_item *x = today_add(m, TODAY_SERVICES, TODAY_SERVICE);

		x->id = v->id.n;
		x->service = v->id;
		x->name = v->name;
		x->number = phone_shown(v->phone, m->a);
		x->order[0] = v->last_checked;
		x->what = m->own ? _("yours wait on it") : _("their people wait on it");
		put_checked(m, v, x);
		x->why = arena_printf(m->a,
		                      m->own ? _("Somebody of yours waits on it, and nobody has "
		                                 "checked it for %d weeks, or its day has come.")
		                             : _("Somebody of theirs waits on it, and nobody has "
		                                 "checked it for %d weeks, or its day has come."),
		                      m->s->service.check_every_weeks);
	}
	if (rc == OK && m->own && !m->covered && (m->s->account.roles & ROLE_COORDINATOR))
		rc = add_queue(m);
	return rc;
}
