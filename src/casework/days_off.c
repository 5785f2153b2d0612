#include "casework/days_off.h"

#include "act.h"
#include "looked.h"
#include "reminders_of.h"
#include "rules_read.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "model/workdays.h"
#include "store/accounts.h"
#include "store/days_off.h"
#include "store/derive.h"
#include "store/reminders.h"

#include <string.h>

enum status casework_days_off(struct session *s, struct arena *a, struct day_off_list *ret)
{
	enum status rc = casework_may(s, OP_SEE_DAYS_OFF);

	return rc == OK ? session_store(s, days_off_all(s->store, a, ret)) : rc;
}

static enum status check(struct session *s, day on, const char *name, struct arena *a)
{
	const char *holiday = holiday_name(&s->holidays, on);

	if (!day_valid(on) || on < s->today)
		return session_fail(s, E_INVALID, _("A day off is today or later."));
	if (text_empty(name) || strlen(name) > DAY_OFF_NAME_MOST)
		return session_fail(s, E_INVALID,
		                    _("Say what day it is, in a few words: “Staff day”."));
	if (holiday)
		return session_fail(s, E_EXISTS, _("%s is %s already."), day_short(on, s->today, a),
		                    holiday);
	return OK;
}

static enum status days_ended(struct session *s, struct change *c, enum status rc)
{
	rc = act_end(s, c, rc);
	return rc == OK ? session_read_rules_again(s) : rc;
}

enum status casework_add_day_off(struct session *s, day on, const char *name)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc = casework_may(s, OP_DAYS_OFF);

	if (rc == OK)
		rc = check(s, on, name, &a);
	if (rc == OK) {
		rc = act_begin(
			s, OP_DAYS_OFF, &c, (struct person_id){ 0 },
			arena_printf(&a, _("day off: %s, %s"), day_short(on, s->today, &a), name));
		if (rc == OK)
			rc = day_off_put(&c, &(struct day_off){ .date = on, .name = name });
		rc = days_ended(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

enum status casework_drop_day_off(struct session *s, day on)
{
	struct day_off_list all = { 0 };
	struct arena a = { 0 };
	struct change c = { 0 };
	bool there = false;
	enum status rc = casework_may(s, OP_DAYS_OFF);

	if (rc == OK)
		rc = session_store(s, days_off_all(s->store, &a, &all));
	for (size_t i = 0; i < all.n; i++)
		there = there || all.at[i].date == on;
	if (rc == OK && !there)
		rc = session_fail(s, E_NOT_FOUND, _("That is no day off of this service."));
	if (rc == OK) {
		rc = act_begin(s, OP_DAYS_OFF, &c, (struct person_id){ 0 },
		               arena_printf(&a, _("no day off after all: %s"),
		                            day_short(on, s->today, &a)));
		if (rc == OK)
			rc = day_off_remove(&c, on);
		rc = days_ended(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

/* ---- what falls on it ---- */

bool reminder_is_promised(const struct reminder *r)
{
	return r->to_person || r->due_minute != MINUTE_NONE;
}

static enum status falling(struct session *s, day on, struct arena *a, struct reminder_list *ret)
{
	struct account_list accounts = { 0 };
	struct reminder_list all = { 0 };
	enum status rc = accounts_all(s->store, a, &accounts);

	for (size_t i = 0; rc == OK && i <= accounts.n; i++) {
		struct account_id worker = { i < accounts.n ? accounts.at[i].id.n : 0 };
		struct reminder_list some = { 0 };

		rc = reminders_between(s->store, worker, on, on, a, &some);
		for (size_t j = 0; rc == OK && j < some.n; j++)
			*ARENA_PUSH(a, &all) = some.at[j];
	}
	if (rc == OK)
		*ret = all;
	return session_store(s, rc);
}

enum status casework_due_on_day(struct session *s, day on, struct arena *a, struct agenda *ret)
{
	struct reminder_list list = { 0 };
	struct agenda agenda = { 0 };
	enum status rc = casework_may(s, OP_DAYS_OFF);

	if (rc == OK)
		rc = looked_at_list(s, _("looked at everybody's reminders"));
	if (rc == OK)
		rc = falling(s, on, a, &list);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct agenda_row row;

		rc = agenda_row(s, &list.at[i], a, &row);
		if (rc == OK)
			*ARENA_PUSH(a, &agenda) = row;
	}
	if (rc == OK)
		*ret = agenda;
	return rc;
}

static enum status move_all_in(struct session *s, struct change *c, day on, day to, size_t *moved)
{
	struct reminder_list list = { 0 };
	struct arena a = { 0 };
	enum status rc = falling(s, on, &a, &list);

	*moved = 0;
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct reminder *r = &list.at[i];

		if (reminder_is_promised(r))
			continue;
		r->due_on = to;
		r->moved++;
		r->moved_reason = holiday_name(&s->holidays, on);
		rc = reminder_update(c, r);
		if (rc == OK && r->person.n != 0)
			rc = derive_person(c, r->person);
		++*moved;
	}
	arena_reset(&a);
	return rc;
}

enum status casework_move_off(struct session *s, day on, day *to, size_t *moved)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	size_t n = 0;
	day next;
	enum status rc = casework_may(s, OP_DAYS_OFF);

	if (rc == OK && (!day_valid(on) || day_is_working(on, &s->holidays)))
		rc = session_fail(s, E_INVALID, _("That is a working day."));
	if (rc != OK)
		return rc;
	next = day_next_working(on, &s->holidays);
	rc = act_begin(s, OP_DAYS_OFF, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("what fell on %s, now %s"), day_short(on, s->today, &a),
	                            day_short(next, s->today, &a)));
	if (rc == OK)
		rc = move_all_in(s, &c, on, next, &n);
	rc = act_end(s, &c, rc);
	if (rc == OK) {
		*to = next;
		*moved = n;
	}
	arena_reset(&a);
	return rc;
}
