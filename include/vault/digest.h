#ifndef VAULT_DIGEST_H
#define VAULT_DIGEST_H

#include "base/str.h"
#include "vault/key.h"

#include <stdalign.h>
#include <stdbool.h>
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
#define DIGEST_BYTES    32
#define DIGEST_HEX_ROOM (2 * DIGEST_BYTES + 1)

struct digest {
	alignas(64) unsigned char state[384]; /* libsodium's, held to its size by digest.c */
};

void digest_init(struct digest *d, const struct key *key,
                 const char *purpose); /* key may be NULL */
void digest_add(struct digest *d, const void *at, size_t n);

/*
 * One field: its length first (8 bytes, lowest first), so that "ab","c" and "a","bc" differ.
 * An integer is 8 bytes, lowest first, and needs no length.
 */
void digest_text(struct digest *d, struct str s);
void digest_int(struct digest *d, int64_t n);

void digest_end(struct digest *d, uint8_t ret[DIGEST_BYTES]); /* d is wiped */

/* In the same time wherever they differ. */
bool digest_equal(const uint8_t a[DIGEST_BYTES], const uint8_t b[DIGEST_BYTES]);

void digest_hex(const uint8_t digest[DIGEST_BYTES], char ret[DIGEST_HEX_ROOM]); /* lower case */
bool digest_parse(struct str hex, uint8_t ret[DIGEST_BYTES]); /* 64 digits, either case */

#endif
