#ifndef SCREENS_SINCE_H
#define SCREENS_SINCE_H

#include "screens.h"

/* A note that was left, whole; opening it is reading it. id[0] the note. */
static inline struct visit visit_note_left(int64_t id)
{
	return (struct visit){ .where = &note_left_screen, .id = { id } };
}

/* What a colleague began and did not end, read-only; it asks why first. id[0] the draft. */
static inline struct visit visit_unfinished(int64_t id)
{
	return (struct visit){ .where = &unfinished_screen, .id = { id } };
}

/* The first screen of a shift, on top of what stands, when there is something to tell. */
void since_begin_shift(struct desk *d);

#endif
