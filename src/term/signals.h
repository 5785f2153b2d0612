#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>

struct termios;

/*
 * Signals as bytes of a pipe: handlers write one byte and do nothing else. One at a time.
 *
 * 'w' the size changed, 't' asked to stop, 'c' goes on after a stop, 'h' asked to end.
 */
bool signals_open(void);  /* false: no pipe */
void signals_close(void); /* handlers as they were before */
int signals_fd(void);     /* poll it for reading */
char signals_take(void);  /* the next byte, '\0' when there is none */
void signals_stop(void);  /* stop this program as Ctrl-Z does; returns when it goes on */

/*
 * Should the program be killed by its own fault, write restore (n bytes) to the tty and set it as
 * it was, then die of the signal. Handlers that are there already (a sanitizer's) stay.
 */
void signals_crash(const char *restore, int n, const struct termios *as_it_was);

#endif
