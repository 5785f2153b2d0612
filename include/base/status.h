#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include "base/attr.h"

/*
 * What came of a call, named by what the caller can do about it. OK is 0, the rest negative.
 * The sentence that says what happened stays with whoever met it (store_fault(), session_fault());
 * nobody on the way up rewords it.
 */
#define STATUS_TABLE(X)                                                                          \
	X(OK, 0, 0)                                                                              \
	X(E_NOT_FOUND, -1, 1) /* no such thing */                                                \
	X(E_INVALID, -2, 1)   /* the input cannot be used: say why, keep it, let it be mended */ \
	X(E_CONFLICT, -3, 1)  /* somebody else changed it since, or it is in the wrong state */  \
	X(E_DENIED, -4, 4)    /* not allowed for this account, or a wrong passphrase */          \
	X(E_BUSY, -5, 3)      /* somebody else is writing: worth a retry */                      \
	X(E_DAMAGED, -6, 1)   /* the file is not what it should be */                            \
	X(E_STORE, -7, 1)     /* the engine failed; everything was rolled back */                \
	X(E_IO, -8, 1)        /* a file or the terminal failed */                                \
	X(E_EXISTS, -9, 1)    /* it is there already, and was kept */                            \
	X(E_STOPPED, -10, 1)  /* the user stopped it */                                          \
	X(E_PART, -11, 5)     /* done in part: some rows were refused */                         \
	X(E_USAGE, -12, 2)    /* used wrongly */

enum status {
#define X(symbol, value, exit) symbol = (value),
	STATUS_TABLE(X)
#undef X
};

/* The exit status of the command line for it (clew(1)). */
int status_exit(enum status rc);

#endif
