#ifndef VAULT_KEYS_H
#define VAULT_KEYS_H

#include "base/arena.h"
#include "base/status.h"
#include "vault/key.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * The key slots beside a case file: FILE.keys (its format: clew-file(5)), its previous copy
 * FILE.keys.old, and the count of wrong guesses, FILE.tries. A slot only opens; who may do what is
 * in the database, which is still closed when somebody signs in.
 *
 * A key file is written whole: killed at any moment, the old one or the new one is there. Writers
 * take turns under a lock.
 *
 *	struct keys k = { .path = "cases.clew", .a = &arena, .now = now, .cost = KEYS_COST };
 *	rc = keys_open(&k, "margaret", passphrase, &ring);
 *	if (rc != OK)
 *		say(k.fault);
 */

/* What one guess costs. Stored in each slot, so that later slots may cost more. */
struct keys_cost {
	uint32_t passes; /* 1..64 */
	uint32_t kib;    /* memory, 8 KiB .. 1 GiB */
};
#define KEYS_COST ((struct keys_cost){ .passes = 3, .kib = 128 * 1024 })

struct keys {
	const char *path;      /* of the case file */
	struct arena *a;       /* owns fault and lists; nothing secret is put there */
	int64_t now;           /* UTC seconds: for the count of guesses */
	struct keys_cost cost; /* of the slots that are made */
	const char *fault;     /* on failure: what happened, what was kept, what to do */
	int wait;          /* on E_BUSY from keys_open(): seconds until a guess is taken again */
	int missed;        /* on OK from keys_open(): wrong guesses since the last right one … */
	int64_t missed_at; /* … and when the last of them was, UTC seconds */
};

/*
 * The data keys that an account or the recovery key opens: at[0] is the newest. There are two only
 * while the case file is being moved to a new key: until it was renamed into place and that was
 * confirmed, it may be under either. Wipe it with keyring_wipe().
 */
struct keyring {
	size_t n;
	struct key at[2];
};
void keyring_wipe(struct keyring *ring);

struct keys_account {
	const char
		*login; /* 1..32 of a-z 0-9 . _ -, the first a letter or digit; typed in any case */
	const char *name; /* as people say it: UTF-8, one line, 1..160 bytes */
};
struct keys_account_list {
	size_t n;
	struct keys_account *at;
	bool typed; /* who signs in types a login: none of these is to be shown */
};

/* The recovery key as printed on paper: an age identity, AGE-SECRET-KEY-1 and 58 characters. */
#define RECOVERY_ROOM         75
#define RECOVERY_GROUPED_ROOM 87
struct recovery {
	char text[RECOVERY_ROOM];
};
/* In groups of five after the prefix, between blanks: 86 columns, to be broken at blanks. */
void recovery_grouped(const struct recovery *r, char ret[RECOVERY_GROUPED_ROOM]);
void recovery_wipe(struct recovery *r);

/* The age recipient that backups are sealed to: age1 and 58 characters. */
#define RECIPIENT_ROOM 63

/*
 * A new key file with a new data key, one account and the recovery key. The caller shows the
 * recovery key once, and wipes it. E_EXISTS (kept), E_INVALID (login, name, empty passphrase),
 * E_STORE (not enough memory), E_IO.
 */
MUST_USE enum status keys_create(struct keys *k, const struct keys_account *first,
                                 struct str passphrase, struct keyring *ret,
                                 struct recovery *recovery);

/*
 * What a passphrase opens. The guess is counted, and the count synced, before it is looked at: at
 * most ten in any five minutes for one login, from however many processes; a right one takes the
 * count away. An unknown login costs and says the same as a wrong passphrase.
 *
 * E_DENIED: login and passphrase do not go together. E_BUSY: too many guesses, k->wait says how
 * long; nothing was looked at. E_STORE: not enough memory. E_DAMAGED: the key file is. E_NOT_FOUND:
 * there is none. E_IO.
 */
MUST_USE enum status keys_open(struct keys *k, const char *login, struct str passphrase,
                               struct keyring *ret);

