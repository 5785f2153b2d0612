#include "id_set.h"

#include <stdint.h>

#define ROOM_FIRST 64

static size_t place_of(const char *id, size_t room)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (const char *at = id; *at; at++)
		h = (h ^ (unsigned char)*at) * 1099511628211u;
	return (size_t)(h ^ (h >> 32)) & (room - 1);
}

/* Where it stands, or the free place where it would. There is always a free one. */
static size_t find(const struct id_set *set, const char *id)
{
	size_t at = place_of(id, set->room);

	while (set->at[at] && !text_equal(set->at[at], id))
		at = (at + 1) & (set->room - 1);
	return at;
}

bool id_set_has(const struct id_set *set, const char *id)
{
	return set->room > 0 && set->at[find(set, id)];
}

static void grow(struct id_set *set, struct arena *a)
{
	struct id_set more = { .n = set->n, .room = set->room ? set->room * 2 : ROOM_FIRST };

	more.at = ARENA_ARRAY(a, more.room, const char *);
	for (size_t i = 0; i < set->room; i++)
		if (set->at[i])
			more.at[find(&more, set->at[i])] = set->at[i];
	*set = more;
}

bool id_set_add(struct id_set *set, const char *id, struct arena *a)
{
	size_t at;

	if (set->n * 2 >= set->room)
		grow(set, a);
	at = find(set, id);
	if (set->at[at])
		return false;
	set->at[at] = arena_strdup(a, id);
	set->n++;
	return true;
}
