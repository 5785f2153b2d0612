#ifndef TEST_VT_H
#define TEST_VT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/*
 * The real program in a real terminal: a pseudo-terminal with libvterm behind it. Nothing sleeps:
 * vt_wait() waits for a text with a deadline, vt_sync() until the program says by its CLEW_SYNC
 * message that it has worked off everything that was sent. A condition that does not come true fails
 * the test with the screen in its message.
 */
struct vt;

struct vt_options {
	int rows, columns;      /* 0: 24, 80 */
	const char *term;       /* $TERM; NULL: xterm-256color */
	const char *const *env; /* "NAME=value", ended by NULL; or NULL */
};

/* Is there a pseudo-terminal here? Without one the test must be skipped, saying so. */
bool vt_there(void);

/* argv[0] is the path of the program. The environment is only what is said here, and PATH, HOME. */
struct vt *vt_start(const char *const *argv, const struct vt_options *options);
/* The same with a function in a child process in place of a program; it returns the exit status. */
struct vt *vt_start_child(int (*child)(void *arg), void *arg, const struct vt_options *options);
void vt_end(struct vt *v); /* kills what still runs */

void vt_key(struct vt *v, const char *key);    /* "Enter", "Up", "Ctrl-S", "F2", "c": one input */
void vt_type(struct vt *v, const char *text);  /* each character one input */
void vt_paste(struct vt *v, const char *text); /* bracketed: one input */
/* Bytes as they are, so many inputs to the program. */
void vt_send(struct vt *v, const char *bytes, size_t n, long inputs);
void vt_resize(struct vt *v, int rows, int columns); /* one input */
void vt_signal(struct vt *v, int signal);
void vt_hangup(struct vt *v); /* the terminal goes away */

void vt_wait(struct vt *v, const char *text); /* until it is on the screen */
void vt_sync(struct vt *v);                   /* until everything sent is worked off */
/* Until the program has ended: its exit status, or 128 + the signal that killed it. */
int vt_exit_status(struct vt *v);
bool vt_running(struct vt *v); /* after reading what there is */

/* Rows without trailing blanks, each ended by a newline; until the next call. */
const char *vt_text(struct vt *v);
bool vt_shows(struct vt *v, const char *text);
void vt_cursor(struct vt *v, int *row, int *column);

struct vt_cell {
	char text[32];
	bool bold, underline, reverse, italic;
	int fore, back; /* index of the palette, -1: the terminal's own */
};

struct vt_cell vt_cell(struct vt *v, int row, int column);
/* All bytes that came so far, for what a screen does not show. */
const char *vt_raw(struct vt *v, size_t *n);
pid_t vt_pid(const struct vt *v);
int vt_tty(const struct vt *v); /* for tcgetattr() */

#endif
