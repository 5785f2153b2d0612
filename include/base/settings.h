#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include "base/arena.h"

#include <stdbool.h>

/*
 * What the environment says, read once at start (before it is cleared), so that nothing below main
 * asks for it again. No text is NULL: what is not set is "". Command line options win over it.
 */
struct settings {
	const char
		*case_file; /* $CLEW_FILE, else clew/clew.db under the data home; "" without one */
	const char *login;  /* $CLEW_LOGIN */
	const char *state_folder; /* clew under the state home; "" without one */
	const char *home;         /* $HOME, when it is an absolute path */
	const char *term;         /* $TERM */
	const char *editor;       /* $EDITOR */
	const char
		*place; /* where from: "pts/4 from 10.1.2.3, Europe/London +00:00, boot 1a2b3c4d" */
	bool no_color;  /* $NO_COLOR is not empty */
	bool accessible; /* $ACCESSIBLE is not empty */
	bool remote;     /* $SSH_CONNECTION is not empty */
};

/*
 * The data home is $XDG_DATA_HOME, else $HOME/.local/share; the state home $XDG_STATE_HOME, else
 * $HOME/.local/state. A relative path in one of those three counts as not set, as the base directory
 * specification says. $CLEW_FILE may be relative. Strings belong to a.
 */
struct settings settings_read(struct arena *a);

#endif
