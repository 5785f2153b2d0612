#ifndef CASEWORK_ACCOUNTS_H
#define CASEWORK_ACCOUNTS_H

#include "casework/session.h"

/*
 * Who may sign in: the rows of the case file and the slots of the key file beside it. What is done is
 * on record in the case file before the key file changes, so that nothing ever opens the file that
 * nobody can see; killed between the two, the same act again mends it. (One's own passphrase is the
 * other way round: what one has typed opens it, whatever happens after.)
 *
 * All but the last two take a coordinator with a fresh passphrase. Nobody closes or resets themselves,
 * and the last coordinator who may sign in stays one. In the demonstration there is no key file:
 * codes are shown, and open nothing.
 */

/* A one-time code: four plain words to read out, good for 24 hours, used up by choosing a passphrase. */
#define CODE_WORDS 4
#define CODE_HOURS 24

/* By name, closed ones last; last_at: their last sign-in, 0 when never. */
struct account_row {
	struct account account;
	int64_t last_at;
	bool slot; /* the key file has a slot of that login */
};
struct account_rows {
	size_t n;
	struct account_row *at;
};
MUST_USE enum status casework_accounts(struct session *s, struct arena *a,
                                       struct account_rows *ret);

/*
 * A new one, of which login, name, roles, phone and vetted_on are taken. *code is what it first signs
 * in with; it belongs to a, which is wiped by the caller. Roles that take two people are left out and
 * are in wanted, to be asked for with casework_ask_approval(); who would have none else is a volunteer
 * until then. E_INVALID with problems by field, E_EXISTS.
 */
struct new_account {
	struct account account;
	struct str passphrase; /* instead of a code: typed by whoever it is for, and it stands */
};
struct made_account {
	struct account_id id;
	const char *code;
	unsigned wanted; /* roles that a second person has to agree to */
};
MUST_USE enum status casework_add_account(struct session *s, const struct new_account *x,
                                          struct arena *a, struct problems *problems,
                                          struct made_account *ret);

/*
 * Name, roles, phone and day of vetting, as x says; ver must be what was read. E_CONFLICT. Roles that
 * take two people stay as they are: *wanted has them.
 */
MUST_USE enum status casework_change_account(struct session *s, const struct account *x,
                                             struct arena *a, struct problems *problems,
                                             unsigned *wanted);

/* It signs in no more, and open sessions of it end at their next key. Closed already: its slot goes. */
MUST_USE enum status casework_close_account(struct session *s, struct account_id id);
/* Open again, with a code, and with the roles that one person gives. E_CONFLICT: it is not closed. */
MUST_USE enum status casework_open_account(struct session *s, struct account_id id, struct arena *a,
                                           const char **code);
/* Forgotten: a one-time code in the passphrase's place. */
MUST_USE enum status casework_account_code(struct session *s, struct account_id id, struct arena *a,
                                           const char **code);
/* Nobody waits any more after wrong tries. */
MUST_USE enum status casework_unlock_account(struct session *s, struct account_id id);

/*
 * One's own passphrase, the one in use given within five minutes; a one-time code is used up by it.
 * E_INVALID with its sentence where it will not do.
 */
MUST_USE enum status casework_change_passphrase(struct session *s, struct str passphrase);

/*
 * Nobody can sign in: with the recovery key from paper, a one-time code for login, which must be an
 * account that is a coordinator's and open. The case file says so as done by nobody.
 */
struct recover {
	const char *path, *login, *place;
	struct str recovery;
};
MUST_USE enum status casework_recover_account(const struct recover *how, struct arena *a,
                                              const char **code, const char **fault);

#endif
