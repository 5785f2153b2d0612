#ifndef CASEWORK_UNDO_H
#define CASEWORK_UNDO_H

#include "casework/session.h"

/*
 * What the account did last, in words: "contact with Carter, Jane 1981, 09:06, no answer";
 * straight after an undo, "the undo of …".
 * E_NOT_FOUND: nothing to undo; E_CONFLICT: somebody has changed it since, or it is a worry about
 * safety, which stays until it is answered; the sentence says so.
 */
MUST_USE enum status casework_undo_peek(struct session *s, struct arena *a, const char **ret);

/*
 * The same one further back: what still stands, also straight after an undo, so that one goes back
 * step by step.
 */
MUST_USE enum status casework_undo_peek_further(struct session *s, struct arena *a,
                                                const char **ret);

/*
 * Take it back. Undo is a change like any other: undoing again puts it back; but for an import, which
 * goes whole and comes again only by importing its file. E_CONFLICT when it is not what the last
 * of the two showed.
 */
MUST_USE enum status casework_undo(struct session *s);

#endif
