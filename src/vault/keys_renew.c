#include "vault/keys.h"

#include "base/file.h"
#include "base/words.h"
#include "bech32.h"
#include "beside.h"
#include "hold.h"
#include "slot.h"

#include <string.h>

enum status keys_change_recovery(struct keys *k, const struct keyring *ring, struct recovery *ret)
{
	struct recovery paper;
	struct held h;
	enum status rc;
	size_t i;

	rc = keys_hold(k, ring, &h);
	if (rc == OK) {
		recovery_make(&paper, h.f.recovery);
		for (i = 0; i < ring->n; i++)
			key_seal(&ring->at[i], h.f.recovery, h.f.epoch[i].paper);
		rc = keys_put(k, &h, ring, BEFORE_GONE);
		if (rc == OK)
			*ret = paper;
		recovery_wipe(&paper);
	}
	held_done(&h);
	return rc;
}

enum status keys_recipient(struct keys *k, const struct keyring *ring, char ret[RECIPIENT_ROOM])
{
	struct held h;
	enum status rc;

	rc = keys_hold(k, ring, &h);
	if (rc == OK)
		bech32_encode("age", h.f.recovery, PUBLIC_BYTES, ret, RECIPIENT_ROOM);
	held_done(&h);
	return rc;
}

/* Make room for a new epoch in front, and seal a new key in it to everybody. */
static void epoch_push(struct keyfile *f, struct keyring *ring)
{
	size_t i;

	ring->at[1] = ring->at[0];
	key_random(&ring->at[0]);
	ring->n = f->epochs = 2;
	f->epoch[1] = f->epoch[0];
	f->epoch[0].number++;
	key_seal(&ring->at[0], f->recovery, f->epoch[0].paper);
	for (i = 0; i < f->slots.n; i++) {
		struct slot *slot = &f->slots.at[i];

		memcpy(slot->sealed[1], slot->sealed[0], SEALED_BYTES);
		key_seal(&ring->at[0], slot->public, slot->sealed[0]);
	}
}

/* Leave only that epoch. */
static void epoch_keep(struct keyfile *f, struct keyring *ring, size_t kept)
{
	size_t i;

	ring->at[0] = ring->at[kept];
	key_wipe(&ring->at[1]);
	ring->n = f->epochs = 1;
	f->epoch[0] = f->epoch[kept];
	for (i = 0; kept > 0 && i < f->slots.n; i++)
		memcpy(f->slots.at[i].sealed[0], f->slots.at[i].sealed[kept], SEALED_BYTES);
}

enum status keys_rotate_begin(struct keys *k, const struct keyring *ring, struct keyring *ret)
{
	struct keyring two = *ring;
	struct held h;
	enum status rc;

	rc = keys_hold(k, ring, &h);
	if (rc == OK && ring->n == EPOCHS)
		rc = FAULT(k, E_CONFLICT,
		           _("The case file is being moved to a new key already. End that first."));
	if (rc == OK) {
		epoch_push(&h.f, &two);
		rc = keys_put(k, &h, &two, BEFORE_KEPT);
	}
	if (rc == OK)
		*ret = two;
	keyring_wipe(&two);
	held_done(&h);
	return rc;
}

enum status keys_rotate_end(struct keys *k, const struct keyring *ring, const struct key *kept)
{
	struct keyring one = *ring;
	struct held h;
	enum status rc;
	size_t i;

	rc = keys_hold(k, ring, &h);
	for (i = 0; rc == OK && i < ring->n; i++)
		if (sodium_memcmp(ring->at[i].bytes, kept->bytes, KEY_BYTES) == 0)
			break;
	if (rc == OK && i == ring->n)
		rc = FAULT(k, E_NOT_FOUND, _("That key is not in the key file, which was kept."));
	if (rc == OK) {
		epoch_keep(&h.f, &one, i);
		rc = keys_put(k, &h, &one, BEFORE_GONE);
	}
	keyring_wipe(&one);
	held_done(&h);
	return rc;
}

enum status keys_mend(struct keys *k)
{
	const char *old = beside(k, ".keys.old");
	struct buf text = { 0 };
	struct keyfile f;
	struct held h;
	enum status rc;

	rc = keys_read(k, &h);
	held_done(&h);
	if (rc == OK)
		return FAULT(k, E_CONFLICT, _("The key file is sound, so it was kept as it is."));
	rc = file_read(old, KEYFILE_LIMIT, &text);
	if (rc != OK)
		rc = FAULT(k, rc, _("There is no copy %s of the key file that can be read."), old);
	else if (keyfile_parse(buf_str(&text), k->a, &f) != KEYFILE_READ)
		rc = FAULT(k, E_DAMAGED,
		           _("The copy %s is damaged as well. Take the key file of a backup."),
		           old);
	else
		rc = beside_put(k, beside(k, ".keys"), buf_str(&text), true);
	buf_done(&text);
	return rc;
}
