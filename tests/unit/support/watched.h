#ifndef TESTS_WATCHED_H
#define TESTS_WATCHED_H

#include "session.h"

/*
 * Jane Carter's record and who was at it: Priya the day before; Ben twice, they rang; Mary, who may
 * not; Priya again, who rang her. A minute goes by with each. Priya is at it in the end.
 */
struct person_id watched_jane(struct workplace *w);
/* That account opens it. */
void watched_open(struct workplace *w, const char *login, struct person_id p);
/* Whoever is at it looks for that, and the typing settles. */
void watched_find(struct workplace *w, const char *text);

#endif
