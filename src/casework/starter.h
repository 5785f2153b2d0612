#ifndef CASEWORK_STARTER_H
#define CASEWORK_STARTER_H

#include "base/day.h"
#include "store/change.h"

/*
 * Put the starter directory (data/directory/starter.tsv) into a new file: national services, each
 * to be checked before use.
 */
MUST_USE enum status starter_add(struct change *c, day today);

#endif
