#ifndef VAULT_HOLD_H
#define VAULT_HOLD_H

#include "keyfile.h"

/* The key file as read: what f.sealed points into is text. Done in any case with held_done(). */
struct held {
	struct keyfile f;
	struct buf text;
	int lock; /* -1: only read */
};
void held_done(struct held *h);

MUST_USE enum status keys_read(struct keys *k, struct held *h);

/* Read it to change it: alone, and only with the keys that it seals now. */
MUST_USE enum status keys_hold(struct keys *k, const struct keyring *ring, struct held *h);

/* What becomes of FILE.keys.old: the file before, or nothing that still opens what was removed. */
enum before { BEFORE_KEPT, BEFORE_GONE };

MUST_USE enum status keys_put(struct keys *k, const struct held *h, const struct keyring *ring,
                              enum before before);

/* May there be such an account? */
MUST_USE enum status account_check(struct keys *k, const struct keys_account *who, struct str pass);
/* An empty slot of that login and name. */
void slot_name(struct keys *k, const struct keys_account *who, struct slot *slot);
/* Make it open to that passphrase, and seal every key of the ring to it. */
MUST_USE enum status slot_fill(struct keys *k, const struct keyring *ring, struct str passphrase,
                               struct slot *slot);

enum status fault_damaged(struct keys *k);
enum status fault_memory(struct keys *k);

#endif
