#include "vault/keys.h"

#include "base/words.h"
#include "beside.h"
#include "hold.h"
#include "slot.h"
#include "tries.h"

#include <string.h>

void keyring_wipe(struct keyring *ring)
{
	sodium_memzero(ring, sizeof(*ring));
}

enum status keys_create(struct keys *k, const struct keys_account *first, struct str passphrase,
                        struct keyring *ret, struct recovery *recovery)
{
	struct keyfile f = { .epochs = 1, .epoch[0].number = 1 };
	struct recovery paper = { 0 };
	struct keyring ring = { .n = 1 };
	struct buf text = { 0 };
	struct slot slot;
	enum status rc;

	rc = account_check(k, first, passphrase);
	if (rc != OK)
		return rc;
	key_random(&ring.at[0]);
	slot_name(k, first, &slot);
	rc = slot_fill(k, &ring, passphrase, &slot);
	if (rc != OK)
		goto done;
	*ARENA_PUSH(k->a, &f.slots) = slot;
	recovery_make(&paper, f.recovery);
	key_seal(&ring.at[0], f.recovery, f.epoch[0].paper);
	keyfile_print(&f, &ring, &text);
	rc = beside_put(k, beside(k, ".keys"), buf_str(&text), false);
	if (rc != OK)
		goto done;
	*ret = ring;
	*recovery = paper;
done:
	buf_done(&text);
	keyring_wipe(&ring);
	recovery_wipe(&paper);
	return rc;
}

/* The data keys that a secret half opens: of a slot, or (NULL) of the recovery key. */
static enum status ring_open(struct keys *k, const struct keyfile *f, const struct slot *slot,
                             const uint8_t secret[SECRET_BYTES], struct keyring *ret)
{
	const uint8_t *public = slot ? slot->public : f->recovery;
	struct keyring ring = { .n = f->epochs };
	bool good = true;
	size_t i;

	for (i = 0; i < f->epochs; i++)
		good = key_unseal(slot ? slot->sealed[i] : f->epoch[i].paper, public, secret,
		                  &ring.at[i]) &&
		       good;
	good = good && keyfile_true(f, &ring);
	if (good)
		*ret = ring;
	keyring_wipe(&ring);
	return good ? OK : fault_damaged(k);
}

/* Logins are small letters; "?" for what can be no login. */
static void login_fold(const char *typed, char ret[LOGIN_ROOM])
{
	size_t i;

	memset(ret, 0, LOGIN_ROOM);
	for (i = 0; i < LOGIN_ROOM - 1 && typed[i]; i++)
		ret[i] = typed[i] >= 'A' && typed[i] <= 'Z' ? (char)(typed[i] - 'A' + 'a')
		                                            : typed[i];
	if (typed[i] || !login_valid(ret))
		memcpy(ret, "?", sizeof("?"));
}

static enum status guess_look(struct keys *k, const struct keyfile *f, const char *login,
                              struct str passphrase, struct keyring *ret)
{
	struct slot nobody = slot_of_nobody(&f->slots.at[0], login);
	const struct slot *slot = keyfile_slot(f, login);
	uint8_t secret[SECRET_BYTES];
	enum status rc;

	rc = slot_open(slot ? slot : &nobody, passphrase, secret);
	if (rc == E_STORE)
		return fault_memory(k);
	if (rc == E_DENIED)
		return FAULT(k, E_DENIED,
		             _("That login and that passphrase do not go together. Nothing was "
		               "opened. Try again."));
	if (rc != OK)
		return fault_damaged(k);
	rc = ring_open(k, f, slot, secret, ret);
	sodium_memzero(secret, sizeof(secret));
	return rc;
}

enum status keys_open(struct keys *k, const char *login, struct str passphrase, struct keyring *ret)
{
	char folded[LOGIN_ROOM];
	struct held h;
	enum status rc;

	k->wait = k->missed = 0;
	k->missed_at = 0;
	login_fold(login, folded);
	rc = keys_read(k, &h);
	if (rc == OK)
		rc = tries_count(k, &h.f, folded);
	if (rc == OK)
		rc = guess_look(k, &h.f, folded, passphrase, ret);
	/* A count that stays behind only makes the next mistake dearer. */
	if (rc == OK && tries_forget(k, &h.f, folded, FORGET_ALL) != OK)
		k->fault = NULL;
	held_done(&h);
	return rc;
}

enum status keys_open_recovery(struct keys *k, struct str typed, struct keyring *ret)
{
	uint8_t secret[SECRET_BYTES] = { 0 }, public[PUBLIC_BYTES];
	struct held h;
	enum status rc;

	rc = keys_read(k, &h);
	if (rc != OK)
		goto done;
	if (!recovery_parse(typed, secret, public))
		rc = FAULT(k, E_INVALID,
		           _("That recovery key holds a mistake. Nothing was opened. Compare it "
		             "with the paper, five characters at a time."));
	else if (memcmp(public, h.f.recovery, sizeof(public)) != 0)
		rc = FAULT(k, E_DENIED,
		           _("That recovery key is sound, but not of this case file. Nothing was "
		             "opened. Look for a newer paper."));
	else
		rc = ring_open(k, &h.f, NULL, secret, ret);
done:
	sodium_memzero(secret, sizeof(secret));
	held_done(&h);
	return rc;
}

enum status keys_list(struct keys *k, struct keys_account_list *ret)
{
	struct keys_account_list list = { 0 };
	struct held h;
	enum status rc;
	size_t i;

	rc = keys_read(k, &h);
	for (i = 0; rc == OK && i < h.f.slots.n; i++) {
		const struct slot *slot = &h.f.slots.at[i];
		struct keys_account *who = ARENA_PUSH(k->a, &list);

		who->login = arena_strdup(k->a, slot->login);
		who->name = slot->name;
	}
	if (rc == OK) {
		list.typed = h.f.typed;
		*ret = list;
	}
	held_done(&h);
	return rc;
}

enum status keys_forgive(struct keys *k, const char *login)
{
	char folded[LOGIN_ROOM];
	struct held h;
	enum status rc;

	login_fold(login, folded);
	rc = keys_read(k, &h);
	if (rc == OK)
		rc = tries_forget(k, &h.f, folded, FORGET_WAIT);
	held_done(&h);
	return rc;
}
