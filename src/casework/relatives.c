#include "casework/relatives.h"

#include "act.h"
#include "asking.h"
#include "round.h"
#include "standing.h"

#include "base/words.h"
#include "model/none.h"
#include "model/phone.h"
#include "store/assessments.h"
#include "store/people.h"
#include "store/relations.h"

#include <string.h>

struct circle {
	struct session *s;
	struct arena *a;
	struct person person;
	struct relative_list list;
};

/* Is there to be no link with them (care 7)? */
bool relative_apart(struct session *s, const struct person *one, const struct person *other)
{
	return one->keep_apart || other->keep_apart ||
	       standing_hides(s, other->id, other->restricted, false);
}

const char *relative_name(const struct person *p, struct arena *a)
{
	return text_empty(p->given_name) ? p->family_name
	                                 : arena_printf(a, "%s %s", p->given_name, p->family_name);
}

enum status relative_assessed(struct store *st, struct person_id id, struct arena *a, bool *ret)
{
	struct assessment_list list;
	enum status rc = assessments_of_person(st, id, a, &list);
	bool any = false;

	for (size_t i = 0; rc == OK && i < list.n; i++)
		any = any || strncmp(list.at[i].list, "carer", 5) == 0;
	if (rc == OK)
		*ret = any;
	return rc;
}

/* Who they are to the person, from the side of the person's record or of theirs. */
static const char *kind_text(const struct circle *r, const struct relation *x, bool theirs)
{
	const char *them = person_them(&r->person, r->a);

	switch (x->kind) {
	case RELATION_CARER_OF:
		return theirs ? arena_printf(r->a, _("looks after %s"), them) : _("looked after");
	case RELATION_CARED_FOR_BY:
		return theirs ? _("looked after") : arena_printf(r->a, _("looks after %s"), them);
	case RELATION_CHILD:
		return theirs ? _("parent") : _("child");
	case RELATION_PARENT:
		return theirs ? _("child") : _("parent");
	case RELATION_NEXT_OF_KIN:
		return theirs ? arena_printf(r->a, _("has %s as next of kin"), them)
		              : _("next of kin");
	case RELATION_PARTNER:
	case RELATION_FRIEND:
	case RELATION_OTHER:
		return words_label(&relation_kinds, (int)x->kind);
	case RELATION_KIND_NONE:
		break;
	}
	return "";
}

static const char *join(const struct circle *r, const char *text, const char *part)
{
	if (text_empty(part))
		return text;
	return *text ? arena_printf(r->a, "%s · %s", text, part) : part;
}

static const char *crisis_text(const struct circle *r, const struct relation *x)
{
	const char *night = x->at_night == SAID_YES  ? _(", at night too")
	                    : x->at_night == SAID_NO ? _(", not at night")
	                                             : "";

	if (x->crisis == NUMBER_NONE)
		return "";
	return x->crisis == 1 ? arena_printf(r->a, _("ring first in a crisis%s"), night)
	                      : arena_printf(r->a, _("%d. in a crisis%s"), x->crisis, night);
}

static const char *power_text(const struct circle *r, const struct relation *x)
{
	const char *power = words_label(&powers, (int)x->power);

	if (x->power == POWER_NONE)
		return "";
	if (x->power_seen_on == DAY_NONE)
		return arena_printf(r->a, _("%s, not seen"), power);
	return arena_printf(r->a, _("%s, seen %s"), power,
	                    day_plain(x->power_seen_on, r->s->today, r->a));
}

static const char *knows_text(const struct relation *x)
{
	if (x->knows_illness == SAID_YES && x->knows_service == SAID_YES)
		return "";
	if (x->knows_illness == SAID_NO || x->knows_service == SAID_NO)
		return _("does not know");
	return _("may not know");
}

static const char *says_text(const struct circle *r, const struct relation *x)
{
	const char *text = crisis_text(r, x);

	text = join(r, text, text_empty(x->phone) ? "" : phone_shown(x->phone, r->a));
	if (!text_empty(x->speaks_about))
		text = join(r, text, arena_printf(r->a, _("about %s"), x->speaks_about));
	text = join(r, text, power_text(r, x));
	return join(r, text, knows_text(x));
}

static enum status put_missing(struct circle *r, struct relative *m)
{
	bool assessed = false;
	enum status rc = OK;

	m->missing = "";
	if (!m->helps || m->died)
		return OK;
	if (m->with.n != 0)
		rc = relative_assessed(r->s->store, m->with, r->a, &assessed);
	if (rc == OK && m->with.n == 0)
		m->missing = _("no record of their own");
	else if (rc == OK && !assessed)
		m->missing = _("not assessed as a carer");
	return rc;
}

static enum status add_relative(struct circle *r, const struct relation *x, bool theirs)
{
	struct relative m = { .relation = *x, .theirs = theirs, .name = x->name };
	struct person other = person_blank;
	enum status rc = OK;

