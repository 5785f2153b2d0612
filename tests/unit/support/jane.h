#ifndef TESTS_JANE_H
#define TESTS_JANE_H

#include "session.h"

#include "casework/people.h"

/*
 * product.md's Jane, as the breast nurse rings her in: 45, breast cancer, her own business, lives
 * alone; partner not told, no messages; text first; knows of the referral and of the illness.
 */
struct new_referral jane_referral(void);
/* She is taken on by priya on the workplace's day. */
struct received jane_received(struct workplace *w);

#endif
