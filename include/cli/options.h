#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/day.h"
#include "base/settings.h"
#include "base/status.h"

#include <stdbool.h>

/* The command line. Strings belong to argv and the settings. */
struct options {
	const char *file;         /* case file */
	const char *login;        /* NULL: ask */
	const char *state_folder; /* for counts that need no signing in; "" without one */
	const char *place;        /* where somebody sits, as struct settings has it */
	int passphrase_fd;        /* -1: ask */
	day today;                /* DAY_NONE: the clock's */
	int lock_after;           /* minutes without a key; 0: as the file says */
	bool demo, read_only, no_mouse, accessible, help, version;
	int argc; /* the command and its arguments; 0: the screens */
	char **argv;
};

/* E_USAGE with one sentence in fault. */
MUST_USE enum status options_parse(int argc, char **argv, const struct settings *env,
                                   struct options *ret, char fault[256]);

/* What --help prints: the options, and the commands from their table. */
void options_help(void);

#endif
