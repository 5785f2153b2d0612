#ifndef CASEWORK_PLAN_H
#define CASEWORK_PLAN_H

#include "casework/strip.h"
#include "model/action.h"
#include "model/assessment.h"
#include "model/concern.h"
#include "model/contingency.h"
#include "model/money.h"
#include "model/plan.h"

/*
 * The plan that follows from an assessment: what was raised, and what will happen about it. Changing
 * an agreed plan makes the next version of it, a draft that holds the same; the old one is then
 * superseded. Each change below is one change, and makes, moves or ends the reminders that go with
 * it.
 */

/* One concern and what the plan says of it. */
struct plan_row {
	const char *code; /* "": about no concern of the list */
	const char *label;
	enum concern_answer answer;
	int score;   /* 0..10, or NUMBER_NONE */
	int matters; /* 1..3, or NUMBER_NONE */
	const char *own_words;
	enum need_level level;
	struct action_list actions; /* n 0: no answer yet */
	const char **texts;         /* of each: "Citizens Advice, referred · check Mon 30 Nov" */
	const char *text;           /* of all, "" where there is none */
};

struct plan_view {
	struct person_strip strip;
	const char *first_name;       /* as one calls them */
	const char *matters;          /* what matters to them, in their words */
	const char *clinical;         /* "Breast nurse, 0113 496 0170", "" */
	enum asked paper_seen;        /* will anybody else see what is on paper */
	struct assessment assessment; /* id 0: none yet, so there is nothing to plan from */
	struct plan plan;             /* id 0: nothing answered yet */
	struct goal_list goals;
	struct contingency_list worse;
	struct money_list money;         /* of the person, the newest first */
	int64_t gained;                  /* by all of it, in pence: money_worth() */
	struct plan_review_list reviews; /* of the person, the newest first */
	const char *copies;              /* who has one: "themselves 3 Oct; Dr Shah 23 Nov", "" */
	size_t top;                      /* rows in front that matter most to them */
	size_t n;
	struct plan_row *at;
	size_t unanswered, to_do, noted;
};

/* Opening it is a look at the record. Strings belong to a. */
MUST_USE enum status casework_plan(struct session *s, struct person_id person, struct arena *a,
                                   struct plan_view *ret);

struct plan_answer {
	struct person_id person;
	const char *code;
	enum action_kind kind; /* not a service: those come through the directory */
	const char *what;      /* "": the kind says it */
	day due_on;            /* DAY_NONE: two weeks ahead, where the kind has a day at all */
	const char *who;       /* of the clinical team: whom, and their number; NULL: not said */
};

/*
 * Answer one concern. An answer that is no service's is replaced, one that is stays beside it. *ret
 * is the action as it was stored; its strings belong to a. E_CONFLICT: there is no assessment yet.
 */
MUST_USE enum status casework_answer_concern(struct session *s, const struct plan_answer *answer,
                                             struct arena *a, struct action *ret);

/* Every concern without an answer: talked about, ask at review. *ret: how many. */
MUST_USE enum status casework_answer_rest(struct session *s, struct person_id person, size_t *ret);

/*
 * Everything else about an action: x as it was read and then changed, how great the need is, and a
 * goal in their words ("": none). E_CONFLICT: somebody changed it since.
 */
MUST_USE enum status casework_change_action(struct session *s, const struct action *x,
                                            enum need_level level, const char *goal);

/*
 * Whether they may stand on what is handed over, all of one person's: not a change of the plan, so no
 * new version.
 */
MUST_USE enum status casework_put_on_paper(struct session *s, const struct action_list *list,
                                           bool on_paper);

/* In their words. E_CONFLICT: it is neither what it was nor the same: somebody else wrote it. */
struct matters {
	const char *was, *words;
};
MUST_USE enum status casework_set_matters(struct session *s, struct person_id person,
                                          const struct matters *x);

/*
 * They agree to it. E_INVALID: one of the three that matter most has no answer, or somebody agrees for
 * them without a name or a right to. Makes the reminder to go over it (review_on, DAY_NONE: in six weeks), and to give it to them on paper.
 */
struct plan_agreement {
	struct person_id person;
	const char *how; /* the words they agreed to */
	const char *if_worse;
	day review_on;
	enum agreed_by by; /* none: they did */
	const char *with;  /* the representative, and by what right */
	enum power power;
	enum agreed_way way;
	const char *review_by; /* who goes over it; "", NULL: who agreed it with them */
};
MUST_USE enum status casework_agree_plan(struct session *s, const struct plan_agreement *x,
                                         day *review_on);

/* Six weeks ahead, on a working day: when a plan is gone over again. */
day plan_review_proposed(const struct session *s);

/* What is going well, who and what helps: a line each. E_CONFLICT as with what matters. */
struct strengths {
	const char *was, *lines;
};
MUST_USE enum status casework_set_strengths(struct session *s, struct person_id person,
                                            const struct strengths *x);

/*
 * A goal or hope in their words, without a day where by_day is DAY_NONE; one in the same words gets the
 * day.
 */
MUST_USE enum status casework_set_goal(struct session *s, struct person_id person,
                                       const char *words, day by_day);
/*
 * A goal as it was read and then changed. Other words or another day make the next version of an
 * agreed plan; how it went does not. E_CONFLICT: somebody changed it, or the plan, since.
 */
MUST_USE enum status casework_change_goal(struct session *s, const struct goal *x);

/* What to do if something gets worse: a new one (id 0), or as it was read and then changed. */
MUST_USE enum status casework_put_contingency(struct session *s, const struct contingency *x);
/* It is no longer needed: out of the plan as it now is, and still in the versions before. */
MUST_USE enum status casework_remove_contingency(struct session *s, const struct contingency *x);

#endif
