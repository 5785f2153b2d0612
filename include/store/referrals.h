#ifndef STORE_REFERRALS_H
#define STORE_REFERRALS_H

#include "model/referral.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status referral_add(struct change *c, const struct referral *x,
                                  struct referral_id *ret);
MUST_USE enum status referral_get(struct store *st, struct referral_id id, struct arena *a,
                                  struct referral *ret);
MUST_USE enum status referral_update(struct change *c, const struct referral *x);
MUST_USE enum status referrals_of_person(struct store *st, struct person_id p, struct arena *a,
                                         struct referral_list *ret);

/* Its worker alone. E_CONFLICT as in an update. */
MUST_USE enum status referral_hand_over(struct change *c, const struct referral *x,
                                        struct account_id to);

/* The newest open one, else the newest. E_NOT_FOUND when the person was never referred. */
MUST_USE enum status referral_current(struct store *st, struct person_id p, struct arena *a,
                                      struct referral *ret);

#endif
