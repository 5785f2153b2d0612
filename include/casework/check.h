#ifndef CASEWORK_CHECK_H
#define CASEWORK_CHECK_H

#include "casework/session.h"

struct progress;

/*
 * Is the file what it should be? A line for each thing that was looked at. Nothing is changed.
 */
enum check_result { CHECK_WELL, CHECK_NOTE, CHECK_WRONG };

struct check_line {
	enum check_result result;
	const char *what; /* "pages" */
	const char *says; /* a sentence */
};

struct check_report {
	size_t n;
	struct check_line *at;
	size_t wrong; /* how many of them are */
};

/* Everything belongs to a. OK, also when something is wrong; E_STOPPED, E_BUSY, E_DENIED, E_STORE. */
MUST_USE enum status casework_check(struct session *s, const struct progress *progress,
                                    struct arena *a, struct check_report *ret);

#endif
