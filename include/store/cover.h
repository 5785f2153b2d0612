#ifndef STORE_COVER_H
#define STORE_COVER_H

#include "model/cover.h"
#include "store/kept.h"

/* Who covers for whom. As store/kept.h says; one open cover at most for one who is away. */
MUST_USE enum status cover_add(struct change *c, const struct cover *x, int64_t *ret);
MUST_USE enum status cover_get(struct store *st, int64_t id, struct arena *a, struct cover *ret);
MUST_USE enum status cover_update(struct change *c, const struct cover *x);

/* Those that are not ended, whether they have begun or not. */
MUST_USE enum status covers_open(struct store *st, struct arena *a, struct cover_list *ret);
/* Of one who is away or was, the newest first. */
MUST_USE enum status covers_of(struct store *st, struct account_id away, struct arena *a,
                               struct cover_list *ret);
/* In force on that day, and who sees to some of it, or all. */
MUST_USE enum status covers_by(struct store *st, struct account_id who, day today, struct arena *a,
                               struct cover_list *ret);

/* A second one for the same person takes the first one's place. */
MUST_USE enum status cover_person_put(struct change *c, int64_t cover, struct cover_person x);
/* By person. */
MUST_USE enum status cover_people(struct store *st, int64_t cover, struct arena *a,
                                  struct cover_people *ret);

/* How many open cases an account sees to for others on that day. */
MUST_USE enum status cover_count(struct store *st, struct account_id who, day today, size_t *ret);

#endif
