#include "vault/digest.h"

#include "base/die.h"

#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(struct digest) >= sizeof(crypto_generichash_state), "room for the state");
_Static_assert(KEY_BYTES == crypto_kdf_KEYBYTES, "a key is a key to derive from");

static crypto_generichash_state *state_of(struct digest *d)
{
	return (crypto_generichash_state *)(void *)d->state;
}

void digest_init(struct digest *d, const struct key *key, const char *purpose)
{
	uint8_t sub[KEY_BYTES];

	if (sodium_init() < 0)
		die("the machine gives no random numbers");
	if (!key) {
		crypto_generichash_init(state_of(d), NULL, 0, DIGEST_BYTES);
		return;
	}
	if (strlen(purpose) != crypto_kdf_CONTEXTBYTES)
		die("a digest's purpose has 8 characters, not \"%s\"", purpose);
	crypto_kdf_derive_from_key(sub, sizeof(sub), 1, purpose, key->bytes);
	crypto_generichash_init(state_of(d), sub, sizeof(sub), DIGEST_BYTES);
	sodium_memzero(sub, sizeof(sub));
}

void digest_add(struct digest *d, const void *at, size_t n)
{
	crypto_generichash_update(state_of(d), at, n);
}

void digest_end(struct digest *d, uint8_t ret[DIGEST_BYTES])
{
	crypto_generichash_final(state_of(d), ret, DIGEST_BYTES);
	sodium_memzero(d, sizeof(*d));
}
