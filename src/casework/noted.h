#ifndef CASEWORK_NOTED_H
#define CASEWORK_NOTED_H

#include "casework/session.h"

/*
 * The end of the chain is noted beside the file on the first sign-in of a day and at every sign-out.
 * What cannot be noted stops nobody: clew check says so.
 */
void heads_arrive(struct session *s);
void heads_leave(struct session *s);

#endif