	m.with = theirs ? x->person : x->other;
	if (m.with.n != 0)
		rc = person_get(r->s->store, m.with, r->a, &other);
	if (rc != OK || (m.with.n != 0 && relative_apart(r->s, &r->person, &other)))
		return rc;
	if (m.with.n != 0)
		m.name = relative_name(&other, r->a);
	m.died = m.with.n != 0 && person_died(&other);
	m.kind = kind_text(r, x, theirs);
	m.helps = x->kind == (theirs ? RELATION_CARER_OF : RELATION_CARED_FOR_BY);
	m.says = m.died ? _("died") : theirs ? "" : says_text(r, x);
	rc = put_missing(r, &m);
	if (rc == OK)
		*ARENA_PUSH(r->a, &r->list) = m;
	return rc;
}

/* Whom to ring first stands first; the others as they came. */
static void in_order(struct relative_list *list)
{
	for (size_t i = 1; i < list->n; i++) {
		struct relative m = list->at[i];
		int crisis = m.theirs || m.relation.crisis == NUMBER_NONE ? 10 : m.relation.crisis;
		size_t at = i;

		for (; at > 0; at--) {
			const struct relative *before = &list->at[at - 1];
			int theirs = before->theirs || before->relation.crisis == NUMBER_NONE
			                     ? 10
			                     : before->relation.crisis;

			if (theirs <= crisis)
				break;
			list->at[at] = *before;
		}
		list->at[at] = m;
	}
}

enum status casework_relatives(struct session *s, struct person_id id, struct arena *a,
                               struct relative_list *ret)
{
	struct circle r = { .s = s, .a = a };
	struct relation_list own = { 0 }, theirs = { 0 };
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, id);

	if (rc != OK)
		return rc;
	rc = person_get(s->store, id, a, &r.person);
	if (rc == OK)
		rc = relations_of_person(s->store, id, a, &own);
	if (rc == OK)
		rc = relations_to_person(s->store, id, a, &theirs);
	for (size_t i = own.n; rc == OK && i > 0; i--)
		rc = add_relative(&r, &own.at[i - 1], false);
	for (size_t i = theirs.n; rc == OK && i > 0; i--)
		if (theirs.at[i - 1].knows_illness == SAID_YES &&
		    theirs.at[i - 1].knows_service == SAID_YES &&
		    !relation_with(&own, theirs.at[i - 1].person))
			rc = add_relative(&r, &theirs.at[i - 1], true);
	if (rc != OK)
		return session_store(s, rc);
	in_order(&r.list);
	*ret = r.list;
	return OK;
}

/* ---- saving ---- */

static enum status check(struct session *s, const struct relation *x, const struct person *p,
                         struct arena *a)
{
	struct person other;
	enum status rc;

	if (text_empty(x->name) && x->other.n == 0)
		return session_fail(s, E_INVALID, "%s",
		                    _("Who they are is needed. Nothing was saved."));
	if (x->other.n == 0)
		return OK;
	if (x->other.n == x->person.n)
		return session_fail(s, E_INVALID, "%s",
		                    _("That is the person whose record this is."));
	rc = session_store(s, person_get(s->store, x->other, a, &other));
	if (rc == OK && relative_apart(s, p, &other))
		rc = session_fail(s, E_CONFLICT, "%s",
		                  _("One of them is kept apart, so there is no link. A name alone "
		                    "can stand here. Nothing was saved."));
	return rc;
}

static enum status relation_was(struct session *s, const struct relation *x, struct arena *a,
                                struct relation *ret)
{
	enum status rc;

	*ret = relation_blank;
	if (x->id.n == 0)
		return OK;
	rc = session_store(s, relation_get(s->store, x->id, a, ret));
	if (rc == OK && ret->person.n != x->person.n)
		rc = session_fail(s, E_CONFLICT, "%s", _("That is on another person’s record."));
	return rc;
}

static bool partner_changes(const struct relation *was, const struct relation *x)
{
	if (was->kind != RELATION_PARTNER && x->kind != RELATION_PARTNER)
		return false;
	return was->kind != x->kind || was->ended_on != x->ended_on || was->other.n != x->other.n ||
	       !text_equal(was->name, x->name);
}

static enum status save_in(struct change *c, struct session *s, const struct relation *x,
                           const struct relation *was, struct relation_id *ret)
{
	enum status rc;

	*ret = x->id;
	rc = x->id.n == 0 ? relation_add(c, x, ret) : relation_update(c, x);
	if (rc == OK && partner_changes(was, x))
		rc = ask_safe_again_in(c, s, x->person, ASK_PARTNER);
	return rc;
}

enum status casework_save_relation(struct session *s, const struct relation *x,
                                   struct relation_id *ret)
{
	struct arena a = { 0 };
	struct relation was;
	struct person p;
	struct change c;
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, x->person);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, x->person, &a, &p));
	if (rc == OK)
		rc = check(s, x, &p, &a);
	if (rc == OK)
		rc = relation_was(s, x, &a, &was);
	if (rc == OK) {
		rc = act_begin(s, OP_CHANGE_PERSON, &c, x->person,
		               arena_printf(&a, _("people round %s"), act_name(&p, &a)));
		if (rc == OK)
			rc = save_in(&c, s, x, &was, ret);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
