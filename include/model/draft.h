#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include "model/ids.h"

#include <stddef.h>
#include <stdint.h>

/* What somebody was writing and has not saved. Strings belong to whoever filled it in. */
struct draft {
	int64_t id;
	const char *form;        /* name of the screen */
	const char *about;       /* what it is on: "CL-000412", or "" */
	struct person_id person; /* 0: about nobody yet */
	const char *title;       /* as Today shows it: "Assessment begun, 9 raised, not ended" */
	const char *body;        /* name=value lines */
	int64_t kept_at;         /* UTC seconds */
};

struct draft_list {
	size_t n;
	struct draft *at;
};

#endif
