#ifndef MODEL_SERVICE_CHECK_H
#define MODEL_SERVICE_CHECK_H

#include "model/service.h"

/* What somebody found who asked whether an entry is still right, in the order of the digits. */
#define CHECK_RESULTS(X)                                    \
	X(CHECK_AS_IT_SAYS, "as_it_says", "as it says")     \
	X(CHECK_CHANGED, "changed", "changed")              \
	X(CHECK_NOT_REACHED, "not_reached", "nobody there") \
	X(CHECK_CLOSED, "closed", "closed")                 \
	X(CHECK_DO_NOT_LIST, "do_not_list", "not to be listed")
enum check_found { CHECK_RESULT_NONE, CHECK_RESULTS(WORD_ENUM) };
extern const struct words check_results;

/* Once for each time. */
struct service_check {
	struct service_check_id id;
	int64_t ver;
	struct service_id service;
	day on_day;
	int at_minute;      /* local, or MINUTE_NONE */
	enum check_way how; /* CHECK_WAY_NONE: not said */
	enum check_found result;
	const char *words; /* what was changed, or who said so */
	day next_on;
	struct account_id by_account;
};
extern const struct service_check service_check_blank;
struct service_check_list {
	size_t n;
	struct service_check *at;
};

/* What staff tell each other of a service. Never handed out, never exported. */
struct service_note {
	struct service_note_id id;
	int64_t ver;
	struct service_id service;
	const char *words; /* never empty */
	day on_day;
	struct account_id by_account;
};
extern const struct service_note service_note_blank;
struct service_note_list {
	size_t n;
	struct service_note *at;
};

#endif
