#include "casework/signposts.h"

#include "act.h"
#include "plan_says.h"
#include "trouble_in.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/people.h"
#include "store/signposts.h"
#include "store/unmet_needs.h"

/* The plan owes an answer to this concern too. */
static enum status plan_in(struct session *s, struct change *c, const struct unmet_need *x,
                           struct arena *a)
{
	struct action action = action_blank;

	action.concern = x->concern;
	action.kind = ACTION_LATER;
	action.what = arena_printf(a, _("Nothing fits yet: %s. Ask again at review."),
	                           words_label(&unmet_reasons, (int)x->reason));
	action.owner = OWNER_NOBODY;
	action.status = ACTION_NOT_STARTED;
	action.on_paper = false;
	return plan_says_in(s, c, x->person, &action, NULL);
}

/* The signpost that came to nothing is their own. */
static enum status check(struct session *s, const struct unmet_need *x, struct arena *a)
{
	struct signpost g;
	enum status rc;

	if (text_empty(x->concern))
		return session_fail(s, E_INVALID, _("Nothing fits for what? Choose a concern."));
	if (x->signpost.n == 0)
		return OK;
	rc = session_store(s, signpost_get(s->store, x->signpost, a, &g));
	if (rc == OK && g.person.n != x->person.n)
		rc = session_fail(s, E_INVALID,
		                  _("That was for somebody else. Nothing was saved."));
	return rc;
}

enum status casework_note_unmet_need(struct session *s, const struct unmet_need *x,
                                     struct unmet_need_id *ret)
{
	struct arena a = { 0 };
	struct unmet_need need = *x;
	struct unmet_need_id id = { 0 };
	struct change c;
	struct person p;
	enum status rc = session_store(s, person_get(s->store, x->person, &a, &p));

	if (rc == OK)
		rc = check(s, x, &a);
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_NOTE_UNMET_NEED, &c, x->person,
	               arena_printf(&a, _("nothing fits for %s: %s"), act_name(&p, &a),
	                            session_concern_label(s, x->concern)));
	need.council = p.council;
	need.noted_on = s->today;
	need.by_account = s->account.id;
	if (rc == OK)
		rc = unmet_need_add(&c, &need, &id);
	if (rc == OK)
		rc = plan_in(s, &c, &need, &a);
	if (rc == OK)
		rc = service_gone_answered_in(s, &c, x->person, x->concern, _("nothing fits"));
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = id;
done:
	arena_reset(&a);
	return rc;
}

enum status casework_need_met(struct session *s, struct unmet_need_id id, const char *how)
{
	struct arena a = { 0 };
	struct change c;
	struct unmet_need x;
	struct person p;
	enum status rc = casework_may(s, OP_NOTE_UNMET_NEED);

	if (rc == OK)
		rc = session_store(s, unmet_need_get(s->store, id, &a, &x));
	if (rc == OK)
		rc = session_store(s, person_get(s->store, x.person, &a, &p));
	if (rc == OK)
		rc = casework_may_about(s, OP_NOTE_UNMET_NEED, p.id);
	if (rc == OK && x.met_on != DAY_NONE)
		rc = session_fail(s, E_CONFLICT, _("It was met on %s: %s."),
		                  day_short(x.met_on, s->today, &a), x.met_how);
	if (rc == OK && text_empty(how))
		rc = session_fail(s, E_INVALID, _("How was it met? In a few words."));
	if (rc != OK)
		goto done;
	rc = act_begin(s, OP_NOTE_UNMET_NEED, &c, p.id,
	               arena_printf(&a, _("met after all for %s: %s"), act_name(&p, &a),
	                            session_concern_label(s, x.concern)));
	x.met_on = s->today;
	x.met_how = how;
	if (rc == OK)
		rc = unmet_need_update(&c, &x);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}

enum status casework_unmet_about(struct session *s, struct person_id person, const char *concern,
                                 struct arena *a, const char **ret)
{
	struct unmet_need_list list = { 0 };
	const char *text = "";
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, person);

	if (rc == OK)
		rc = session_store(s, unmet_needs_of_person(s->store, person, a, &list));
	for (size_t i = list.n; rc == OK && i > 0; i--) {
		const struct unmet_need *x = &list.at[i - 1];

		if (text_equal(x->concern, concern) && x->met_on == DAY_NONE)
			text = arena_printf(a, _("Nothing fitted on %s: %s."),
			                    day_short(x->noted_on, s->today, a),
			                    words_label(&unmet_reasons, (int)x->reason));
	}
	if (rc == OK)
		*ret = text;
	return rc;
}
