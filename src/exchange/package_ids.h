#ifndef EXCHANGE_PACKAGE_IDS_H
#define EXCHANGE_PACKAGE_IDS_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Ids as they came, by number: the first is 0. Only a digest of 64 bits is kept of each, made with a
 * key of this run, so that nobody can write a file whose ids are taken for one another.
 */
struct package_ids {
	uint64_t key[2];
	size_t n, room; /* room: a power of two, or 0 */
	struct package_id {
		uint64_t digest; /* 0: free */
		uint32_t number;
	} * at;
	struct arena arena;
};

#define PACKAGE_NO_ID UINT32_MAX

/* False when it is there already. *number: its own, or that of the one there. */
bool package_id_add(struct package_ids *ids, struct str id, uint32_t *number);
/* PACKAGE_NO_ID: there is none. */
uint32_t package_id_find(const struct package_ids *ids, struct str id);
void package_ids_done(struct package_ids *ids);

#endif
