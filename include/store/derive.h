#ifndef STORE_DERIVE_H
#define STORE_DERIVE_H

#include "base/day.h"
#include "store/change.h"

/*
 * The derived tables, from the kept ones: written in the same change as what they follow from, and
 * recounted by `clew check`. Safe to call more than once.
 */

/* Find keys and caseload rows of one person; everything of theirs goes when they are gone. */
MUST_USE enum status derive_person(struct change *c, struct person_id id);

/* Full text, and how often it was used and helped, of one service. */
MUST_USE enum status derive_service(struct change *c, struct service_id id);

/* All of them from nothing: after an import that doubles the file, and for `clew check --mend`. */
MUST_USE enum status derive_all(struct change *c);

#endif
