#ifndef SCREENS_NARROW_H
#define SCREENS_NARROW_H

#include "casework/directory.h"
#include "ui/prompt.h"
#include "ui/screen.h"

/*
 * Which services: what one asks for besides words, as a menu under v. A digit puts one thing on or
 * takes it off, beside each stands how many would be left, and the list behind follows; Esc is back to
 * it. Directory and picker share it: with `who` the concern and the place are the person's.
 */
struct narrow {
	struct service_query q; /* strings belong to the screen's keep */
	const struct pick_for *who;
	struct menu menu;
	enum narrow_row {
		NARROW_NONE,
		NARROW_REST,
		NARROW_CONCERN,
		NARROW_AREA,
		NARROW_BESIDE,
		NARROW_FREE,
		NARROW_DROP_IN,
		NARROW_ONLINE,
		NARROW_HOME_VISIT,
		NARROW_STEP_FREE,
		NARROW_LANGUAGE,
		NARROW_AGE,
		NARROW_PHONE,
		NARROW_FAVOURITES,
		NARROW_CHECK,
		NARROW_ALL,
	} rows[16];
	const char *languages[TALLY_LANGUAGES];
	enum narrow_asks {
		NARROW_ASKS_NOTHING,
		NARROW_ASKS_AREA,
		NARROW_ASKS_AGE,
		NARROW_ASKS_NEAR
	} asking;
	bool open;
	bool speaking; /* the languages stand in it */
	bool rest;     /* what does not fit is listed */
};

/* Its rows anew, while it is open; in load, after the list. */
MUST_USE enum status narrow_load(struct screen *s, struct narrow *n);
void narrow_open(struct narrow *n);
/* While it is open every input is its own. RELOAD: something else is asked for. */
enum outcome narrow_take(struct screen *s, struct narrow *n, const struct input *in);
/* The next order: best, nearest, last checked, helped most, name; asks from where when it must. */
enum outcome narrow_order(struct screen *s, struct narrow *n);
/* An answer that it asked for; true when it was its own. */
bool narrow_came_back(struct screen *s, struct narrow *n, const struct result *r);

/* The words that narrow and the order, and how a word was spelt; how many rows it took (0 to 2). */
int narrow_put(const struct narrow *n, const struct service_found *found, struct grid *g, int row);
/* Is anything asked for besides words? */
bool narrow_any(const struct narrow *n);

/* What is marked for a list to hand out, over one search and the next. */
#define MARKS_MOST 12
struct marks {
	size_t n;
	struct service_id at[MARKS_MOST];
};
bool marked(const struct marks *m, struct service_id id);
/* On or off; false when there is no more room. */
bool marks_turn(struct marks *m, struct service_id id);
/* Space and *: on x, or all of them off; said. */
void marks_take(struct screen *s, struct marks *m, const struct listing *x, bool all);
struct visit visit_shortlist(const struct marks *m, struct arena *a);

#endif
