#ifndef STORE_DISCLOSURES_H
#define STORE_DISCLOSURES_H

#include "model/disclosure.h"
#include "store/kept.h"

/* What left. As store/kept.h says; it is not changed afterwards but by undo and erasure. */
MUST_USE enum status disclosure_add(struct change *c, const struct disclosure *x,
                                    struct disclosure_id *ret);
MUST_USE enum status disclosure_get(struct store *st, struct disclosure_id id, struct arena *a,
                                    struct disclosure *ret);
MUST_USE enum status disclosure_update(struct change *c, const struct disclosure *x);
/* Also of files that they were in; of those, who else was is left out ("" for who). */
MUST_USE enum status disclosures_of_person(struct store *st, struct person_id p, struct arena *a,
                                           struct disclosure_list *ret);

/* Who was in the file: the rows of disclosure_run. */
MUST_USE enum status disclosure_runs_add(struct change *c, struct disclosure_id id,
                                         const struct id_runs *runs);

#endif
