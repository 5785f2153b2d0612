#include "today_items.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/chase.h"
#include "model/due.h"
#include "model/lists.h"
#include "model/phone.h"
#include "model/reminder.h"
#include "model/workdays.h"
#include "store/referrals.h"
#include "store/reminders.h"
#include "store/services.h"

/* ---- reminders ---- */

static const struct case_row *case_of(const struct today_making *m, struct person_id p)
{
	for (size_t i = 0; i < m->cases.n; i++)
		if (m->cases.at[i].person.n == p.n)
			return &m->cases.at[i];
	return NULL;
}

/* A try without a time is told by the row of who was not spoken to yet. */
static bool told_by_case(const struct today_making *m, const struct reminder *r)
{
	const struct case_row *c = case_of(m, r->person);

	if (r->kind != REMINDER_FIRST_CONTACT && r->kind != REMINDER_TRY_AGAIN)
		return false;
	return c && case_is_new(c) && !case_is_held(c, m->s->today) &&
	       (r->due_minute == MINUTE_NONE || r->due_on < m->s->today);
}

static enum today_section section_of(const struct today_making *m, const struct reminder *r)
{
	if (r->kind == REMINDER_SERVICE_CHECK)
		return TODAY_SERVICES;
	if (reminder_overdue(r, m->s->today))
		return TODAY_LATE;
	if (r->due_on > m->s->today) /* it is named early */
		return TODAY_ANY_TIME;
	return r->due_minute == MINUTE_NONE ? TODAY_ANY_TIME : TODAY_AT_A_TIME;
}

static void put_when(const struct today_making *m, const struct reminder *r, struct today_item *x)
{
	int days = m->s->today - r->due_on;

	x->weight = today_weight(r);
	if (days < 0 && x->section == TODAY_ANY_TIME)
		x->when = days == -1 ? _("tomorrow") : arena_printf(m->a, _("in %d days"), -days);
	switch (x->section) {
	case TODAY_AT_A_TIME:
		x->when = minute_text(r->due_minute, m->a);
		x->late = r->due_minute < m->s->minute;
		x->order[0] = r->due_minute;
		return;
	case TODAY_LATE:
		x->when = days == 1 ? _("1 day") : day_span(-days, m->a);
		x->late = true;
		break;
	case TODAY_SERVICES:
		x->when = days > 0 ? day_span(-days, m->a) : _("today");
		x->late = reminder_overdue(r, m->s->today);
		break;
	case TODAY_SAFETY:
	case TODAY_CALLED:
	case TODAY_TO_ANSWER:
	case TODAY_COVER:
	case TODAY_COVER_2:
	case TODAY_COVER_3:
	case TODAY_NOT_SPOKEN_TO:
	case TODAY_ANY_TIME:
	case TODAY_AT_A_CHANGE:
	case TODAY_QUIET:
	case TODAY_SECTION_COUNT:
		break;
	}
	x->order[0] = today_rank(r);
	x->order[1] = r->due_on;
}

static enum status put_service(struct today_making *m, const struct reminder *r,
                               struct today_item *x)
{
	struct service v;
	enum status rc;

	x->service = r->service;
	if (r->service.n == 0 || r->person.n != 0)
		return OK;
	rc = service_get(m->s->store, r->service, m->a, &v);
	if (rc == OK) {
		x->name = v.name;
		x->number = phone_shown(v.phone, m->a);
	}
	return session_store(m->s, rc == E_NOT_FOUND ? OK : rc);
}

static enum status add_reminder(struct today_making *m, const struct reminder *r)
{
	struct today_item *x;
	enum status rc;

	m->view.late += !m->covered && reminder_overdue(r, m->s->today);
	m->view.timed += !m->covered && r->due_on == m->s->today && r->due_minute != MINUTE_NONE;
	if (told_by_case(m, r))
		return OK;
	x = today_add(m, section_of(m, r), TODAY_REMINDER);
	x->id = r->id.n;
	x->ver = r->ver;
	x->what = r->what;
	x->why = reminder_why(r, m->s->today, &m->s->holidays, m->a);
	x->promised = r->to_person;
	x->rings = x->section == TODAY_AT_A_TIME || r->kind == REMINDER_TRY_AGAIN ||
	           r->kind == REMINDER_FIRST_CONTACT;
	if (r->kind == REMINDER_CHASE || chase_step_of(r->rule) == CHASE_ASK)
		x->number = phone_shown(r->promised_phone, m->a);
	put_when(m, r, x);
	rc = today_name(m, r->person, x);
	return rc == OK ? put_service(m, r, x) : rc;
}

