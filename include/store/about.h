#ifndef STORE_ABOUT_H
#define STORE_ABOUT_H

#include "base/arena.h"
#include "store/store.h"

/* The file and the engine as they are. Strings belong to a; path is "" in memory. */
struct store_about {
	const char *path;
	const char *engine;      /* "3.40.1" */
	const char *journal;     /* "truncate", "memory" */
	const char *synchronous; /* "extra" */
	bool foreign_keys, secure_delete;
};
MUST_USE enum status store_about(struct store *st, struct arena *a, struct store_about *ret);

#endif
