#ifndef MODEL_LOADED_RULES_H
#define MODEL_LOADED_RULES_H

#include "base/day.h"
#include "model/ids.h"
#include "model/rule_file.h"

/* Rules that this service has loaded in place of clew's: clew-rules(5). */
struct loaded_rules {
	enum rule_file name;
	int64_t ver;
	const char *body; /* the file */
	day loaded_on;
	struct account_id loaded_by;
};

struct loaded_rules_list {
	size_t n;
	struct loaded_rules *at;
};

#endif
