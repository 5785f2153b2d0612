#ifndef MODEL_UNMET_NEED_H
#define MODEL_UNMET_NEED_H

#include "base/day.h"
#include "base/word.h"
#include "model/concern.h"
#include "model/ids.h"

#define UNMET_REASONS(X)                                                       \
	X(UNMET_NONE_EXISTS, "none_exists", "there is none")                   \
	X(UNMET_NOT_IN_AREA, "not_in_area", "not in this area")                \
	X(UNMET_FULL_OR_LONG_WAIT, "full_or_long_wait", "full or a long wait") \
	X(UNMET_NOT_ELIGIBLE, "not_eligible", "does not take them")            \
	X(UNMET_COST, "cost", "cost")                                          \
	X(UNMET_TRAVEL, "travel", "travel")                                    \
	X(UNMET_DECLINED, "declined", "said no")                               \
	X(UNMET_NOT_KNOWN_IN_TIME, "not_known_in_time", "not known in time")   \
	X(UNMET_OTHER, "other", "other")
enum unmet_reason { UNMET_REASON_NONE, UNMET_REASONS(WORD_ENUM) };
extern const struct words unmet_reasons;

/* Nothing fits: a concern that no service could meet. */
struct unmet_need {
	struct unmet_need_id id;
	int64_t ver;
	struct person_id person;
	const char *concern; /* code */
	enum need_level level;
	const char *council; /* GSS code, stamped when it was noted */
	enum unmet_reason reason;
	const char *note;
	struct signpost_id signpost; /* that came to nothing */
	day noted_on;
	day met_on; /* something was found after all; DAY_NONE: not yet */
	const char *met_how;
	struct account_id by_account;
};

/* Nothing known: copy it to begin a new one. */
extern const struct unmet_need unmet_need_blank;

struct unmet_need_list {
	size_t n;
	struct unmet_need *at;
};

#endif
