#ifndef SCREENS_TODAY_STATE_H
#define SCREENS_TODAY_STATE_H

#include "due.h"

#include "casework/today.h"
#include "ui/grid.h"

#define TODAY_MARKS 200 /* reminders that can be marked at once: more than a day has */

/* What must I do now? Rows are those of model/today.h. */
struct today_state {
	struct today_view view;
	size_t at; /* the chosen item */
	struct due_ask ask;
	int64_t was_id; /* the chosen item before a load */
	enum today_kind was_kind;
	enum today_which which;
	size_t left_out; /* rows that which leaves out */
	int seen_minute;
	struct person_id unfolded; /* whose other things stand below their row */
	bool done;                 /* the chosen item was done: it stays until an arrow */
	bool seen;
	size_t marks;
	struct reminder_ref marked[TODAY_MARKS];
};

/* NULL: nothing is there. */
const struct today_item *today_chosen(const struct today_state *t);
bool today_marked(const struct today_state *t, const struct today_item *x);

/* today_put.c */
void today_render(const struct screen *s, struct grid *g);

#endif
