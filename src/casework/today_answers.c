#include "today_items.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/approvals.h"
#include "casework/reviews.h"

/* What was opened anyway, on the Today of everybody who may look at it, the author's own too. */
static enum status add_opened(struct today_making *m)
{
	struct opened_list list;
	enum status rc = casework_opened_anyway(m->s, m->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct opened_anyway *o = &list.at[i];
		struct today_item *x = today_add(m, TODAY_TO_ANSWER, TODAY_ANYWAY);

		x->id = o->access.id;
		x->order[0] = 0;
		x->order[1] = o->access.from_at;
		x->when = today_came(m, clock_day(o->access.from_at),
		                     clock_minute(o->access.from_at));
		x->late = !o->mine;
		x->name = o->ref;
		x->what = arena_printf(m->a, _("opened anyway by %s: %s"), o->who, o->why);
		x->why = o->mine ? _("You opened it, so somebody else looks at it.")
		                 : _("A restricted record was opened anyway: Enter shows why, and "
		                     "what was looked at.");
	}
	return rc;
}

static enum status add_approvals(struct today_making *m)
{
	struct approval_rows rows;
	enum status rc = casework_approvals(m->s, m->a, &rows);

	for (size_t i = 0; rc == OK && i < rows.n; i++) {
		const struct approval_row *r = &rows.at[i];
		struct today_item *x;

		if (!r->answerable)
			continue;
		x = today_add(m, TODAY_TO_ANSWER, TODAY_APPROVAL);
		x->id = r->approval.id;
		x->order[0] = 1;
		x->order[1] = r->approval.asked_at;
		x->when = today_came(m, clock_day(r->approval.asked_at),
		                     clock_minute(r->approval.asked_at));
		x->name = r->asked_by;
		x->what = arena_printf(m->a, _("asks: %s"), r->approval.what);
		x->why = arena_printf(m->a, _("%s. It can be answered until %s."), r->approval.why,
		                      r->until);
	}
	return rc;
}

enum status today_add_answers(struct today_making *m)
{
	enum status rc = OK;

	if (session_may(m->s, OP_REVIEW_ANYWAY))
		rc = add_opened(m);
	return rc == OK ? add_approvals(m) : rc;
}
