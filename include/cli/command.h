#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

struct session;

/*
 * Sign in as the options say: the demonstration, or the case file with login and passphrase from
 * their descriptor or the terminal. On failure the sentence is already on stderr. End *ret with
 * casework_sign_out() when it is not NULL.
 */
MUST_USE enum status cli_sign_in(const struct options *o, struct session **ret);

/*
 * There is no case file yet: ask everything `clew init` asks, make it, and sign its first account in.
 */
MUST_USE enum status cli_first_run(const struct options *o, struct session **ret);

/* Run the command of o->argv[0]. Returns the exit status. */
int cli_run(const struct options *o);

/* "clew: what happened: why. What to do." on stderr; shown text is made safe. */
void cli_complain(const char *fmt, ...) PRINTF_LIKE(1, 2);

#endif
