#include "casework/points.h"

#include "act.h"
#include "asking.h"

#include "base/words.h"
#include "model/none.h"
#include "store/contact_points.h"
#include "store/people.h"

#define PLACES_MOST 99

enum status casework_points(struct session *s, struct person_id id, struct arena *a,
                            struct contact_point_list *ret)
{
	struct contact_point_list all, list = { 0 };
	enum status rc = casework_may_about(s, OP_OPEN_CONTACT_DETAILS, id);

	if (rc == OK)
		rc = session_store(s, contact_points_of_person(s->store, id, a, &all));
	if (rc != OK)
		return rc;
	for (int struck = 0; struck < 2; struck++)
		for (size_t i = 0; i < all.n; i++)
			if ((all.at[i].struck_on != DAY_NONE) == struck)
				*ARENA_PUSH(a, &list) = all.at[i];
	*ret = list;
	return OK;
}

/* As it is stored; blank for a new one. */
static enum status point_was(struct session *s, const struct contact_point *x, struct arena *a,
                             struct contact_point *ret)
{
	enum status rc;

	*ret = contact_point_blank;
	if (x->id.n == 0)
		return OK;
	rc = session_store(s, contact_point_get(s->store, x->id, a, ret));
	if (rc == OK && ret->person.n != x->person.n)
		rc = session_fail(s, E_CONFLICT, "%s", _("That is another personâs number."));
	return rc;
}

static enum status save_in(struct change *c, struct session *s, const struct contact_point *x,
                           const struct contact_point *was, struct contact_point_id *ret)
{
	enum status rc;

	*ret = x->id;
	rc = x->id.n == 0 ? contact_point_add(c, x, ret) : contact_point_update(c, x);
	if (rc == OK && (!text_equal(was->value, x->value) || was->struck_on != x->struck_on))
		rc = ask_safe_again_in(c, s, x->person, ASK_NUMBER);
	return rc;
}

enum status casework_save_point(struct session *s, const struct contact_point *x,
                                struct contact_point_id *ret)
{
	struct arena a = { 0 };
	struct contact_point was;
	struct person p;
	struct change c;
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, x->person);

	if (rc == OK && text_empty(x->value))
		rc = session_fail(s, E_INVALID, "%s",
		                  _("A number or an address is needed. Nothing was saved."));
	if (rc == OK)
		rc = session_store(s, person_get(s->store, x->person, &a, &p));
	if (rc == OK)
		rc = point_was(s, x, &a, &was);
	if (rc == OK) {
		rc = act_begin(s, OP_CHANGE_PERSON, &c, x->person,
		               arena_printf(&a, _("numbers of %s"), act_name(&p, &a)));
		if (rc == OK)
			rc = save_in(&c, s, x, &was, ret);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

/* It comes first, the others after it in the order they had. */
static enum status first_in(struct change *c, struct contact_point_list *all,
                            struct contact_point_id first)
{
	int place = 2;
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < all->n && place < PLACES_MOST; i++) {
		struct contact_point *x = &all->at[i];
		int now = x->id.n == first.n ? 1 : place++;

		if (x->place == now)
			continue;
		x->place = now;
		rc = contact_point_update(c, x);
	}
	return rc;
}

enum status casework_try_first(struct session *s, struct person_id id,
                               struct contact_point_id point)
{
	struct arena a = { 0 };
	struct contact_point_list all;
	struct person p;
	struct change c;
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, id);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, id, &a, &p));
	if (rc == OK) {
		rc = act_begin(
			s, OP_CHANGE_PERSON, &c, id,
			arena_printf(&a, _("which number of %s is tried first"), act_name(&p, &a)));
		if (rc == OK)
			rc = contact_points_of_person(s->store, id, &a, &all);
		if (rc == OK)
			rc = first_in(&c, &all, point);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
