#ifndef STORE_ACCOUNTS_H
#define STORE_ACCOUNTS_H

#include "model/account.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status account_add(struct change *c, const struct account *x, struct account_id *ret);
MUST_USE enum status account_get(struct store *st, struct account_id id, struct arena *a,
                                 struct account *ret);
MUST_USE enum status account_update(struct change *c, const struct account *x);

/* The account of that login, disabled or not, letter case as stored. E_NOT_FOUND. */
MUST_USE enum status account_by_login(struct store *st, const char *login, struct arena *a,
                                      struct account *ret);

/* When it last signed in, UTC seconds; 0: never. */
MUST_USE enum status account_last_here(struct store *st, struct account_id id, int64_t *ret);

/* Every account, disabled ones too, by name. */
/* Who is named for a restricted record, by name. */
MUST_USE enum status accounts_named(struct store *st, struct person_id p, struct arena *a,
                                    struct account_list *ret);
MUST_USE enum status accounts_all(struct store *st, struct arena *a, struct account_list *ret);

#endif
