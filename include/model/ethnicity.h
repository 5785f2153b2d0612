#ifndef MODEL_ETHNICITY_H
#define MODEL_ETHNICITY_H

#include "base/arena.h"

/*
 * The categories of the census of 2021 are what is stored (data/words/ethnicities.tsv); the older
 * sixteen and one of the NHS and the five groups are derived from them, never asked again.
 */

/* "A" white_british … "S"; "Z" asked and not said; "99" not asked, or none we know. Belongs to a. */
const char *ethnicity_nhs(const char *code, struct arena *a);

/* "Asian or Asian British"; "" where it was not said or not asked. Belongs to a. */
const char *ethnicity_group(const char *code, struct arena *a);

#endif
