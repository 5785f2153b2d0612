#ifndef VAULT_BECH32_H
#define VAULT_BECH32_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Bech32 of BIP-173, as age uses it: a prefix, the digit 1, five bits a character, and six
 * characters of check that find every mistake in up to four characters.
 */

/* prefix (lower case) and n bytes as lower-case text. room is enough or it is a bug. */
void bech32_encode(const char *prefix, const uint8_t *at, size_t n, char *ret, size_t room);

/* Is that Bech32: its check agrees, one case throughout? *prefix: characters before the last 1. */
bool bech32_valid(struct str text, size_t *prefix);

/* The n bytes of a text with that prefix (lower case). ret is left alone on failure. */
bool bech32_decode(struct str text, const char *prefix, uint8_t *ret, size_t n);

#endif
