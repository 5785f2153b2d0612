#include "package_ids.h"

#include "base/die.h"

#include <string.h>
#include <sys/random.h>

#define ROOM_FIRST ((size_t)256)

/* SipHash-2-4. */
static uint64_t turn(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static void mix(uint64_t v[4], int rounds)
{
	for (int i = 0; i < rounds; i++) {
		v[0] += v[1];
		v[1] = turn(v[1], 13) ^ v[0];
		v[0] = turn(v[0], 32);
		v[2] += v[3];
		v[3] = turn(v[3], 16) ^ v[2];
		v[0] += v[3];
		v[3] = turn(v[3], 21) ^ v[0];
		v[2] += v[1];
		v[1] = turn(v[1], 17) ^ v[2];
		v[2] = turn(v[2], 32);
	}
}

static uint64_t word_at(const char *at, size_t n)
{
	uint64_t word = 0;

	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)at[i] << (8 * i);
	return word;
}

static uint64_t digest(const struct package_ids *ids, struct str id)
{
	uint64_t v[4] = { ids->key[0] ^ 0x736f6d6570736575u, ids->key[1] ^ 0x646f72616e646f6du,
		          ids->key[0] ^ 0x6c7967656e657261u, ids->key[1] ^ 0x7465646279746573u };
	size_t at = 0;
	uint64_t word;

	for (; at + 8 <= id.n; at += 8) {
		word = word_at(id.at + at, 8);
		v[3] ^= word;
		mix(v, 2);
		v[0] ^= word;
	}
	word = word_at(id.at + at, id.n - at) | (uint64_t)id.n << 56;
	v[3] ^= word;
	mix(v, 2);
	v[0] ^= word;
	v[2] ^= 0xff;
	mix(v, 4);
	word = v[0] ^ v[1] ^ v[2] ^ v[3];
	return word ? word : 1;
}

static struct package_id *slot_of(const struct package_ids *ids, uint64_t d)
{
	size_t i = (size_t)d & (ids->room - 1);

	while (ids->at[i].digest != 0 && ids->at[i].digest != d)
		i = (i + 1) & (ids->room - 1);
	return &ids->at[i];
}

static void make_room(struct package_ids *ids)
{
	struct package_ids old = *ids;

	if (ids->room == 0 && getrandom(ids->key, sizeof(ids->key), 0) != sizeof(ids->key))
		die("the computer gives no random numbers. Nothing was changed.");
	if (2 * ids->n < ids->room)
		return;
	ids->room = ids->room ? 2 * ids->room : ROOM_FIRST;
	ids->arena = (struct arena){ 0 };
	ids->at = arena_alloc_array(&ids->arena, ids->room, sizeof(*ids->at));
	for (size_t i = 0; i < old.room; i++)
		if (old.at[i].digest != 0)
			*slot_of(ids, old.at[i].digest) = old.at[i];
	arena_reset(&old.arena);
}

bool package_id_add(struct package_ids *ids, struct str id, uint32_t *number)
{
	struct package_id *slot;
	uint64_t d;

	make_room(ids);
	d = digest(ids, id);
	slot = slot_of(ids, d);
	if (slot->digest != 0) {
		*number = slot->number;
		return false;
	}
	*slot = (struct package_id){ d, (uint32_t)ids->n };
	*number = (uint32_t)ids->n++;
	return true;
}

uint32_t package_id_find(const struct package_ids *ids, struct str id)
{
	const struct package_id *slot;

	if (ids->room == 0)
		return PACKAGE_NO_ID;
	slot = slot_of(ids, digest(ids, id));
	return slot->digest != 0 ? slot->number : PACKAGE_NO_ID;
}

void package_ids_done(struct package_ids *ids)
{
	arena_reset(&ids->arena);
	*ids = (struct package_ids){ 0 };
}
