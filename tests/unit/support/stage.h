#ifndef TESTS_STAGE_H
#define TESTS_STAGE_H

#include "session.h"

#include "ui/screen.h"

/*
 * The whole desk without a terminal: keys in, the frame out as text. The workplace's session is the
 * desk's from then on.
 */
struct stage;

struct stage *stage_open(struct workplace *w, const struct visit *first);
/* NULL where it cannot be opened: the session has the sentence. */
struct stage *stage_open_or_not(struct workplace *w, const struct visit *first);
/* Nobody is signed in yet: the sign-in screen of the file at path. */
struct stage *stage_open_door(struct workplace *w, const char *path);
void stage_visit(struct stage *st, const struct visit *v); /* another on top */
void stage_close(struct stage *st);                        /* the workplace keeps its session */

/* "Down Down Enter": names of keys between blanks; single characters are themselves. */
void stage_keys(struct stage *st, const char *keys);
void stage_type(struct stage *st, const char *text); /* each character as a key */
void stage_paste(struct stage *st, const char *text);
void stage_say(struct stage *st, const char *text); /* as a screen says it */
void stage_hang_up(struct stage *st);
void stage_rest(struct stage *st);               /* what the desk does between two keys */
void stage_passes(struct stage *st, int64_t ms); /* nobody does anything for so long … */
void stage_at_file(struct stage *st,
                   const char *path);                 /* no demonstration: it takes a passphrase */
void stage_lock_after(struct stage *st, int minutes); /* one's own limit */
/* Over the lock that session signs in; whoever waited is signed out, if it is somebody else. */
void stage_arrives(struct stage *st, struct session *session);
void stage_tick(struct stage *st); /* … and the deadline is reached */

/* The frame at that size. Belongs to the stage until the next call. */
const char *stage_shot(struct stage *st, int rows, int columns);
/* The same as cells, and with plain characters for lines, marks and quotes. */
void stage_cells(struct stage *st, int rows, int columns, bool ascii, struct grid *ret);
/* The screen row (0: top bar) and column of the cursor at 80x24. */
void stage_cursor(struct stage *st, int *row, int *column);
/* Fails, showing the frame, when text is not (or is) on it at 80x24. */
void stage_shows(struct stage *st, const char *text);
void stage_hides(struct stage *st, const char *text);
/* Fails when the cursor is not in a row that has the text. */
void stage_stands(struct stage *st, const char *text);
/* The screen on top, which needs hold for its keys, whether it asks, and the sentence that stands. */
const struct screen_ops *stage_top(const struct stage *st);
unsigned stage_has(const struct stage *st);
bool stage_typing(const struct stage *st);
bool stage_asks(const struct stage *st);
const char *stage_said(const struct stage *st);
/* Which screen stands on top: its name. */
const char *stage_place(const struct stage *st);
/* What it holds half done, as it would be kept. */
const char *stage_draft(const struct stage *st, struct arena *a);

/*
 * Compare the frame at 80x24 and at 120x40 with tests/golden/NAME-80x24.txt and NAME-120x40.txt.
 * UPDATE_GOLDEN=1 writes them: look at what you commit.
 */
void stage_golden(struct stage *st, const char *name);

#endif
