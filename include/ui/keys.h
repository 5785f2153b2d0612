#ifndef UI_KEYS_H
#define UI_KEYS_H

#include "base/arena.h"
#include "ui/grid.h"
#include "ui/screen.h"

/*
 * Key tables at work: what an input means, the key line, help and manual, all from the same rows.
 * Tables end in { 0 }. A key is written "c", "0-9", "Space", "Enter", "Ctrl-S", "F2"; capitals equal
 * small letters.
 */
bool key_matches(const char *key, const struct input *in);

/* Do the needs of b hold, has being what does? */
bool key_holds(const struct binding *b, unsigned has);

/*
 * The row of the table for in: the first whose needs hold, else the first at all, so that the caller
 * can say why it does nothing. NULL: no such key here.
 */
const struct binding *keys_find(const struct binding *table, const struct input *in, unsigned has);

/* Why it does nothing, as a sentence with what to do: "Nothing is chosen here. ↓ to one first." */
const char *key_refusal(const struct binding *b, unsigned has);

/*
 * The last line of the screen: at most six keys that fit, whole entries dropped from the end, then
 * the way to safety, and help at the right margin; those two always. Rows that have no brief, are
 * hidden or whose needs do not hold are left out; while text is being typed so are plain letters.
 */
#define KEY_LINE_MOST 6

struct key_line {
	const struct binding *tables[3]; /* the most likely first; NULL: none */
	unsigned has;
	bool typing;  /* a text field has the focus: Ctrl-R, F1 in place of ! and ? */
	bool captive; /* Ctrl-G lock always stands there too */
	bool asked;   /* a question stands: its own keys, and no help before it is answered */
	bool whole; /* all of them, if need be in two rows, no safety, no help: the keys after g */
};

/* Where an entry stands, for a click on it. */
struct key_spot {
	int row, column, width;
	const char *key; /* as in the binding */
};

struct key_spots {
	size_t n;
	struct key_spot at[KEY_LINE_MOST + 12];
};

void keys_line(struct grid *g, int row, const struct key_line *what, struct key_spots *ret);
/* What a click on the key line types; false where nothing stands. */
bool keys_click(const struct key_spots *spots, int row, int column, struct input *ret);

/*
 * Help and manual: one line per act, its keys together ("Up, k"). Strings belong to a or the table;
 * rows without help are left out, hidden ones are not. A line with no text is a head.
 */
struct help_line {
	const char *keys, *text;
};

struct help_lines {
	size_t n;
	struct help_line *at;
};

void keys_help(const struct binding *table, struct arena *a, struct help_lines *ret);
/* Two columns from row and column on, lines from the top-th; how many rows it took. */
int keys_help_put(struct grid *g, int row, int column, int rows, const struct help_lines *lines,
                  size_t top);

#endif
