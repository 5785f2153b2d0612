#ifndef CASEWORK_SHELF_H
#define CASEWORK_SHELF_H

#include "casework/lists.h"

/* Every list that was asked for, read once. What stands on it never changes: a name is a version. */
struct shelf {
	size_t n;
	struct list_file **at;
};

/* The list of that name, of either kind, wherever it comes from. */
MUST_USE enum status shelf_get(struct session *s, const char *name, const struct list_file **ret);

#endif
