#ifndef STORE_SERVICE_TOKENS_H
#define STORE_SERVICE_TOKENS_H

#include "base/arena.h"
#include "base/status.h"
#include "model/ids.h"
#include "store/change.h"

/*
 * Concerns stand in the full text as words of their own, so that one search narrows by both:
 * "practical.money" is zcpractical0money0. A digit at the end keeps the stemmer off it. Belongs to a.
 */
const char *concern_token(const char *code, struct arena *a);

/* The gist alone (model/gist.h), where nothing that is searched by words was written. */
MUST_USE enum status derive_gist(struct change *c, struct service_id id);

/* Are all the gists as they would be derived now? *ret NULL, or a sentence: store_recount(). */
MUST_USE enum status recount_services(struct store *st, struct arena *a, const char **ret);

#endif