/*
 * The same with the key on paper, typed in any case, with or without blanks. E_INVALID: it holds a
 * mistake. E_DENIED: it belongs to another file. E_DAMAGED, E_NOT_FOUND, E_IO.
 */
MUST_USE enum status keys_open_recovery(struct keys *k, struct str typed, struct keyring *ret);

/*
 * Changes of the key file. ring is what keys_open() gave; E_CONFLICT when it does not open the file
 * as it is now (sign in again). All keep the file as it was on failure.
 *
 * Adding keeps the file before as FILE.keys.old. Changing a passphrase and removing an account
 * overwrite that copy too, so that what was taken away opens no file that we keep. An older copy
 * elsewhere still opens with it: only keys_rotate_begin() and a rewritten case file help then.
 *
 * E_INVALID, E_EXISTS (login taken), E_NOT_FOUND (no such login), E_CONFLICT (also: the last
 * account), E_STORE, E_DAMAGED, E_IO.
 */
MUST_USE enum status keys_add_account(struct keys *k, const struct keyring *ring,
                                      const struct keys_account *who, struct str passphrase);
MUST_USE enum status keys_change_passphrase(struct keys *k, const struct keyring *ring,
                                            const char *login, struct str passphrase);
MUST_USE enum status keys_remove_account(struct keys *k, const struct keyring *ring,
                                         const char *login);

/* Whether the sign-in lists who has an account, or everybody types their login. */
MUST_USE enum status keys_say_typed(struct keys *k, const struct keyring *ring, bool typed);

/* Another recovery key instead of the one on paper, which from then on opens nothing here. */
MUST_USE enum status keys_change_recovery(struct keys *k, const struct keyring *ring,
                                          struct recovery *ret);

/*
 * Moving the case file to a new data key. begin puts a new key beside the one in use, for every
 * account and the recovery key: *ret holds both. When the rewritten case file stands in its place,
 * end leaves only the key it is under (or, given up, the old one) in FILE.keys and its old copy.
 * E_CONFLICT from begin: two keys stand already.
 */
MUST_USE enum status keys_rotate_begin(struct keys *k, const struct keyring *ring,
                                       struct keyring *ret);
MUST_USE enum status keys_rotate_end(struct keys *k, const struct keyring *ring,
                                     const struct key *kept);

/* Login and name of every account, in the order they were added; strings belong to k->a. */
MUST_USE enum status keys_list(struct keys *k, struct keys_account_list *ret);

/* The recipient of the recovery key. Open the file first: only then is it known to be true. */
MUST_USE enum status keys_recipient(struct keys *k, const struct keyring *ring,
                                    char ret[RECIPIENT_ROOM]);

/*
 * The Desk without a name: a slot like any other, whose secret is made by chance and lies beside the
 * case file in FILE.desk for whoever may read that, with the instant until which it is good (UTC
 * seconds; 0: until it is taken away). Whoever has both files can open the case file, so on a machine
 * where it is on, the key file keeps out nobody who can read the folder.
 */
#define KEYS_DESK_LOGIN "desk"

/* Put it on, or on anew: another secret, and what was there opens nothing any more. */
MUST_USE enum status keys_desk_put(struct keys *k, const struct keyring *ring, const char *name,
                                   int64_t until);
/* Take it away: file and slot. OK when there is none. */
MUST_USE enum status keys_desk_remove(struct keys *k, const struct keyring *ring);
/* Is it on at k->now? Nothing is opened. */
bool keys_desk_on(struct keys *k);
/* E_NOT_FOUND: it is not on. Else as keys_open(). */
MUST_USE enum status keys_desk_open(struct keys *k, struct keyring *ret);

/* Take the count of wrong guesses away for one login (a coordinator's unlock). E_IO. */
MUST_USE enum status keys_forgive(struct keys *k, const char *login);

/* Is FILE.keys damaged, and FILE.keys.old sound? */
bool keys_mendable(struct keys *k);

/* Put FILE.keys.old in the place of a damaged FILE.keys. E_CONFLICT: that one is sound. */
MUST_USE enum status keys_mend(struct keys *k);

#endif
