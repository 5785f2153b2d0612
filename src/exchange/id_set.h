#ifndef EXCHANGE_ID_SET_H
#define EXCHANGE_ID_SET_H

#include "base/arena.h"

/* Texts, each once. All zero is empty; the table and the copies belong to the arena they were put in. */
struct id_set {
	size_t n, room; /* room is a power of two */
	const char **at;
};

bool id_set_has(const struct id_set *set, const char *id);
bool id_set_add(struct id_set *set, const char *id, struct arena *a); /* false: it was there */

#endif
