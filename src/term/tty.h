#ifndef TERM_TTY_H
#define TERM_TTY_H

#include "ui/terminal.h"

struct pollfd;

/* What the terminal people sit at needs that is not curses. */
void tty_say(const char *bytes); /* straight to the tty, behind what curses has written */
/* A control character as a key: "Enter", "Tab", "Ctrl-S"; false when it is none. */
bool tty_control(char32_t ch, struct input *ret);
void tty_timer(int timer, int64_t deadline_ms); /* set a timerfd on CLOCK_BOOTTIME; < 0: never */
bool tty_gone(const struct pollfd *tty);        /* after poll(): is nobody there any more? */

#endif
