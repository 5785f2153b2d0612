#ifndef STORE_APPROVALS_H
#define STORE_APPROVALS_H

#include "model/approval.h"
#include "store/kept.h"

/* What waits for a second person. As kept.h says. */
MUST_USE enum status approval_add(struct change *c, const struct approval *x, int64_t *ret);
MUST_USE enum status approval_get(struct store *st, int64_t id, struct arena *a,
                                  struct approval *ret);
MUST_USE enum status approval_update(struct change *c, const struct approval *x);
/* Not answered, and until_at after now; the oldest first. */
MUST_USE enum status approvals_open(struct store *st, int64_t now, struct arena *a,
                                    struct approval_list *ret);
/* Agreed to by whoever asked, there being nobody else: all but the reader's own, the oldest first. */
MUST_USE enum status approvals_alone(struct store *st, struct account_id reader, struct arena *a,
                                     struct approval_list *ret);

#endif
