#ifndef VAULT_SLOT_H
#define VAULT_SLOT_H

#include "keyfile.h"

/*
 * One slot: made from a passphrase, opened by it. Nothing here reads or writes a file, and every
 * secret on the way is wiped.
 */

/* Fills cost, salt, public, box. False: there was not enough memory for cost. */
bool slot_make(struct slot *slot, struct str passphrase, struct keys_cost cost);

/* The X25519 secret key. E_DENIED: another passphrase. E_STORE: not enough memory. E_DAMAGED. */
MUST_USE enum status slot_open(const struct slot *slot, struct str passphrase,
                               uint8_t ret[SECRET_BYTES]);

/* A slot that opens with nothing and costs as much as this one, the same for the same login. */
struct slot slot_of_nobody(const struct slot *like, const char *login);

void key_seal(const struct key *key, const uint8_t public[PUBLIC_BYTES], uint8_t ret[SEALED_BYTES]);
bool key_unseal(const uint8_t sealed[SEALED_BYTES], const uint8_t public[PUBLIC_BYTES],
                const uint8_t secret[SECRET_BYTES], struct key *ret);

/* The recovery key's two halves. recovery_parse() takes any case, and blanks anywhere. */
void recovery_make(struct recovery *ret, uint8_t public[PUBLIC_BYTES]);
bool recovery_parse(struct str typed, uint8_t secret[SECRET_BYTES], uint8_t public[PUBLIC_BYTES]);

#endif
