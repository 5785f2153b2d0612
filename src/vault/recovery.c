#include "slot.h"

#include "bech32.h"
#include "ready.h"

#include <string.h>

#define PREFIX "age-secret-key-"
#define GROUP  5

void recovery_make(struct recovery *ret, uint8_t public[PUBLIC_BYTES])
{
	uint8_t secret[SECRET_BYTES];
	char *c;

	crypto_ready();
	crypto_box_keypair(public, secret);
	bech32_encode(PREFIX, secret, sizeof(secret), ret->text, sizeof(ret->text));
	for (c = ret->text; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	sodium_memzero(secret, sizeof(secret));
}

/* As typed, without white space, in lower case. False when it is too long to be one. */
static bool typed_clean(struct str typed, char ret[RECOVERY_ROOM])
{
	size_t n = 0, i;

	for (i = 0; i < typed.n; i++) {
		char c = typed.at[i];

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
			continue;
		if (n == RECOVERY_ROOM - 1)
			return false;
		ret[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	ret[n] = '\0';
	return true;
}

bool recovery_parse(struct str typed, uint8_t secret[SECRET_BYTES], uint8_t public[PUBLIC_BYTES])
{
	char clean[RECOVERY_ROOM];
	bool good;

	crypto_ready();
	good = typed_clean(typed, clean) &&
	       bech32_decode(str_of(clean), PREFIX, secret, SECRET_BYTES) &&
	       crypto_scalarmult_base(public, secret) == 0;
	sodium_memzero(clean, sizeof(clean));
	return good;
}

void recovery_grouped(const struct recovery *r, char ret[RECOVERY_GROUPED_ROOM])
{
	size_t prefix = sizeof(PREFIX "1") - 1, n = strlen(r->text), out = 0, i;

	for (i = 0; i < n; i++) {
		if (i >= prefix && (i - prefix) % GROUP == 0)
			ret[out++] = ' ';
		ret[out++] = r->text[i];
	}
	ret[out] = '\0';
}

void recovery_wipe(struct recovery *r)
{
	sodium_memzero(r, sizeof(*r));
}
