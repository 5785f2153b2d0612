#ifndef CASEWORK_VIEWING_H
#define CASEWORK_VIEWING_H

#include "casework/person_view.h"
#include "model/account.h"
#include "model/action.h"
#include "model/measure.h"
#include "model/plan.h"
#include "model/signpost.h"
#include "model/unmet_need.h"

/* The making of a person's view: what is read once and used by its parts. */
struct viewing {
	struct session *s;
	struct arena *a;
	struct person_view *view;
	struct person_id id;
	struct account_list accounts;
	struct assessment_list assessments;
	struct measured_list measured; /* once measured_read; the newest first */
	bool measured_read;
	struct plan_list plans;
	struct action_list actions;
	struct signpost_list signposts;
	struct unmet_need_list unmet;
	bool spoken_to; /* somebody has reached them in this time with us */
	bool whole;     /* everything, not only what was lately */
	day since; /* not whole: what was on that day or before is left out; DAY_NONE: nothing is */
};

/* The parts: each reads what it needs more and fills its part of the view. */
MUST_USE enum status view_due_read(struct viewing *v);
MUST_USE enum status view_concerns_read(struct viewing *v);
MUST_USE enum status view_people_read(struct viewing *v);
MUST_USE enum status view_timeline_read(struct viewing *v);
MUST_USE enum status
view_left_read(struct viewing *v); /* what left, steps, wishes, what was moved */

/* All that an entry says, put together line by line. */
struct whole {
	const struct viewing *v;
	const char *text; /* begins as "" or its first line */
};
void whole_say(struct whole *w, const char *line);
void whole_say_as(struct whole *w, const char *label, const char *value);
void whole_by(struct whole *w, struct account_id id);

/* The measures of an assessment, line by line; and those that were taken on their own. */
MUST_USE enum status view_measures_of(struct viewing *v, struct assessment_id id, struct whole *w);
MUST_USE enum status view_measures_read(struct viewing *v);

/* Adds a row to one of the tabs; its whole is what where it is not said. */
void viewing_add(struct viewing *v, struct view_row_list *list, struct view_row row);
/* The assessments: their rows, before the timeline takes them in, and what was answered in them all. */
MUST_USE enum status view_assessed_read(struct viewing *v);
/* Into the timeline, in any order: it is sorted behind them. */
MUST_USE enum status view_council_read(struct viewing *v);

/* Names: of an account ("" for none), of a service. */
const char *viewing_account(const struct viewing *v, struct account_id id);
/* "checked 14 months ago: ring first", "closed for good"; "" of none. */
const char *viewing_age(const struct viewing *v, struct service_id id);
MUST_USE enum status viewing_service(const struct viewing *v, struct service_id id,
                                     const char **ret);

/* x, y put together with " · "; either may be "". */
const char *viewing_join(const struct viewing *v, const char *x, const char *y);
/* "Mon 23 Nov 09:06" */
const char *viewing_when(const struct viewing *v, day on, int minute);
/* "23 Nov", with the year when it is another one. */
const char *viewing_day(const struct viewing *v, day on);

#endif
