#ifndef TESTS_SESSION_H
#define TESTS_SESSION_H

#include "casework/session.h"

/*
 * A service at work, in memory: a session of "priya" (Priya Shah, coordinator and link worker) on
 * Monday 23 November 2026, 09:00. Also there: "ben" (Ben Ojo, link worker, the deputy), "ann" (Ann
 * Reid, coordinator, the safety lead, 0113 496 0111) and "mary" (Mary Bell, volunteer). Nation:
 * England. *state of the cmocka set-up is the struct workplace.
 */
struct workplace {
	struct session *session;
	struct arena arena; /* reset with the workplace */
};

#define WORKPLACE_NOW 1795424400 /* 2026-11-23 09:00 UTC */

struct workplace *workplace_open(void);
void workplace_close(struct workplace *w);
int workplace_setup(void **state);
int workplace_teardown(void **state);

/* The same file with another account at it, e.g. "mary". */
void workplace_as(struct workplace *w, const char *login);
/* Who is at it says that they are covering: a colleague's person opens until midnight. */
void workplace_cover(struct workplace *w, struct person_id p);
/* Days later (or earlier), same time of day. */
void workplace_days_later(struct workplace *w, int days);

#endif
