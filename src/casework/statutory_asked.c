#include "statutory_read.h"

#include "planned.h"

#include "base/words.h"
#include "model/places.h"
#include "store/actions.h"
#include "store/plans.h"
#include "store/reminders.h"
#include "store/service_search.h"

const char *statutory_action(const char *council, struct arena *a)
{
	return arena_printf(a, _("ask %s for an assessment"), council);
}

enum status statutory_service(struct session *s, const struct person *p, struct arena *a,
                              struct service_id *ret)
{
	const struct service_search how = { .text = "adult social care",
		                            .path = area_path(p->council, a),
		                            .order = SERVICES_BEST,
		                            .limit = 1 };
	struct service_found found;
	enum status rc = services_search(s->store, &how, a, &found);

	*ret = (struct service_id){ rc == OK && found.list.n > 0 ? found.list.at[0].service.id.n
		                                                 : 0 };
	return rc;
}

static enum status end_actions(struct session *s, struct change *c, struct person_id person,
                               const char *what, const struct statutory_end *end, struct arena *a)
{
	struct action_list actions = { 0 };
	struct plan plan;
	enum status rc = plan_latest(s->store, person, a, &plan);

	if (rc == OK)
		rc = actions_of_plan(s->store, plan.id, a, &actions);
	for (size_t i = 0; rc == OK && i < actions.n; i++) {
		struct action x = actions.at[i];

		if (x.kind != ACTION_WORKER_DOES || !action_open(x.status) ||
		    !text_equal(x.what, what))
			continue;
		x.status = end->status;
		x.status_on = s->today;
		x.outcome = end->outcome;
		rc = action_update(c, &x);
		if (rc == OK)
			rc = action_reminder_in(s, c, &x, a);
	}
	return rc == E_NOT_FOUND ? OK : rc;
}

enum status statutory_end_in(struct session *s, struct change *c, struct person_id person,
                             const struct statutory_end *end)
{
	struct arena a = { 0 };
	struct reminder_list open = { 0 };
	enum status rc = end_actions(s, c, person, statutory_action(end->council, &a), end, &a);

	if (rc == OK)
		rc = reminders_open_of_person(s->store, person, &a, &open);
	for (size_t i = 0; rc == OK && i < open.n; i++) {
		struct reminder x = open.at[i];

		if (!text_equal(x.rule, STATUTORY_RULE_ASK))
			continue;
		x.state = end->status == ACTION_COMPLETED ? REMINDER_DONE : REMINDER_DROPPED;
		x.done_on = s->today;
		x.outcome = end->outcome;
		rc = reminder_update(c, &x);
	}
	arena_reset(&a);
	return rc;
}
