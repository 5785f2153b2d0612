#ifndef MODEL_ACTION_H
#define MODEL_ACTION_H

#include "base/arena.h"
#include "base/day.h"
#include "base/word.h"
#include "model/goal.h"
#include "model/ids.h"

#define ACTION_KINDS(X)                                                    \
	X(ACTION_SIGNPOST, "signpost", "told about a service")             \
	X(ACTION_REFER, "refer", "referred to a service")                  \
	X(ACTION_INFORMATION, "information", "information given")          \
	X(ACTION_CLINICAL_TEAM, "clinical_team", "ask the clinical team")  \
	X(ACTION_BENEFIT_OR_GRANT, "benefit_or_grant", "benefit or grant") \
	X(ACTION_PERSON_DOES, "person_does", "they will")                  \
	X(ACTION_WORKER_DOES, "worker_does", "I will")                     \
	X(ACTION_LATER, "later", "later, ask next time")                   \
	X(ACTION_NOTHING_WANTED, "nothing_wanted", "nothing wanted")
enum action_kind { ACTION_KIND_NONE, ACTION_KINDS(WORD_ENUM) };
extern const struct words action_kinds;

#define ACTION_OWNERS(X)                                             \
	X(OWNER_PERSON, "person", "the person")                      \
	X(OWNER_WORKER, "worker", "the worker")                      \
	X(OWNER_SERVICE, "service", "the service")                   \
	X(OWNER_CLINICAL_TEAM, "clinical_team", "the clinical team") \
	X(OWNER_NOBODY, "nobody", "nobody")
enum action_owner { ACTION_OWNER_NONE, ACTION_OWNERS(WORD_ENUM) };
extern const struct words action_owners;

#define ACTION_STATUSES(X)                                  \
	X(ACTION_NOT_STARTED, "not_started", "not started") \
	X(ACTION_STARTED, "started", "started")             \
	X(ACTION_COMPLETED, "completed", "done")            \
	X(ACTION_NOT_APPLICABLE, "not_applicable", "no longer applies")
enum action_status { ACTION_STATUS_NONE, ACTION_STATUSES(WORD_ENUM) };
extern const struct words action_statuses;

/* What will happen about a concern, as the plan has it. */
struct action {
	struct action_id id;
	int64_t ver;
	struct person_id person;
	struct plan_id plan;
	const char *concern; /* code, or "" */
	struct goal_id goal;
	enum action_kind kind;
	const char *what; /* never empty */
	enum action_owner owner;
	struct account_id worker; /* who, when the owner is the worker */
	const char *who;          /* of the clinical team: whom, and their number */
	day due_on;
	day review_on; /* when to look at it again */
	enum action_status status;
	day status_on;  /* since when; DAY_NONE: since it was made */
	int confidence; /* theirs that it will be done, 0..10, or NUMBER_NONE */
	const char *outcome;
	enum support supported;
	struct signpost_id signpost;
	bool on_paper; /* may it stand on the plan that is handed over */
	day made_on;
};

/* Nothing known: copy it to begin a new one. */
extern const struct action action_blank;

struct action_list {
	size_t n;
	struct action *at;
};

/*
 * What is stored of what was typed: after "I will …" and "Janie will …" the first letter is small,
 * unless the word is I, has a digit, or is in capitals ("DWP"). Belongs to a, or is what.
 */
const char *action_words(enum action_kind kind, const char *what, struct arena *a);

/* Not started, or started. */
bool action_open(enum action_status status);

#endif
