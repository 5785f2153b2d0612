#ifndef STORE_SNIPPETS_H
#define STORE_SNIPPETS_H

#include "model/snippet.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status snippet_add(struct change *c, const struct snippet *x, struct snippet_id *ret);
MUST_USE enum status snippet_get(struct store *st, struct snippet_id id, struct arena *a,
                                 struct snippet *ret);
MUST_USE enum status snippet_update(struct change *c, const struct snippet *x);
MUST_USE enum status snippet_remove(struct change *c, struct snippet_id id);

/* Those of one account (0: everybody's), by name. */
MUST_USE enum status snippets_of(struct store *st, struct account_id account, struct arena *a,
                                 struct snippet_list *ret);

#endif
