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

void digest_text(struct digest *d, struct str s)
{
	digest_int(d, (int64_t)s.n);
	if (s.n > 0)
		digest_add(d, s.at, s.n);
}

void digest_int(struct digest *d, int64_t n)
{
	uint64_t left = (uint64_t)n;
	uint8_t bytes[8];
	size_t i;

	for (i = 0; i < sizeof(bytes); i++) {
		bytes[i] = (uint8_t)(left & 0xff);
		left >>= 8;
	}
	digest_add(d, bytes, sizeof(bytes));
}

void digest_end(struct digest *d, uint8_t ret[DIGEST_BYTES])
{
	crypto_generichash_final(state_of(d), ret, DIGEST_BYTES);
	sodium_memzero(d, sizeof(*d));
}

bool digest_equal(const uint8_t a[DIGEST_BYTES], const uint8_t b[DIGEST_BYTES])
{
	return sodium_memcmp(a, b, DIGEST_BYTES) == 0;
}

void digest_hex(const uint8_t digest[DIGEST_BYTES], char ret[DIGEST_HEX_ROOM])
{
	sodium_bin2hex(ret, DIGEST_HEX_ROOM, digest, DIGEST_BYTES);
}

bool digest_parse(struct str hex, uint8_t ret[DIGEST_BYTES])
{
	uint8_t bytes[DIGEST_BYTES];
	size_t n;

	if (hex.n != 2 * (size_t)DIGEST_BYTES ||
	    sodium_hex2bin(bytes, sizeof(bytes), hex.at, hex.n, NULL, &n, NULL) != 0 ||
	    n != sizeof(bytes))
		return false;
	memcpy(ret, bytes, sizeof(bytes));
	return true;
}
