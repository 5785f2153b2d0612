#ifndef TESTS_JANE_H
#define TESTS_JANE_H

#include "session.h"

#include "model/ids.h"

struct new_referral;

/*
 * product.md's Jane, as the breast nurse rings her in: 45, breast cancer, her own business, lives
 * alone; partner not told, no messages; text first; knows of the referral and of the illness.
 */
void jane_referral(struct new_referral *ret);
/* She is taken on by priya on the workplace's day. */
struct person_id jane_received(struct workplace *w);

#endif
