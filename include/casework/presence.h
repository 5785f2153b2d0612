#ifndef CASEWORK_PRESENCE_H
#define CASEWORK_PRESENCE_H

#include "casework/session.h"

/*
 * Who is at work, and whose record they have open, so that the second is told and the first too. In
 * the demonstration and in a file that is only read nothing is written, and nobody else is there.
 *
 * These come after every key, beside what it did: they leave the session's sentence and demand as
 * they are, wait for nobody, and what could not be written now is written at a later key.
 */

/*
 * I am here, with person's record open (0: nobody's), doing the name of the screen. Written when it
 * changes, and else once in half a minute.
 */
MUST_USE enum status casework_be_here(struct session *s, struct person_id person,
                                      const char *doing);

/* The file no longer says that I am here: locked, or gone. Signing out does the same. */
MUST_USE enum status casework_go_away(struct session *s);

/*
 * Who else has person's record open: "Ben Ojo has this open since 09:02, writing a contact.", ""
 * when nobody. A worry about safety is never told of. Belongs to a.
 */
MUST_USE enum status casework_others_here(struct session *s, struct person_id person,
                                          struct arena *a, const char **ret);

#endif
