#ifndef MODEL_LOADED_LIST_H
#define MODEL_LOADED_LIST_H

#include "base/day.h"
#include "model/ids.h"
#include "model/list_head.h"

#include <stdbool.h>

/* A list of concerns or a measure that this service has loaded from a file: clew-list(5). */
struct loaded_list {
	const char *name; /* with its version: "ours-2" */
	int64_t ver;
	enum list_kind kind;
	const char *title;
	const char *licence;
	const char *source;
	const char *body; /* the file; "" where only what there is was asked for */
	bool offered;     /* for new assessments */
	day loaded_on;
	struct account_id loaded_by;
};

struct loaded_list_list {
	size_t n;
	struct loaded_list *at;
};

#endif
