#ifndef STORE_ACCESS_H
#define STORE_ACCESS_H

#include "base/day.h"
#include "model/access.h"
#include "store/kept.h"

/* Leave to open records, and who is named for a restricted one. As kept.h says. */
MUST_USE enum status access_add(struct change *c, const struct access *x, int64_t *ret);
MUST_USE enum status access_get(struct store *st, int64_t id, struct arena *a, struct access *ret);
MUST_USE enum status access_update(struct change *c, const struct access *x);
MUST_USE enum status accesses_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct access_list *ret);
/* Opened anyway, and nobody has looked at it yet; the oldest first. */
MUST_USE enum status accesses_to_review(struct store *st, struct arena *a, struct access_list *ret);
/* What an account was given leave for since an instant, the newest first. */
MUST_USE enum status accesses_of_account(struct store *st, struct account_id who, int64_t since,
                                         struct arena *a, struct access_list *ret);

MUST_USE enum status named_add(struct change *c, struct person_id p, struct account_id who);
MUST_USE enum status named_remove(struct change *c, struct person_id p, struct account_id who);

/*
 * All that ties who to p at now (UTC seconds), which is today where they are. E_NOT_FOUND: there is
 * no such person.
 */
MUST_USE enum status ties_of(struct store *st, struct person_id p, struct account_id who,
                             int64_t now, day today, struct ties *ret);

#endif
