#ifndef SUPPORT_CROWD_H
#define SUPPORT_CROWD_H

#include "base/status.h"
#include "casework/session.h"

/*
 * A service with many at work: a case file of ten people whom nobody has taken on, and accounts
 * "w0" to "w19" ("Worker 0" …), link workers and coordinators, who all edit the same ten.
 */
#define CROWD_PEOPLE   10
#define CROWD_ACCOUNTS 20

void crowd_make(const char *path);
MUST_USE enum status crowd_open(const char *path, int worker, struct session **ret);

/*
 * One edit as a form does it: read the record, add one to the number in *work* and, in another row,
 * to the one in *what to say*, signed; save. What saving gave; the session has its sentence.
 */
MUST_USE enum status crowd_edit(struct session *s, struct person_id p);

/* The numbers of a person, read outside of any change. */
int64_t crowd_count(struct session *s, struct person_id p);

/*
 * In one view of the file: does every person's number stand beside as many changes of theirs, and in
 * both rows alike? "" or what is wrong, which belongs to a; NULL when the file could not be read.
 */
const char *crowd_look(struct session *s, struct arena *a);

#endif
