#ifndef STORE_PRESENCE_H
#define STORE_PRESENCE_H

#include "base/arena.h"
#include "base/status.h"
#include "model/presence.h"

struct store;

/*
 * Who is at work. No history is kept of it, and writing waits for nobody: E_BUSY at once while
 * somebody saves, for it can be written as well at the next key.
 */

/*
 * Put x there; id 0, or one that is gone, makes a row and sets x->id. Rows that nobody has beaten for
 * an hour go with it: their session was killed.
 */
MUST_USE enum status presence_put(struct store *st, struct presence *x);

/* OK when it was gone, too. */
MUST_USE enum status presence_drop(struct store *st, int64_t id);

/* Who has that person's record open and was seen since, the first come first; strings belong to a. */
MUST_USE enum status presences_of_person(struct store *st, struct person_id p, int64_t since,
                                         struct arena *a, struct presence_list *ret);
/* Everybody who was seen since, the same way. */
MUST_USE enum status presences_since(struct store *st, int64_t since, struct arena *a,
                                     struct presence_list *ret);

#endif
