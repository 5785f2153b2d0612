#ifndef MODEL_CANCER_SITE_H
#define MODEL_CANCER_SITE_H

#include "model/person.h"

/*
 * Where a cancer is, by ICD-10 (data/words/cancer-sites.tsv): "C50", or a part of a block, "C18.7".
 * Strings belong to the arena they were asked for with.
 */
struct cancer_site {
	const char *code;  /* as it is stored: "C18", "C18.7" */
	const char *label; /* of its block: "Colon" */
	const char *group; /* code of cancer-groups that it counts as: "bowel" */
	enum sex only;     /* the sex that has these organs; SEX_NONE: both */
};

/*
 * The sites somebody means, at most `most`: a code ("c18.7", "C18 Colon"), else the sites whose name
 * is the text, else those that begin so, else those with a word that does. Returns how many there are in ret.
 */
size_t cancer_sites_find(const char *text, size_t most, struct arena *a, struct cancer_site *ret);

/* "C18.7 Colon"; the code itself when its block is not in the list; "" for "". Belongs to a. */
const char *cancer_site_shown(const char *code, struct arena *a);

/*
 * Do they not go together: an organ of the other sex? A matter to look at again, not to refuse. False
 * where either is not known.
 */
bool cancer_site_strange(const char *code, enum sex sex);

/* Does the national count have it: C00 to C97, but skin that is no melanoma (C44)? */
bool cancer_site_counted(const char *code);

#endif
