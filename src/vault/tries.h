#ifndef VAULT_TRIES_H
#define VAULT_TRIES_H

#include "base/status.h"
#include "keyfile.h"

/*
 * The count of guesses in FILE.tries: one line a login, "LOGIN COUNT AT MISSED", AT the UTC second of
 * the last guess that was taken, MISSED the wrong ones since the last right one. Five are free; from then on the next one waits 5, 10, 20, 40 and 80
 * seconds, and 300 from the tenth on, so that any 300 seconds hold ten at most. An hour without a
 * guess, or a right one, takes the count away: waiting it out is slower than going on. What an account
 * missed stands until it is signed in to, for whoever does to be told. A clock that
 * was turned back makes the wait start again, never shorter and never longer than twice 300.
 *
 * A count that cannot be read stands for the longest wait for everybody, once. Lines of logins that
 * are no account are kept for the 200 last of them, so that the file cannot be made to grow.
 */
#define TRIES_PER_SPAN 10
#define TRIES_SPAN     300

/*
 * Count one guess for that login, synced before it returns. f tells accounts from other logins.
 * OK: look at it. E_BUSY: do not, and k->wait and k->fault say when. E_IO: it could not be counted,
 * so it must not be looked at.
 */
MUST_USE enum status tries_count(struct keys *k, const struct keyfile *f, const char *login);

/* The guess was right: all goes. A coordinator's unlock: nobody waits, but what was missed stays. */
enum forget { FORGET_ALL, FORGET_WAIT };
MUST_USE enum status tries_forget(struct keys *k, const struct keyfile *f, const char *login,
                                  enum forget forget);

#endif
