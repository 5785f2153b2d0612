#ifndef CASEWORK_LEAVING_H
#define CASEWORK_LEAVING_H

#include "casework/session.h"
#include "model/disclosure.h"
#include "model/person.h"

/*
 * What a service would be told of somebody, as it stands in the record now; their illness only where
 * they know of it themselves. concern: the code it is about, "". Strings belong to a.
 */
MUST_USE enum status leaving_read(struct session *s, const struct person *p, const char *concern,
                                  struct arena *a, struct leaving *ret);

#endif
