#ifndef TESTS_PROGRAM_H
#define TESTS_PROGRAM_H

#include "vt.h"

/*
 * The real program on a case file in a folder of its own under /tmp. What it is asked for by
 * --passphrase-fd comes from a file there, so that no passphrase is ever an argument.
 */
struct program {
	const char *path; /* of clew: CLEW_PROGRAM */
	char folder[32];
	char file[64];  /* the case file */
	char typed[64]; /* what comes on descriptor 3 */
};

#define PROGRAM_PASSPHRASE "quiet lantern harbour"

void program_begin(struct program *p, const char *path);
void program_end(struct program *p); /* the folder goes, with all that is in it */

/* The path of that file in the folder, until the next call; text NULL: it is not written. */
const char *program_file(struct program *p, const char *name, const char *text);

/* A practice file whose first account is "priya", with PROGRAM_PASSPHRASE. shared: "yes", "no". */
void program_init(struct program *p, const char *shared);

/* clew --file FILE arguments…; lines is what it reads as passphrases, NULL: it is to ask. */
struct vt *program_start(struct program *p, const char *lines, const char *const *arguments,
                         const struct vt_options *options);
/* The same to its end, which must be status. */
void program_run(struct program *p, const char *lines, const char *const *arguments, int status);

#endif
