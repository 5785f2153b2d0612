#include "slot.h"

#include "ready.h"

#include <string.h>

/* The key that the secret half is boxed under. */
static bool passphrase_stretch(const struct slot *slot, struct str passphrase, struct key *ret)
{
	return crypto_pwhash(ret->bytes, sizeof(ret->bytes), passphrase.n ? passphrase.at : "",
	                     passphrase.n, slot->salt, slot->cost.passes,
	                     (size_t)slot->cost.kib * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

bool slot_make(struct slot *slot, struct str passphrase, struct keys_cost cost)
{
	uint8_t secret[SECRET_BYTES];
	struct key stretched;
	bool made;

	crypto_ready();
	slot->cost = cost;
	randombytes_buf(slot->salt, sizeof(slot->salt));
	randombytes_buf(slot->box, NONCE_BYTES);
	crypto_box_keypair(slot->public, secret);
	made = passphrase_stretch(slot, passphrase, &stretched);
	if (made)
		crypto_secretbox_easy(slot->box + NONCE_BYTES, secret, sizeof(secret), slot->box,
		                      stretched.bytes);
	sodium_memzero(secret, sizeof(secret));
	key_wipe(&stretched);
	return made;
}

enum status slot_open(const struct slot *slot, struct str passphrase, uint8_t ret[SECRET_BYTES])
{
	uint8_t secret[SECRET_BYTES], public[PUBLIC_BYTES];
	struct key stretched;
	enum status rc = OK;

	crypto_ready();
	if (!passphrase_stretch(slot, passphrase, &stretched))
		return E_STORE;
	if (crypto_secretbox_open_easy(secret, slot->box + NONCE_BYTES, BOX_BYTES - NONCE_BYTES,
	                               slot->box, stretched.bytes) != 0)
		rc = E_DENIED;
	else if (crypto_scalarmult_base(public, secret) != 0 ||
	         sodium_memcmp(public, slot->public, sizeof(public)) != 0)
		rc = E_DAMAGED;
	else
		memcpy(ret, secret, sizeof(secret));
	sodium_memzero(secret, sizeof(secret));
	key_wipe(&stretched);
	return rc;
}

struct slot slot_of_nobody(const struct slot *like, const char *login)
{
	struct slot slot = { .cost = like->cost };

	crypto_ready();
	crypto_generichash(slot.salt, sizeof(slot.salt), (const unsigned char *)login,
	                   strlen(login), like->salt, sizeof(like->salt));
	return slot;
}

void key_seal(const struct key *key, const uint8_t public[PUBLIC_BYTES], uint8_t ret[SEALED_BYTES])
{
	if (crypto_box_seal(ret, key->bytes, sizeof(key->bytes), public) != 0)
		die("a public key in the key file is none");
}

bool key_unseal(const uint8_t sealed[SEALED_BYTES], const uint8_t public[PUBLIC_BYTES],
                const uint8_t secret[SECRET_BYTES], struct key *ret)
{
	return crypto_box_seal_open(ret->bytes, sealed, SEALED_BYTES, public, secret) == 0;
}
