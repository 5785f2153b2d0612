#ifndef MODEL_GOAL_H
#define MODEL_GOAL_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

#define GOAL_STATUSES(X)                                     \
	X(GOAL_SET, "set", "set")                            \
	X(GOAL_ACHIEVED, "achieved", "achieved")             \
	X(GOAL_PARTLY, "partly", "partly achieved")          \
	X(GOAL_NOT_ACHIEVED, "not_achieved", "not achieved") \
	X(GOAL_NOT_APPLICABLE, "not_applicable", "no longer applies")
enum goal_status { GOAL_STATUS_NONE, GOAL_STATUSES(WORD_ENUM) };
extern const struct words goal_statuses;

/* Did they feel supported to achieve it? Of goals and of actions. */
#define SUPPORTS(X)                             \
	X(SUPPORTED_YES, "yes", "yes")          \
	X(SUPPORTED_PARTLY, "partly", "partly") \
	X(SUPPORTED_NO, "no", "no")             \
	X(SUPPORTED_NOT_ASKED, "not_asked", "not asked")
enum support { SUPPORT_NONE, SUPPORTS(WORD_ENUM) };
extern const struct words supports;

struct goal {
	struct goal_id id;
	int64_t ver;
	struct person_id person;
	struct plan_id plan;
	const char *words; /* theirs; never empty */
	day by_day;
	enum goal_status status;
	day status_on; /* since when; DAY_NONE: since it was set */
	enum support supported;
};

/* Nothing known: copy it to begin a new one. */
extern const struct goal goal_blank;

struct goal_list {
	size_t n;
	struct goal *at;
};

#endif
