#include "casework/signposts.h"

#include "act.h"
#include "plan_says.h"
#include "trouble_in.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/people.h"
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

enum status casework_note_unmet_need(struct session *s, const struct unmet_need *x,
                                     struct unmet_need_id *ret)
{
	struct arena a = { 0 };
	struct unmet_need need = *x;
	struct unmet_need_id id = { 0 };
	struct change c;
	struct person p;
	enum status rc = session_store(s, person_get(s->store, x->person, &a, &p));

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
