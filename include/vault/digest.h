#ifndef VAULT_DIGEST_H
#define VAULT_DIGEST_H

#include "vault/key.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>

/*
 * BLAKE2b, 32 bytes. With a key, a sub-key is derived for the purpose first, so that a digest made
 * for one thing never passes for another's. purpose: exactly 8 characters, "events  ".
 *
 *	struct digest d;
 *	uint8_t sum[DIGEST_BYTES];
 *	digest_init(&d, key, "events  ");
 *	digest_add(&d, at, n);
 *	digest_end(&d, sum);
 */
#define DIGEST_BYTES 32

struct digest {
	alignas(64) unsigned char state[384]; /* libsodium's, held to its size by digest.c */
};

void digest_init(struct digest *d, const struct key *key,
                 const char *purpose); /* key may be NULL */
void digest_add(struct digest *d, const void *at, size_t n);
void digest_end(struct digest *d, uint8_t ret[DIGEST_BYTES]); /* d is wiped */

#endif
