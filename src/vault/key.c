#include "vault/key.h"

#include "ready.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(KEY_BYTES == crypto_kdf_KEYBYTES, "data keys are crypto_kdf master keys");

void crypto_ready(void)
{
	if (sodium_init() < 0)
		die("the cryptographic library does not start");
}

void key_random(struct key *ret)
{
	crypto_ready();
	randombytes_buf(ret->bytes, sizeof(ret->bytes));
}

void key_derive(const struct key *k, const char *context, uint64_t id, struct key *ret)
{
	struct key sub;

	assert(strlen(context) == crypto_kdf_CONTEXTBYTES);
	crypto_ready();
	if (crypto_kdf_derive_from_key(sub.bytes, sizeof(sub.bytes), id, context, k->bytes) != 0)
		die("a sub-key cannot be derived");
	*ret = sub;
	key_wipe(&sub);
}

void key_wipe(struct key *k)
{
	sodium_memzero(k, sizeof(*k));
}
