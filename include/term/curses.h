#ifndef TERM_CURSES_H
#define TERM_CURSES_H

#include "ui/terminal.h"

/*
 * The terminal people sit at, through ncursesw. There is one at a time: open(), close() and open()
 * again is fine (an editor in between), two at once is not. setlocale() must have been called.
 *
 * open() fails with E_IO where there is no tty or $TERM is unset, unknown or cannot place a cursor;
 * nothing was written then. While it is open it owns SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM,
 * SIGHUP and the die_callback(); close() gives the signals back. Whatever ends the program, the tty
 * is as it was and nothing of the screen is left to be read.
 */
struct curses_options {
	const char *term; /* $TERM as it was at start; NULL: as it is now */
	bool no_color;    /* NO_COLOR or --color=never: bold, underline and reverse stay */
	bool no_mouse;    /* the terminal's own selection works without Shift */
	bool ascii;       /* plain characters though the locale could do more */
	bool light;       /* the theme for a light background */
	bool remote;      /* over ssh: wait 100 ms, not 25, for the rest of a split key */
	bool sync; /* tests: say ESC ] 777 ; count BEL whenever count inputs were worked off */
};

struct terminal *term_curses(const struct curses_options *options);
void term_curses_free(struct terminal *t); /* closes it when it is open */

#endif
