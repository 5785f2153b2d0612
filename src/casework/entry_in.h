#ifndef CASEWORK_ENTRY_IN_H
#define CASEWORK_ENTRY_IN_H

#include "casework/session.h"
#include "model/service_form.h"
#include "store/change.h"

/* An entry written in a change that is open, whoever asked for it: its id is set by the first. */
MUST_USE enum status entry_add_in(struct session *s, struct change *c, struct service_entry *x);
MUST_USE enum status entry_change_in(struct session *s, struct change *c, struct service_entry *x);

#endif