enum status today_add_reminders(struct today_making *m)
{
	struct reminder_list list;
	enum status rc = session_store(
		m->s, reminders_named(m->s->store, m->worker, m->s->today, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		rc = add_reminder(m, &list.at[i]);
	return rc;
}

/* ---- cases ---- */

static const char *tries_text(const struct today_making *m, const struct case_row *c)
{
	if (c->tries == 1)
		return arena_printf(m->a, _("1 try, %s"),
		                    day_short(c->last_tried_on, m->s->today, m->a));
	return arena_printf(m->a, _("%d tries, last %s"), c->tries,
	                    day_short(c->last_tried_on, m->s->today, m->a));
}

static const char *by_when(struct today_making *m, const struct case_row *c, struct today_item *x)
{
	day by = c->first_contact_by, today = m->s->today;
	int late = day_count_working(by, today, &m->s->holidays);

	if (by < today) {
		x->late = true;
		return late > 0 ? arena_printf(m->a, _("late %d d"), late) : _("late");
	}
	if (by == today)
		return _("by today");
	if (by - today < 7)
		return arena_printf(m->a, _("by %s"), weekday_short(day_weekday(by)));
	return arena_printf(m->a, _("by %s"), today_date(m, by));
}

static enum status add_new(struct today_making *m, const struct case_row *c, const char *source)
{
	struct today_item *x = today_add(m, TODAY_NOT_SPOKEN_TO, TODAY_CASE);
	const char *received = day_plain(c->received_on, m->s->today, m->a);

	x->id = c->referral.n;
	x->rings = true;
	x->when = by_when(m, c, x);
	x->order[0] = c->first_contact_by;
	x->what = arena_printf(m->a, "%s, %s", source, received);
	if (c->tries == 0)
		x->soft = _("no try yet");
	else
		x->what = arena_printf(m->a, "%s · %s", tries_text(m, c), x->what);
	if (c->worker.n == 0)
		x->soft = _("nobody has them yet");
	x->why = arena_printf(m->a,
	                      _("Referred %s (%s), first contact by %s (rule first_contact). "
	                        "Nobody has spoken with them yet."),
	                      received, source, day_short(c->first_contact_by, m->s->today, m->a));
	return today_name(m, c->person, x);
}

static enum status add_change(struct today_making *m, const struct case_row *c)
{
	struct today_item *x = today_add(m, TODAY_AT_A_CHANGE, TODAY_CASE);
	bool ends = c->stage_ends_on != DAY_NONE &&
	            m->s->today - c->stage_ends_on <= m->s->rules.cases.change_behind;
	const char *label = words_label(&stages, (int)c->stage);

	x->id = c->referral.n;
	x->order[0] = ends ? c->stage_ends_on : c->stage_since;
	x->when = ends && c->stage_ends_on > m->s->today
	                  ? day_span(c->stage_ends_on - m->s->today, m->a)
	                  : day_span((int)(x->order[0] - m->s->today), m->a);
	if (ends)
		x->what = arena_printf(
			m->a, c->stage_ends_on > m->s->today ? _("%s, ends %s") : _("%s, ended %s"),
			label, day_short(c->stage_ends_on, m->s->today, m->a));
	else
		x->what = arena_printf(m->a, _("%s since %s"), label,
		                       day_short(c->stage_since, m->s->today, m->a));
	x->why = arena_printf(
		m->a, _("%s (rule %s). Not spoken with since, and no reminder is set."),
		text_capital(x->what, m->a), due_id(ends ? DUE_CHANGE_AHEAD : DUE_CHANGE_BEHIND));
	return today_name(m, c->person, x);
}

static enum status add_quiet(struct today_making *m, const struct case_row *c)
{
	struct today_item *x = today_add(m, TODAY_QUIET, TODAY_CASE);
	day since = case_quiet_since(c);
	int days = m->s->today - since;

	x->id = c->referral.n;
	x->order[0] = since;
	x->when = arena_printf(m->a, _("%d days"), days);
	x->what = arena_printf(m->a,
	                       c->last_spoken_on == DAY_NONE ? _("accepted %s, never spoken to")
	                                                     : _("last spoken to %s"),
	                       day_short(since, m->s->today, m->a));
	if (c->tries > 0)
		x->soft = arena_printf(m->a, c->tries == 1 ? _("%d try") : _("%d tries"), c->tries);
	x->why = arena_printf(
		m->a,
		_("Not spoken with for %d days; quiet counts from %d%s%s (rules, quiet). "
	          "%s"),
		days, quiet_days(&m->s->rules.cases, c->stage), c->stage ? _(", ") : "",
		words_label(&stages, (int)c->stage),
		c->quiet_until == DAY_NONE
			? _("r agrees on quiet.")
			: arena_printf(m->a, _("It was agreed until %s."),
	                               day_short(c->quiet_until, m->s->today, m->a)));
	return today_name(m, c->person, x);
}

static enum status source_label(struct today_making *m, const struct case_row *c, const char **ret)
{
	struct referral r;
	enum status rc = session_store(m->s, referral_get(m->s->store, c->referral, m->a, &r));

	if (rc == OK)
		*ret = choice_label("sources", r.source, m->a);
	return rc;
}

enum status today_add_cases(struct today_making *m)
{
	enum status rc = OK;

	if (m->worker.n == 0 && !(m->s->account.roles & ROLE_COORDINATOR))
		return OK;
	for (size_t i = 0; rc == OK && i < m->cases.n; i++) {
		const struct case_row *c = &m->cases.at[i];
		const char *source = "";

		if (case_is_new(c) && !case_is_held(c, m->s->today)) {
			rc = source_label(m, c, &source);
			if (rc == OK)
				rc = add_new(m, c, source);
		}
		if (rc == OK && case_at_change(c, m->s->today, &m->s->rules.cases))
			rc = add_change(m, c);
		if (rc == OK && case_is_quiet(c, m->s->today, &m->s->rules.cases))
			rc = add_quiet(m, c);
	}
	return rc;
}
