#ifndef TESTS_TALE_H
#define TESTS_TALE_H

/*
 * A life with clew, told as keys: tests/script/NAME.keys is played on the desk of an empty file, whose
 * directory is tests/script/leeds.csv. Each line is one step, its first word says which:
 *
 *	== words            the next part; it must press a key and look at what comes of it
 *	keys Down Enter c   names of keys between blanks
 *	type words          as they are typed
 *	shows words         … are on the screen at 80x24
 *	hides words         … are nowhere on it
 *	stands words        the cursor is in a row that has them
 *	place name          that screen is on top
 *	days 14             so many days later, signed in again, on Today
 *	as ann              somebody else sits down
 *	is VALUE: SELECT …  what the file holds
 *	file WHAT words     the CSV of that export has a row with them
 *	golden NAME         the frame, at both sizes
 *	paper NAME KIND     Ctrl-S on a page: written as 1 text or 2 HTML, compared with the golden NAME
 *
 * Empty lines and those that begin with # are for the reader.
 */
#include <stdbool.h>

struct workplace;
struct stage;

struct tale {
	struct workplace *w;
	struct stage *st;
	const char *name; /* of what is played, for what it says when something is amiss */
	int line;
	char folder[24]; /* where papers are written; its own */
};

void tale_begin(struct tale *t);
void tale_end(struct tale *t);
/* Play tests/script/NAME.keys from where the last one ended. */
void tale_play(struct tale *t, const char *name);
/* The same lines from memory. */
void tale_tell(struct tale *t, const char *name, const char *lines);
/* Whether a part of tests/script/NAME.keys is called so. */
bool tale_has_part(struct tale *t, const char *name, const char *part);

#endif
