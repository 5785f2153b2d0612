#ifndef STORE_SERVICE_TOKENS_H
#define STORE_SERVICE_TOKENS_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"
#include "store/change.h"

/* The gist alone (model/gist.h), where nothing that is searched by words was written. */
MUST_USE enum status derive_gist(struct change *c, struct service_id id);

/* Are all the gists as they would be derived now? *ret NULL, or a sentence: store_recount(). */
MUST_USE enum status recount_services(struct store *st, struct arena *a, const char **ret);

#endif
