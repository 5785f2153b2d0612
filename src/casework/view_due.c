#include "viewing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/relation.h"
#include "store/people.h"
#include "store/relations.h"
#include "store/reminders.h"

#include <string.h>

/* ---- what is due ---- */

static const char *late_text(const struct viewing *v, int days)
{
	if (days == 1)
		return _("1 day late");
	return arena_printf(v->a, _("%s late"), day_span(days, v->a));
}

static const char *due_text(const struct viewing *v, day on, int minute)
{
	int ahead = on - v->s->today;
	const char *when = ahead <= 1 ? day_span(ahead, v->a) : day_short(on, v->s->today, v->a);

	if (ahead < 0)
		return late_text(v, -ahead);
	if (minute == MINUTE_NONE)
		return when;
	return arena_printf(v->a, "%s %s", when, minute_text(minute, v->a));
}

/* The first conversation is due by the referral itself: there is no reminder for it. */
static void add_first_contact(struct viewing *v)
{
	const struct referral *r = &v->view->referral;
	bool late = r->first_contact_by < v->s->today;

	if (!v->view->referred || !referral_open(r->state) || v->spoken_to)
		return;
	*ARENA_PUSH(v->a, &v->view->due) = (struct view_due){
		.when = late ? late_text(v, v->s->today - r->first_contact_by)
		             : arena_printf(v->a, _("by %s"),
		                            day_short(r->first_contact_by, v->s->today, v->a)),
		.what = arena_printf(v->a, _("Speak with %s for the first time"),
		                     person_them(&v->view->person, v->a)),
		.late = late,
	};
}

enum status view_due_read(struct viewing *v)
{
	struct reminder_list list;
	enum status rc;

	if (!text_empty(v->view->stopped))
		return OK;
	add_first_contact(v);
	rc = reminders_open_of_person(v->s->store, v->id, v->a, &list);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];

		*ARENA_PUSH(v->a, &v->view->due) =
			(struct view_due){ due_text(v, r->due_on, r->due_minute), r->what,
			                   reminder_overdue(r, v->s->today) };
	}
	return rc;
}

/* ---- the people round them ---- */

/* A name that is written down with who they are ("Rosa Diaz, friend") says it already. */
static const char *relative_name(const struct viewing *v, const struct relation *r,
                                 const char *name, bool from_them)
{
	const char *kind = words_label(&relation_kinds, (int)r->kind);

	if (from_them || r->kind == RELATION_CARER_OF || r->kind == RELATION_CARED_FOR_BY ||
	    r->kind == RELATION_OTHER || strchr(name, ',') != NULL)
		return name;
	return arena_printf(v->a, "%s, %s", name, kind);
}

static bool assessed_as_carer(const struct viewing *v)
{
	for (size_t i = 0; i < v->assessments.n; i++)
		if (strncmp(v->assessments.at[i].list, "carer", 5) == 0)
			return true;
	return false;
}

static void add_relative(struct viewing *v, const struct relation *r, const char *name,
                         bool looks_after)
{
	struct view_relative one = { .who = name, .more = "", .missing = "", .other = r->other };

	if (!text_empty(r->speaks_about))
		one.more = arena_printf(v->a, _("speaks for %s about %s"),
		                        person_them(&v->view->person, v->a), r->speaks_about);
	if (looks_after && !assessed_as_carer(v))
		one.missing = _("not assessed as a carer");
	if (looks_after)
		*ARENA_PUSH(v->a, &v->view->looks_after) = one;
	else
		*ARENA_PUSH(v->a, &v->view->helped_by) = one;
}

/* The name of whoever is on the other side; NULL when there is to be no link (care 7). */
static enum status other_name(const struct viewing *v, struct person_id other, const char *written,
                              const char **ret)
{
	struct person p;
	enum status rc = OK;

	*ret = written;
	if (other.n == 0)
		return OK;
	rc = person_get(v->s->store, other, v->a, &p);
	if (rc == OK && (p.keep_apart || p.restricted || v->view->person.keep_apart))
		*ret = NULL;
	else if (rc == OK && text_empty(p.given_name))
		*ret = p.family_name;
	else if (rc == OK)
		*ret = arena_printf(v->a, "%s %s", p.given_name, p.family_name);
	return rc;
}

static enum status add_own(struct viewing *v, const struct relation_list *list)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		const struct relation *r = &list->at[i];
		const char *name;

		rc = other_name(v, r->other, r->name, &name);
		if (rc == OK && !text_empty(name))
			add_relative(v, r, relative_name(v, r, name, false),
			             r->kind == RELATION_CARER_OF);
	}
	return rc;
}

/* Those who say that they know this person: only where this person is known to know of them. */
static enum status add_theirs(struct viewing *v, const struct relation_list *list)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		struct relation r = list->at[i];
		const char *name;

		if (r.knows_illness != SAID_YES || r.knows_service != SAID_YES)
			continue;
		rc = other_name(v, r.person, NULL, &name);
		r.speaks_about = "";
		r.other = r.person;
		if (rc == OK && !text_empty(name))
			add_relative(v, &r, relative_name(v, &r, name, true),
			             r.kind == RELATION_CARED_FOR_BY);
	}
	return rc;
}

/* Of somebody who died: whom to speak to, in place of a number. */
static void say_whom(struct viewing *v, const struct relation_list *list)
{
	const char *name;

	if (!person_died(&v->view->person))
		return;
	for (size_t i = 0; i < list->n; i++) {
		const struct relation *r = &list->at[i];

		if (r->kind != RELATION_NEXT_OF_KIN && text_empty(r->speaks_about))
			continue;
		if (other_name(v, r->other, r->name, &name) != OK || text_empty(name))
			continue;
		v->view->stopped = arena_printf(v->a, _("%s: speak to %s"), v->view->stopped, name);
		if (!text_empty(r->phone))
			v->view->stopped = arena_printf(v->a, "%s, %s", v->view->stopped, r->phone);
		return;
	}
}

enum status view_people_read(struct viewing *v)
{
	struct relation_list own, theirs;
	enum status rc = relations_of_person(v->s->store, v->id, v->a, &own);

	if (rc == OK)
		rc = relations_to_person(v->s->store, v->id, v->a, &theirs);
	if (rc == OK)
		rc = add_own(v, &own);
	if (rc == OK)
		rc = add_theirs(v, &theirs);
	if (rc == OK)
		say_whom(v, &own);
	return rc;
}
