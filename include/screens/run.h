#ifndef SCREENS_RUN_H
#define SCREENS_RUN_H

#include "base/day.h"
#include "base/status.h"

#include <stdbool.h>

struct session;
struct terminal;

/* How the screens begin. The session, when there is one, is the screens' to end. */
struct start {
	struct session *session; /* NULL: the sign-in screen comes first */
	const char *path;        /* of the case file; NULL: the demonstration */
	bool read_only;
	day today;             /* as if it were that day, whoever signs in; DAY_NONE: as it is */
	const char *from;      /* where whoever signs in sits, for the record; NULL: not known */
	int lock_after;        /* minutes without a key, where the file says more; 0: as it says */
	const char *home;      /* of whoever sits here, where files go if they do not say; "" */
	const char *counts_in; /* folder for casework/counts.h; NULL, "": none are kept */
	const char *printer;   /* the program that prints (base/printer.h); NULL: none */
	char fault[256];       /* after E_IO: why there is no screen */
};

/* Run the screens until somebody leaves. Opens and closes the terminal. */
MUST_USE enum status screens_run(struct start *start, struct terminal *term);

#endif
