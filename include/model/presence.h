#ifndef MODEL_PRESENCE_H
#define MODEL_PRESENCE_H

#include "model/ids.h"

#include <stddef.h>
#include <stdint.h>

/* Who has not pressed a key for so long may have gone: nobody is told of them any more. Seconds. */
#define PRESENCE_STALE 120

/* Somebody at work, and whose record they have open. Strings belong to whoever filled it in. */
struct presence {
	int64_t id;
	struct account_id account;
	const char *name;        /* of the account; read only */
	const char *place;       /* "tty3", "pts/4" */
	int64_t began_at;        /* UTC seconds */
	int64_t seen_at;         /* the last key */
	struct person_id person; /* 0: nobody's */
	int64_t person_at;       /* since when it is theirs */
	const char *doing;       /* name of the screen that is open about them, "" */
};

struct presence_list {
	size_t n;
	struct presence *at;
};

#endif
