#ifndef CASEWORK_EDITED_IN_H
#define CASEWORK_EDITED_IN_H

#include "casework/session.h"
#include "model/service.h"
#include "store/change.h"

/*
 * Before an entry is stored: it was edited today, which is not checked. Where its form says that it was
 * checked too, that is a check like any other, and x its summary; else when it was last checked, how
 * and by whom stays as it was. x->id 0: a new one, whose check service_added_in() writes once it has
 * its id.
 */
MUST_USE enum status service_edited_in(struct session *s, struct change *c, struct service *x);
MUST_USE enum status service_added_in(struct session *s, struct change *c, const struct service *x);

#endif
