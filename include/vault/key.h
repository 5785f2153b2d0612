#ifndef VAULT_KEY_H
#define VAULT_KEY_H

#include <stdint.h>

/* The file's data key: 32 random bytes. Sub-keys are derived from it; it is never written in clear. */
#define KEY_BYTES 32

struct key {
	uint8_t bytes[KEY_BYTES];
};

/* From the system's random source. */
void key_random(struct key *ret);

/*
 * A sub-key: BLAKE2b keyed by k over context and id (crypto_kdf of libsodium). Another context or
 * another id gives an unrelated key, and none of them tells anything of k. context is exactly eight
 * characters that name the use: "clewpage". ret may be k.
 */
void key_derive(const struct key *k, const char *context, uint64_t id, struct key *ret);

/* Zeroes it so that the compiler cannot leave it out. */
void key_wipe(struct key *k);

#endif
