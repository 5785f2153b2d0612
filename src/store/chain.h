#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include "base/status.h"
#include "base/str.h"
#include "vault/digest.h"

#include <stdint.h>

/*
 * The chain of events. The digest of a row's image is keyed BLAKE2b over its salt and body, so that
 * erasure can empty both; the link of an event is keyed BLAKE2b over the link before it, the
 * event's own fields, and the keys and digests of its rows in order. Numbers go in as 8 bytes, the
 * low one first, NULL as the lowest there is; text as its length and its bytes, none as no bytes. The first event
 * follows 32 zeros.
 */
#define SALT_BYTES 16
#define CHAIN_NULL INT64_MIN

struct chain_event {
	int64_t id, at, account, roles, session, person, rows, undoes;
	struct str kind, what, via;
};

struct chain_row {
	int64_t seq, person;
	struct str table, key, kind;
};

void chain_digest(const struct key *key, const uint8_t salt[SALT_BYTES], struct str body,
                  uint8_t ret[DIGEST_BYTES]);

void chain_begin(struct digest *d, const struct key *key, const uint8_t before[DIGEST_BYTES],
                 const struct chain_event *e);
void chain_row(struct digest *d, const struct chain_row *row, const uint8_t digest[DIGEST_BYTES]);
/* digest_end() gives the link. */

/*
 * Whether st->key is the one that the events were made with: what is written under another breaks
 * the chain. E_CONFLICT: it is not.
 */
struct store;
MUST_USE enum status chain_check_key(struct store *st);

#endif
