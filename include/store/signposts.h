#ifndef STORE_SIGNPOSTS_H
#define STORE_SIGNPOSTS_H

#include "model/signpost.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status signpost_add(struct change *c, const struct signpost *x,
                                  struct signpost_id *ret);
MUST_USE enum status signpost_get(struct store *st, struct signpost_id id, struct arena *a,
                                  struct signpost *ret);
MUST_USE enum status signpost_update(struct change *c, const struct signpost *x);
MUST_USE enum status signposts_of_person(struct store *st, struct person_id p, struct arena *a,
                                         struct signpost_list *ret);

/*
 * Of those given from one day to another, both with them: how many there are, and of how many it is
 * known what came of it.
 */
MUST_USE enum status signposts_known(struct store *st, day from, day to, int64_t *known,
                                     int64_t *given);

/* The open ones of everybody who waits on that service, the oldest first. */
MUST_USE enum status signposts_open_of_service(struct store *st, struct service_id id,
                                               struct arena *a, struct signpost_list *ret);

#endif
