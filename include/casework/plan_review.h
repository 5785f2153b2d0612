#ifndef CASEWORK_PLAN_REVIEW_H
#define CASEWORK_PLAN_REVIEW_H

#include "casework/session.h"
#include "model/action.h"
#include "model/goal.h"
#include "model/plan_changes.h"
#include "model/signpost.h"

/*
 * What came of a plan. That is no change of the plan itself: an agreed one stays the version that it
 * is.
 */

/* It is done (or no longer applies), and whether they felt supported to achieve it. */
struct action_review {
	struct action_id action;
	enum action_status status;
	enum support supported;
	const char *outcome; /* "", NULL: as it was */
};
MUST_USE enum status casework_review_action(struct session *s, const struct action_review *r);

/* One thing that was gone over: an action, or a goal (action 0). ver is as it was read. */
struct gone_over {
	struct action_id action;
	struct goal_id goal;
	int64_t ver;
	enum action_status status;
	enum goal_status reached;
	enum support supported;
	/* Of a service that is still open, done: did it help? It ends so in its ledger; NONE: nothing said. */
	enum helped helped;
	const char *outcome; /* "", NULL: as it was */
};

/*
 * The plan was gone over with them, all of it as one change: what came of each, a row with it in words,
 * the reminder of it done and the next one made for next_on (DAY_NONE: in six weeks). *next is that
 * day. A service of which it was said whether it helped, or that it no longer applies, has come to its
 * end: its ledger says so, and nothing asks about it again. E_NOT_FOUND: there is no plan. E_CONFLICT: one of them was changed since; nothing was.
 */
struct plan_gone_over {
	struct person_id person;
	size_t n;
	const struct gone_over *at;
	day next_on;
};
MUST_USE enum status casework_go_over_plan(struct session *s, const struct plan_gone_over *x,
                                           day *next);

/* One version, what it says, and what changed in it from the one before. Strings belong to a. */
struct plan_version {
	struct plan_content content;
	struct sentences lines;
	struct sentences changes; /* n 0: the first, or nothing */
	const char *by;           /* name of who made it */
};

struct plan_versions {
	size_t n;
	struct plan_version *at; /* the newest first */
};

/* All versions there were. It is a look at the record. */
MUST_USE enum status casework_plan_versions(struct session *s, struct person_id person,
                                            struct arena *a, struct plan_versions *ret);
/* The same of a record that is open already: no look of its own. */
MUST_USE enum status casework_reread_plan(struct session *s, struct person_id person,
                                          struct arena *a, struct plan_versions *ret);

#endif
