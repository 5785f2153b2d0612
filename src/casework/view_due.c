#include "round.h"
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

	if (!v->view->referred || !referral_open(r->state) || v->spoken_to ||
	    (r->state == REFERRAL_ON_HOLD &&
	     (r->hold_until == DAY_NONE || r->hold_until > v->s->today)))
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
	day by = v->view->referral.first_contact_by;
	bool said = false;
	enum status rc;

	if (!text_empty(v->view->stopped))
		return OK;
	rc = reminders_open_of_person(v->s->store, v->id, v->a, &list);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct reminder *r = &list.at[i];

		/* What comes sooner stands first, as in the caseload; and so does the next try. */
		if (!said && r->due_on > by && r->kind != REMINDER_TRY_AGAIN) {
			add_first_contact(v);
			said = true;
		}
		*ARENA_PUSH(v->a, &v->view->due) =
			(struct view_due){ due_text(v, r->due_on, r->due_minute), r->what,
			                   reminder_overdue(r, v->s->today) };
	}
	if (!said)
		add_first_contact(v);
	return rc;
}

/* ---- the people round them ---- */

/* A name that is written down with who they are ("Rosa Diaz, friend") says it already. */
static const char *relative_name_as(const struct viewing *v, const struct relation *r,
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

/* What is missing where somebody cares, on either side: an assessment of the carer. */
static enum status carer_gap(const struct viewing *v, const struct relation *r, bool looks_after,
                             const char **ret)
{
	bool helps = r->kind == RELATION_CARED_FOR_BY, assessed = true;
	enum status rc = OK;

	if (looks_after)
		assessed = assessed_as_carer(v);
	else if (helps && r->other.n != 0)
		rc = relative_assessed(v->s->store, r->other, v->a, &assessed);
	*ret = assessed ? "" : _("not assessed as a carer");
	return rc;
}

/* One round them, whose name it is. from_them: it stands on the other's record. */
struct round {
	const struct relation *relation;
	const char *name, *died;
	bool looks_after, from_them;
};

static enum status add_relative(struct viewing *v, const struct round *x)
{
	const struct relation *r = x->relation;
	struct view_relative one = { x->name, "", "", r->other };
	enum status rc = OK;

	if (!text_empty(x->died))
		one.more = x->died;
	else if (!text_empty(r->speaks_about) && !x->from_them)
		one.more = arena_printf(v->a, _("speaks for %s about %s"),
		                        person_them(&v->view->person, v->a), r->speaks_about);
	if (text_empty(x->died))
		rc = carer_gap(v, r, x->looks_after, &one.missing);
	if (x->looks_after)
		*ARENA_PUSH(v->a, &v->view->looks_after) = one;
	else
		*ARENA_PUSH(v->a, &v->view->helped_by) = one;
	return rc;
}

/*
 * The name of whoever is on the other side, and that they died; NULL when there is to be no link
 * (care 7).
 */
static enum status other_name(const struct viewing *v, struct person_id other, const char *written,
                              const char **ret, const char **died)
{
	struct person p;
	enum status rc = OK;

	*ret = written;
	*died = "";
	if (other.n == 0)
		return OK;
	rc = person_get(v->s->store, other, v->a, &p);
	if (rc != OK)
		return rc;
	*ret = p.keep_apart || p.restricted || v->view->person.keep_apart ? NULL
	                                                                  : relative_name(&p, v->a);
	if (person_died(&p))
		*died = p.died_on == DAY_NONE
		                ? _("died")
		                : arena_printf(v->a, _("died %s"), viewing_day(v, p.died_on));
	return OK;
}

static enum status add_own(struct viewing *v, const struct relation_list *list)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		const struct relation *r = &list->at[i];
		struct round x = { .relation = r, .looks_after = r->kind == RELATION_CARER_OF };

		rc = other_name(v, r->other, r->name, &x.name, &x.died);
		if (rc != OK || text_empty(x.name))
			continue;
		x.name = relative_name_as(v, r, x.name, false);
		rc = add_relative(v, &x);
	}
	return rc;
}

/* Those who say that they know this person: only where this person is known to know of them. */
static enum status add_theirs(struct viewing *v, const struct relation_list *list,
                              const struct relation_list *own)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		struct relation r = list->at[i];
		struct round x = { .relation = &r,
			           .looks_after = r.kind == RELATION_CARED_FOR_BY,
			           .from_them = true };

		if (r.knows_illness != SAID_YES || r.knows_service != SAID_YES ||
		    relation_with(own, r.person))
			continue;
		rc = other_name(v, r.person, NULL, &x.name, &x.died);
		if (rc != OK || text_empty(x.name))
			continue;
		r.other = r.person;
		/* Seen from here it is the other way round. */
		r.kind = r.kind == RELATION_CARED_FOR_BY ? RELATION_CARER_OF
		         : r.kind == RELATION_CARER_OF   ? RELATION_CARED_FOR_BY
		                                         : r.kind;
		x.name = relative_name_as(v, &r, x.name, true);
		rc = add_relative(v, &x);
	}
	return rc;
}

/* Of somebody who died: whom to speak to, in place of a number. */
static void say_whom(struct viewing *v, const struct relation_list *list)
{
	const char *name, *died;

	if (!person_died(&v->view->person))
		return;
	for (size_t i = 0; i < list->n; i++) {
		const struct relation *r = &list->at[i];

		if (r->kind != RELATION_NEXT_OF_KIN && text_empty(r->speaks_about))
			continue;
		if (other_name(v, r->other, r->name, &name, &died) != OK || text_empty(name) ||
		    !text_empty(died))
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
		rc = add_theirs(v, &theirs, &own);
	if (rc == OK)
		say_whom(v, &own);
	return rc;
}
