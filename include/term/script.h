#ifndef TERM_SCRIPT_H
#define TERM_SCRIPT_H

#include "base/str.h"
#include "ui/terminal.h"

/*
 * A terminal without a terminal: keys come from a text, screens are kept as text. A script is a line
 * a step; blank lines and lines that begin with # are nothing:
 *
 *	size 24 80            rows and columns from the start (24 80 when it is not said)
 *	ascii                 as a terminal that shows only ASCII
 *	key Down Down Enter   keys by name
 *	type Jane             every character of the rest of the line
 *	paste one\ntwo        the rest of the line at once; \n is a newline, \\ a backslash
 *	click 3 10            row and column from 0; "double 3 10" twice
 *	wheel 1               -1 up, 1 down
 *	resize 40 120         the terminal changes its size
 *	tick                  the deadline passes
 *	hangup                the terminal is gone
 *	shot name             keep the screen as it stands
 *	expect text           it must be on the screen
 *	absent text           it must not be
 *	at text               the cursor must stand on it
 *
 * At its end the terminal is gone. A step that fails, or is no step, ends the script: next() returns
 * E_INVALID from then on and script_fault() says what was met.
 */
struct terminal *term_script(struct str text); /* text is copied */
void script_free(struct terminal *t);

/* "line 7: “Jane” is not on the screen:", and the screen; NULL when all went well. */
const char *script_fault(const struct terminal *t);

/* What was last drawn, until the next draw(); rows 0 before the first. */
const struct grid *script_grid(const struct terminal *t);
const char *script_screen(const struct terminal *t);

struct shot {
	const char *name, *text;
};

struct shots {
	size_t n;
	struct shot *at;
};

/* In the order they were taken; they last as long as the terminal. */
const struct shots *script_shots(const struct terminal *t);
const char *script_shot(const struct terminal *t, const char *name); /* NULL: none of that name */

#endif
