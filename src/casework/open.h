#ifndef CASEWORK_OPEN_H
#define CASEWORK_OPEN_H

#include "casework/session.h"

/* The parts that signing in, the demonstration and a new file share. */
struct session *session_new(void);
/* The store is there: account, settings, holidays. */
MUST_USE enum status session_begin(struct session *s, const char *login);

#endif
