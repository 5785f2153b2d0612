#ifndef CASEWORK_SETTINGS_READ_H
#define CASEWORK_SETTINGS_READ_H

#include "casework/session.h"

/* What the file says of the service, into s->service; again whenever it may have changed. */
MUST_USE enum status session_read_settings(struct session *s);

#endif
