#ifndef STORE_SAVED_VIEWS_H
#define STORE_SAVED_VIEWS_H

#include "model/case_filter.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status saved_view_add(struct change *c, const struct saved_view *x,
                                    struct saved_view_id *ret);
MUST_USE enum status saved_view_get(struct store *st, struct saved_view_id id, struct arena *a,
                                    struct saved_view *ret);
MUST_USE enum status saved_view_update(struct change *c, const struct saved_view *x);
MUST_USE enum status saved_view_delete(struct change *c, struct saved_view_id id);

/* Those of an account and everybody's, by name. */
MUST_USE enum status saved_views_for(struct store *st, struct account_id who, struct arena *a,
                                     struct saved_view_list *ret);

#endif
