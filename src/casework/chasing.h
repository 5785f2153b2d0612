#ifndef CASEWORK_CHASING_H
#define CASEWORK_CHASING_H

#include "casework/session.h"
#include "reach.h"
#include "sharing.h"

#include "model/chase.h"
#include "model/reminder.h"
#include "model/service.h"

/* All that the ladder of one signpost looks at, and the step that it has come to. */
struct chasing {
	struct signpost signpost;
	struct service service;
	struct signpost_step_list steps; /* the newest first */
	struct sharing sharing;          /* whether they agree to be passed on to it */
	struct reach reach;
	const char *no_asking; /* why the person is not asked: the sentence; "" when they may be */
	struct chased chased;
	struct chase next;
};

/* Strings belong to a. Within a change too: as things stand in it. */
MUST_USE enum status chasing_read(struct session *s, const struct signpost *x, struct arena *a,
                                  struct chasing *ret);

/*
 * The reminder of its next step, due on that day (DAY_NONE: the ladder's). by: who asks. False where
 * there is none: it has ended, or the person is not to be reached any more.
 */
bool chasing_reminder(struct session *s, const struct chasing *x, day on, struct arena *a,
                      struct reminder *ret);

#endif
