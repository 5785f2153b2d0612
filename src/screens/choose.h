#ifndef SCREENS_CHOOSE_H
#define SCREENS_CHOOSE_H

#include "casework/session.h"
#include "ui/grid.h"
#include "ui/line.h"

/* A passphrase to be chosen, typed twice: at the sign-in with a code, and on a screen of its own. */
struct choose {
	struct line first, again;
	bool second;      /* the second line has the focus */
	const char *said; /* why not, or NULL: belongs to whoever set it */
};

enum choose_did { CHOOSE_PASS, CHOOSE_REDRAW, CHOOSE_CHOSEN };

void choose_begin(struct choose *c);
void choose_end(struct choose *c); /* wipes what was typed */
/* Takes five rows. */
void choose_put(struct choose *v, struct grid *g, int row, int column, int width);
/* CHOSEN: both lines agree; the first is the passphrase. */
enum choose_did choose_take(struct choose *c, const struct input *in);
/* Store it. False: said has why, which belongs to a, and both lines are empty again. */
bool choose_store(struct choose *c, struct session *s, struct arena *a);

#endif
