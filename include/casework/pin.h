#ifndef CASEWORK_PIN_H
#define CASEWORK_PIN_H

#include "base/status.h"
#include "base/str.h"
#include "vault/digest.h"
#include "vault/key.h"

#include <stdbool.h>

/*
 * The PIN of one session: six digits, chosen after the passphrase on shared machines, that open the
 * lock screen for half an hour. It is nowhere but in the memory of this process, and there only as a
 * digest under a key made for it alone.
 *
 *	session_pin_locked(s);                    the screen locks
 *	if (session_pin_good(s))                  ask for the PIN, else for the passphrase
 *		rc = session_pin_try(s, typed);
 *
 * All of them go by s->boot_ms, which counts suspend: session_tick() first.
 */
#define PIN_DIGITS 6
#define PIN_TRIES  3

struct session;

struct pin {
	bool set;
	int tries;         /* wrong ones since it was locked */
	int64_t locked_ms; /* boot clock; 0: not locked */
	struct key key;
	uint8_t digest[DIGEST_BYTES];
};

/* Six digits: is it written as a PIN? */
bool pin_written(struct str typed);

/* E_INVALID with its sentence: not six digits, or what everybody tries first (111111, 123456). */
MUST_USE enum status session_pin_set(struct session *s, struct str typed);

/* The screen has locked: the half hour (s->service.pin_minutes) runs. Locked already: as it was. */
void session_pin_locked(struct session *s);

/* Would a right PIN open it now? Not when there is none, three were wrong, it is late, or s ended. */
bool session_pin_good(const struct session *s);

/* OK: not locked any more. E_DENIED with how many tries are left; after the third the PIN is gone. */
MUST_USE enum status session_pin_try(struct session *s, struct str typed);

/* The passphrase was given in its stead: no longer locked, the PIN holds on if it is still there. */
void session_pin_unlocked(struct session *s);

void session_pin_forget(struct session *s);

#endif
