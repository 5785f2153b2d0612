#ifndef STORE_DERIVE_H
#define STORE_DERIVE_H

#include "base/arena.h"
#include "store/change.h"
#include "store/store.h"

/*
 * The derived tables, from the kept ones: written in the same change as what they follow from, and
 * recounted by `clew check`. Safe to call more than once.
 */

/* Find keys and caseload rows of one person; everything of theirs goes when they are gone. */
MUST_USE enum status derive_person(struct change *c, struct person_id id);

/* The caseload rows alone, where no name and no number of anybody's was written. */
MUST_USE enum status derive_caseload(struct change *c, struct person_id id);
/* Whose a referral is in the caseload, where nothing else of it was written. */
MUST_USE enum status derive_worker(struct change *c, struct referral_id id);

/*
 * Of one service: full text, gist, where it is, and how often it was used and helped, in all and with
 * each concern.
 */
MUST_USE enum status derive_service(struct change *c, struct service_id id);
/*
 * The same of services that this change added, behind the last of them: nothing stands of them yet,
 * and the full text is written best by itself. Ids ascend.
 */
MUST_USE enum status derive_new_services(struct change *c, const struct service_id *ids, size_t n);

/* All of them from nothing: after an import that doubles the file, and for `clew check --mend`. */
MUST_USE enum status derive_all(struct change *c);

/*
 * Count everybody's find keys and caseload rows again, and what services are searched by, and compare: *ret is NULL when all is as it
 * should be, else a sentence that names the first difference. It belongs to a.
 */
MUST_USE enum status store_recount(struct store *st, struct arena *a, const char **ret);

#endif
