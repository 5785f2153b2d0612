#ifndef UI_TERMINAL_H
#define UI_TERMINAL_H

#include "base/status.h"
#include "ui/grid.h"

#include <stdint.h>

/* One thing that came in: already a key, not yet an act. */
enum input_kind {
	INPUT_KEY,   /* a named key: key, e.g. "Up", "Enter", "Ctrl-S", "F1", "Esc" */
	INPUT_TEXT,  /* one character: ch, and key is its name ("a", "Space") */
	INPUT_PASTE, /* text, as pasted */
	INPUT_CLICK, /* row, column; count 2: double; wheel: -1 up, 1 down */
	INPUT_TICK,  /* the deadline passed */
	INPUT_RESIZE,
	INPUT_HANGUP, /* terminal gone or asked to end: keep and leave */
};

struct input {
	enum input_kind kind;
	char key[16];
	char32_t ch;
	struct str text; /* until the next call of next() */
	int row, column, count, wheel;
};

/*
 * What pressing the key of that name gives ("Enter", "Ctrl-S"; "c" and "Space" give text), and what
 * typing a character gives. A name that is too long is cut.
 */
struct input input_key(const char *key);
struct input input_char(char32_t c);

/*
 * A terminal. Two implementations: term/curses.c (the only curses) and term/script.c (headless: keys
 * from a file, screens kept as text).
 */
struct terminal {
	enum status (*open)(struct terminal *t);
	void (*close)(struct terminal *t); /* leaves the screen clean and the tty as it was */
	void (*size)(struct terminal *t, int *rows, int *columns);
	void (*draw)(struct terminal *t, const struct grid *g);
	/* Wait for input, or until deadline_ms of clock_boot_ms() (< 0: for ever). */
	enum status (*next)(struct terminal *t, int64_t deadline_ms, struct input *ret);
	void (*suspend)(struct terminal *t); /* Ctrl-Z; NULL: not there */
	bool ascii;                          /* cannot show more than ASCII */
	void *own;
};

#endif
