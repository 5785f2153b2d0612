#ifndef CASEWORK_PLANNED_H
#define CASEWORK_PLANNED_H

#include "casework/plan.h"
#include "model/reminder.h"
#include "store/change.h"

/*
 * Parts of planning for other operations of casework. The plan that may be changed: the draft there
 * is, else a new version, to which what still holds of the old one was copied. moved, which may be
 * NULL, is told which action became which. E_CONFLICT: there is no assessment yet.
 */
struct action_moved {
	struct action_id was, now;
};
struct actions_moved {
	size_t n;
	struct action_moved *at;
};
MUST_USE enum status plan_draft_in(struct session *s, struct change *c, struct person_id person,
                                   struct arena *a, struct plan *ret, struct actions_moved *moved);

/* The plan as it stands: also within a change, to decide on what nobody can change any more. */
MUST_USE enum status plan_view_read(struct session *s, struct person_id person, struct arena *a,
                                    struct plan_view *ret);

/* A change of somebody's plan: what is said to people goes before their name. */
MUST_USE enum status plan_begin(struct session *s, struct change *c, struct person_id person,
                                const char *what, struct arena *a);

/* E_CONFLICT when that is not the newest version any more. */
MUST_USE enum status plan_part_current(struct session *s, struct person_id person,
                                       struct plan_id plan, struct arena *a);

/* The reminder of that kind that a rule made gets the day, or there is a new one. */
MUST_USE enum status plan_remind_in(struct session *s, struct change *c, const struct plan *plan,
                                    enum reminder_kind kind, day due_on, struct arena *a);

/* A goal into the plan that may be changed; one in the same words gets its day. x->id is set. */
MUST_USE enum status plan_goal_in(struct session *s, struct change *c, struct goal *x,
                                  struct arena *a);

/* Make, move or end the reminders that an action needs, as it now is. */
MUST_USE enum status action_reminder_in(struct session *s, struct change *c, const struct action *x,
                                        struct arena *a);

/* Does an action of that kind have a day by which it is done? */
bool action_kind_has_day(enum action_kind kind);
/* Is it a service's: told about or referred? */
bool action_kind_is_service(enum action_kind kind);

/* "Citizens Advice, referred · check Mon 30 Nov". */
MUST_USE enum status action_text(struct session *s, const struct action *x, const char *first_name,
                                 struct arena *a, const char **ret);

#endif
