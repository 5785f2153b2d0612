#ifndef SUPPORT_HSDS_MADE_H
#define SUPPORT_HSDS_MADE_H

#include "dice.h"
#include "exchange/hsds_write.h"

/*
 * Many entries that nobody would write: formulas, quotes, line ends, marks that turn text round, bytes
 * that are no UTF-8, ids that several share. What staff alone know has NEEDLE in it.
 */
void hsds_put_made(struct hsds *h, struct dice *d, int many);

#endif
